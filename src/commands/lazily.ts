import { Failure } from '../meeting/errors.ts';

/** A part of the app that cannot be fetched is a lost connection: what was ordered stays in the outbox. */
export async function fetched<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (cause) {
    throw new Failure('Offline', 'A part of the app could not be fetched', { cause });
  }
}
