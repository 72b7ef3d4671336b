import { Failure } from '../../meeting/errors.ts';
import type { Intake } from './intake.ts';
import { intakeOf } from './intakeOf.ts';

/** Reads pasted text. The importer is fetched when it is first needed. Throws Failure Unreadable with detail.reason 'empty' or 'noAgenda'. */
export async function takeInText(text: string, newId: () => string): Promise<Intake> {
  if (text.trim() === '') throw new Failure('Unreadable', 'There is no text', { detail: { reason: 'empty' } });
  const { importText } = await import(/* webpackChunkName: "importer" */ '../../importers/importText.ts');
  return intakeOf(importText(text), newId);
}
