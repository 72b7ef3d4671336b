import { HostFailure } from './host.ts';
import { hostPatience, withinTime } from './timeLimit.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * One of office.js' functions with a callback, as a promise with a time limit. Outlook takes three calls at a time and
 * fails the fourth (limits-for-activation), so ours go one after another.
 * Throws HostFailure HostSilent; when Outlook answered with an error, its code is in detail.officeCode.
 */
export function officeCall<T>(name: string, start: (done: (result: Office.AsyncResult<T>) => void) => void, seconds = hostPatience): Promise<T> {
  const call = last.then(() => withinTime(seconds, `Outlook's ${name}`, asPromise(name, start)));
  last = call.catch(() => undefined);
  return call;
}

function asPromise<T>(name: string, start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((result) => {
      if (String(result.status) === 'succeeded') return resolve(result.value);
      const { code, name: error, message } = result.error ?? {};
      reject(
        new HostFailure('HostSilent', `Outlook refused ${name}: ${message ?? error ?? 'no reason given'}`, {
          detail: { what: name, officeCode: String(code), officeError: error ?? '' },
        }),
      );
    });
  });
}
