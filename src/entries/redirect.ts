/**
 * The page msal sends its popup and hidden-frame answers to: it hands them to the waiting window and does nothing else.
 * Since msal 5 an ordinary page of the app cannot do this (platform facts: msal#8281, msal#8272), so it is a page of its own.
 */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { failureWords } from './failureWords.ts';
import { showFailure } from './failurePage.ts';

broadcastResponseToMainFrame().catch((error: unknown) => {
  showFailure(failureWords(error), { error, retry: null });
});
