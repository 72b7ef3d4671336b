import { Failure } from '../meeting/errors.ts';

/**
 * A part of the app that is fetched when it is first needed. One that cannot be fetched is a lost connection: what was ordered stays in the
 * outbox and is tried again.
 * @throws Failure Offline
 */
export async function fetched<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (cause) {
    throw new Failure('Offline', 'A part of the app could not be fetched', { cause });
  }
}
