import { isGraphFailure, type GraphFailure, type GraphFailureKind } from '../graph/failure.ts';
import { Failure, type FailureName } from '../meeting/errors.ts';

const nameOf: Readonly<Record<GraphFailureKind, FailureName>> = {
  conflict: 'Conflict',
  notAllowed: 'NotAllowed',
  notFound: 'NotFound',
  signIn: 'SignInNeeded',
  consent: 'ConsentMissing',
  throttled: 'Throttled',
  offline: 'Offline',
  tooLarge: 'TooLarge',
  invalid: 'Refused',
  fault: 'ServerFault',
};

/** Translates the wire's failure into ours; the only place where this is done. Other errors go through untouched. */
export function asFailure(error: unknown, about: string): unknown {
  if (!isGraphFailure(error)) return error;
  return new Failure(nameOf[error.kind], `${about}: ${error.message}`, { detail: detailOf(error), retryAfter: error.retryAfter, cause: error });
}

/** Runs a storage action with its failures translated. `about` names the action for the log. */
export async function translated<T>(about: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw asFailure(error, about);
  }
}

function detailOf(error: GraphFailure): Record<string, string> {
  return {
    code: error.code,
    ...(error.status === null ? {} : { status: String(error.status) }),
    ...(error.requestId === null ? {} : { requestId: error.requestId }),
    ...(error.clientRequestId === null ? {} : { clientRequestId: error.clientRequestId }),
  };
}
