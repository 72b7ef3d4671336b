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

const heardMs = 300;

/**
 * Whoever opened this window takes one that has closed for a sign-in that was cancelled, and looks each 30 ms. msal sends the answer and closes in the
 * same breath: on a busy machine the look comes before the answer is heard, and a person who signed in is told they did not. So it closes a little later.
 */
function closeOnceHeard(): void {
  const close = window.close.bind(window);
  window.close = () => void setTimeout(close, heardMs);
}

async function handOn(): Promise<void> {
  if (!new URLSearchParams(location.hash.slice(1)).has('req')) return broadcastResponseToMainFrame();
  const authority = process.env.DAGSORDEN_AUTHORITY;
  runPopupRelay({ allowedAuthorityOrigins: authority === undefined ? [] : [authority] });
}

closeOnceHeard();
handOn().catch((error: unknown) => {
  showFailure(failureWords(error), { error, retry: null });
});
