/**
 * The page msal sends its popup, redirect and hidden-frame answers to: it hands them on and does nothing else. Since msal 5
 * an ordinary page of the app cannot do this (platform facts: msal#8281, msal#8272), so it is a page of its own.
 *
 * Opened with a request after #, it is also the relay that a frame of another site needs: it opens the sign-in window
 * itself and passes the answer back by postMessage, since the frame is cut off from the answer's channel (msal#8391).
 */
import { runPopupRelay } from '@azure/msal-browser/popup-relay';
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { failureWords } from './failureWords.ts';
import { showFailure } from './failurePage.ts';

async function handOn(): Promise<void> {
  if (!new URLSearchParams(location.hash.slice(1)).has('req')) return broadcastResponseToMainFrame();
  const authority = process.env.DAGSORDEN_AUTHORITY;
  runPopupRelay({ allowedAuthorityOrigins: authority === undefined ? [] : [authority] });
}

handOn().catch((error: unknown) => {
  showFailure(failureWords(error), { error, retry: null });
});
