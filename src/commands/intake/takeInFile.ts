import { Failure } from '../../meeting/errors.ts';
import type { Intake } from './intake.ts';

export interface TakeInOptions {
  readonly signal: AbortSignal;
  /** Told how much has been read, 0–1. */
  readonly onProgress: (part: number) => void;
}

/** Reads a file (txt, md, html, docx, pdf). Throws Failure Unreadable with detail.reason and detail.found; stops when the signal says so. */
export async function takeInFile(file: File, options: TakeInOptions, newId: () => string): Promise<Intake> {
  const { importFile, intakeOf } = await import(/* webpackChunkName: "importer" */ './reading.ts');
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return intakeOf(await importFile({ name: file.name, type: file.type, bytes }, options), newId);
  } catch (error) {
    if (error instanceof Error && error.name === 'Unreadable' && !(error instanceof Failure)) {
      const reason = 'reason' in error ? String(error.reason) : 'corrupt';
      throw new Failure('Unreadable', error.message, { detail: { reason, found: file.name }, cause: error });
    }
    throw error;
  }
}
