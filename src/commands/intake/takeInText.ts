import { Failure } from '../../meeting/errors.ts';
import type { Intake } from './intake.ts';

/** Reads pasted text. Throws Failure Unreadable with detail.reason 'empty' or 'noAgenda'. */
export async function takeInText(text: string, newId: () => string): Promise<Intake> {
  if (text.trim() === '') throw new Failure('Unreadable', 'There is no text', { detail: { reason: 'empty' } });
  const { importText, intakeOf } = await import(/* webpackChunkName: "importer" */ './reading.ts');
  return intakeOf(importText(text), newId);
}
