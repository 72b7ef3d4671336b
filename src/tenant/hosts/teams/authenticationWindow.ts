import type { HostPage } from '../page/hostPage.ts';
import { parseTeamsCall, teamsAnswer } from '../wire/teamsMessages.ts';
import { initializeAnswer } from '../wire/teamsRuntime.ts';
import type { TeamsContext } from './context.ts';

/**
 * authentication.authenticate: the app's own sign-in page in a window of the host's, which speaks teams-js to its
 * opener in the frame context `authentication` (teams-js public/authentication).
 * @returns arguments of the answer: [true, result] or [false, reason]
 */
export function openAuthenticationWindow(
  page: HostPage,
  options: { url: string; width: number; height: number },
  context: TeamsContext,
): Promise<readonly unknown[]> {
  if (!URL.canParse(options.url)) return Promise.resolve([false, 'InvalidURL']);
  const opened = page.address.misbehaviours.has('no-auth-popup')
    ? null
    : window.open(options.url, 'teams-authentication', `popup,width=${options.width},height=${options.height}`);
  if (!opened) return Promise.resolve([false, 'FailedToOpenWindow']);
  return new Promise((resolve) => {
    const finish = (answer: readonly unknown[]): void => {
      clearInterval(watch);
      removeEventListener('message', heard);
      resolve(answer);
    };
    const watch = setInterval(() => {
      if (opened.closed) finish([false, 'CancelledByUser']);
    }, 400);
    const heard = (event: MessageEvent): void => {
      if (event.source !== opened) return;
      const call = parseTeamsCall(event.data);
      if (!call) return;
      const reply = (args: readonly unknown[]): void => opened.postMessage(teamsAnswer(call, args, performance.now()), event.origin);
      if (call.func === 'initialize')
        reply(initializeAnswer('authentication', typeof call.args[0] === 'string' ? call.args[0] : '2.0.0', page.address.misbehaviours));
      else if (call.func === 'getContext') reply([{ ...context, frameContext: 'authentication' }]);
      else if (call.func === 'authentication.authenticate.success') finish([true, call.args[0] ?? '']);
      else if (call.func === 'authentication.authenticate.failure') finish([false, call.args[0] ?? '']);
    };
    addEventListener('message', heard);
  });
}
