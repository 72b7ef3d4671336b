import { HostFailure, type HostFailureName } from './host.ts';
import { hostPatience, withinTime } from './timeLimit.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * One of office.js' functions with a callback, as a promise with a time limit. Outlook takes three calls at a time and
 * fails the fourth (limits-for-activation), so ours go one after another.
 * Throws HostFailure: TooLarge, NotAllowed and Refused where the same again cannot help, else HostSilent. When Outlook answered with an
 * error, its code is in detail.officeCode; what office.js throws itself, before it asks Outlook, has none.
 */
export function officeCall<T>(name: string, start: (done: (result: Office.AsyncResult<T>) => void) => void, seconds = hostPatience): Promise<T> {
  const call = last.then(() => withinTime(seconds, `Outlook's ${name}`, asPromise(name, start)));
  last = call.catch(() => undefined);
  return call;
}

function asPromise<T>(name: string, start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    try {
      start((result) => {
        if (String(result.status) === 'succeeded') resolve(result.value);
        else reject(answeredWith(name, result.error));
      });
    } catch (error) {
      reject(thrownBy(name, error));
    }
  });
}

/** Names of office.js' table of errors (outlook-web-16.01.js) that say the same however often it is asked. All others may pass. */
const NAMED: Readonly<Record<string, HostFailureName>> = {
  DataExceedsMaximumSize: 'TooLarge',
  AttachmentSizeExceeded: 'TooLarge',
  SessionObjectMaxLengthExceeded: 'TooLarge',
  AccessRestricted: 'NotAllowed',
  InsufficientItemPermissionsError: 'NotAllowed',
  MissingExtendedPermissionsForAPIError: 'NotAllowed',
  HtmlSanitizationFailure: 'Refused',
  InvalidParameterValueError: 'Refused',
  ApiCallNotSupportedByExtensionPoint: 'Refused',
  APINotSupportedForSharedFolders: 'Refused',
};
/** "Permission denied", whose name is written in the person's own language. */
const NO_PERMISSION = 7000;

function answeredWith(name: string, answer: Office.Error | undefined): HostFailure {
  const { code, name: error = '', message } = answer ?? {};
  const failure = code === NO_PERMISSION ? 'NotAllowed' : (NAMED[error] ?? 'HostSilent');
  return new HostFailure(failure, `Outlook refused ${name}: ${message ?? (error || 'no reason given')}`, {
    detail: { what: name, officeCode: String(code), officeError: error },
  });
}

/** What office.js throws without asking Outlook: an argument that is too long (validateBodyParameters: 1,000,000 signs), or a permission we lack. */
function thrownBy(name: string, error: unknown): HostFailure {
  const words = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  const failure = /ArgumentOutOfRange/.test(words) ? 'TooLarge' : /permission/i.test(words) ? 'NotAllowed' : 'Refused';
  return new HostFailure(failure, `office.js refused ${name}: ${words.split('\n', 1)[0] ?? ''}`, { detail: { what: name }, cause: error });
}
