import { HostFailure } from './host.ts';

/** How long a host may take to answer, in seconds. teams-js itself would wait 60, office.js and msal's bridge for ever. */
export const hostPatience = 5;

/** Waits for an answer from the host, at most `seconds`; then throws HostFailure HostSilent. `what` is for "Detaljer". */
export async function withinTime<T>(seconds: number, what: string, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new HostFailure('HostSilent', `${what}: no answer in ${seconds} seconds`, { detail: { what, seconds: String(seconds) } })),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Was it the time limit that ended the waiting, as against an answer we could not use? */
export function isTimeLimit(error: unknown): boolean {
  return error instanceof HostFailure && error.name === 'HostSilent' && error.detail['seconds'] !== undefined;
}
