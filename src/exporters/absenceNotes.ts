import { printClock } from '../meeting/clock.ts';
import type { Excused } from '../meeting/edition.ts';
import { scopeWords } from './document/apologyDocument.ts';

/** The ways in which Danish papers tell of who is excused. */
export const ABSENCE_NOTATIONS = [
  'line',
  'from',
  'list',
  'rows',
  'absent',
  'absentExcused',
  'remark',
  'point',
  'instead',
  'withApology',
  'until',
  'afterName',
  'told',
  'prevented',
  'tookNoPart',
] as const;
export type AbsenceNotation = (typeof ABSENCE_NOTATIONS)[number];

/** Somebody excused, with what their body prints after a name: a party's letter, initials. */
export interface Noted extends Excused {
  readonly mark?: string | undefined;
}

/**
 * The excused as a body writes them in its papers, in Danish, which is what these notations are. Whole sentences tell of a name alone: who comes instead, and
 * for how much, is written by the others.
 */
export function absenceNotes(excused: readonly Noted[], notation: AbsenceNotation): string {
  if (excused.length === 0) return '';
  const entries = excused.map(entryOf);
  const names = excused.map(nameOf);
  switch (notation) {
    case 'line':
      return `Afbud: ${entries.join(', ')}`;
    case 'from':
      return `Afbud fra: ${entries.join(', ')}`;
    case 'list':
      return ['Afbud fra:', ...entries.map((entry) => `- ${entry}`)].join('\n');
    case 'rows':
      return ['Afbud:', ...entries].join('\n');
    case 'absent':
      return `Fraværende: ${entries.join(', ')}`;
    case 'absentExcused':
      return `Fraværende med afbud: ${entries.join(', ')}`;
    case 'remark':
      return excused
        .map((each) => `Afbud fra ${nameOf(each)}${each.substitute === null ? partOf(each) : ` (stedfortræder ${each.substitute})${partOf(each)}`}`)
        .join('\n');
    case 'instead':
      return excused
        .map((each) => `Afbud fra ${nameOf(each)}${each.substitute === null ? '' : ` stedfortræder ${each.substitute}`}${partOf(each)}`)
        .join('\n');
    case 'withApology':
      return excused
        .map((each) => `${nameOf(each)} med afbud${each.substitute === null ? '' : ` (stedfortræder ${each.substitute})`}${partOf(each)}`)
        .join('\n');
    case 'until':
      return `Fraværende med afbud: ${excused.map((each) => `${entryOf({ ...each, scope: { kind: 'meeting' } })}${absentOf(each)}`).join(', ')}`;
    case 'point':
      return `1. Fraværende: ${entries.join(', ')}`;
    case 'afterName':
      return names.map((name) => `${name} - afbud`).join('\n');
    case 'told':
      return excused.map(({ name }) => `${name} var fraværende.`).join('\n');
    case 'prevented':
      return excused.map(({ name }) => `${name} var forhindret i at deltage i udvalgets behandling af sagen.`).join('\n');
    case 'tookNoPart':
      return excused.map(({ name }) => `${name} deltog ikke i udvalgets behandling af sagen.`).join('\n');
  }
}

const nameOf = ({ name, mark }: Noted): string => (mark === undefined ? name : `${name} (${mark})`);
const partOf = ({ scope }: Noted): string => {
  const words = scopeWords(scope, 'da').replace(/\u00a0/g, ' ');
  return words === '' ? '' : ` (${words})`;
};
/** How long somebody is away, as minutes tell it by the clock: until they come, and from when they go. */
const absentOf = (each: Noted): string => {
  const { scope } = each;
  if (scope.kind !== 'part') return partOf(each);
  const { arrives, leaves } = scope;
  if ((arrives !== null && 'item' in arrives) || (leaves !== null && 'item' in leaves)) return partOf(each);
  return ` (${[arrives === null ? '' : `til kl. ${printClock(arrives.clock)}`, leaves === null ? '' : `fra kl. ${printClock(leaves.clock)}`].filter((part) => part !== '').join(', ')})`;
};
const entryOf = (each: Noted): string => `${nameOf(each)}${each.substitute === null ? '' : ` (stedfortræder ${each.substitute})`}${partOf(each)}`;
