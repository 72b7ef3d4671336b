import type { Transcript } from '../../meeting/transcript.ts';
import { Failure } from '../../meeting/errors.ts';
import { fetched } from '../../storage/fetched.ts';

/**
 * Reads a transcript of the meeting that somebody has fetched from Teams (.vtt). It is kept nowhere: neither on the device nor in SharePoint.
 * @throws Failure Unreadable with detail.reason (notTranscript, tooLarge) and detail.found, the file's name
 */
export async function readTranscript(file: File): Promise<Transcript> {
  const { NoTranscript, readTranscript: read } = await fetched(import(/* webpackChunkName: "transcript" */ '../../importers/transcript.ts'));
  try {
    return await read(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof NoTranscript)) throw error;
    throw new Failure('Unreadable', error.message, { detail: { reason: error.reason, found: file.name }, cause: error });
  }
}
