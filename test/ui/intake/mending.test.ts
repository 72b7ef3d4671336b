import { describe, expect, it } from 'vitest';
import { newItem } from '../../../src/meeting/agenda.ts';
import { parseClock } from '../../../src/meeting/clock.ts';
import { checkAgenda } from '../../../src/meeting/findings.ts';
import type { FindingCode } from '../../../src/meeting/finding.ts';
import { edit, startEditing } from '../../../src/ui/intake/editing.ts';
import { mendOf } from '../../../src/ui/intake/mending.ts';
import { id, intakeOf } from './papers.ts';

const nine = parseClock('9.00');
const half = parseClock('9.30');
const ten = parseClock('10.00');

/** Mends the first finding of this kind and returns what is found afterwards. */
function afterMending(intake: ReturnType<typeof intakeOf>, code: FindingCode) {
  const finding = checkAgenda(intake.agenda).find((found) => found.code === code);
  if (!finding) throw new Error(`The paper has no ${code}`);
  const mend = mendOf(finding, intake.agenda, () => id('new'));
  if (mend?.kind !== 'edits') return { mend, agenda: intake.agenda, left: checkAgenda(intake.agenda).map((found) => found.code) };
  const { agenda } = mend.edits.reduce(edit, startEditing(intake)).now;
  return { mend, agenda, left: checkAgenda(agenda).map((found) => found.code) };
}

describe('one mend for each finding', () => {
  it('puts a break where nothing is planned', () => {
    const paper = intakeOf([newItem(id('a'), { title: 'Budget', start: nine, end: half }), newItem(id('b'), { title: 'Status', start: ten })]);
    const { agenda, left } = afterMending(paper, 'gap');
    expect(agenda.items[1]).toMatchObject({ kind: 'break', start: half, end: ten, minutes: 30 });
    expect(left).toEqual([]);
  });

  it('lets the later item begin where the earlier one ends', () => {
    const paper = intakeOf([newItem(id('a'), { title: 'Budget', start: nine, end: ten }), newItem(id('b'), { title: 'Status', start: half })]);
    const { agenda, left } = afterMending(paper, 'overlap');
    expect(agenda.items[1]?.start).toBe(ten);
    expect(left).toEqual([]);
  });

  it('gives a skipped and a repeated number the next one', () => {
    const skipped = intakeOf([newItem(id('a'), { title: 'Budget', number: '1' }), newItem(id('b'), { title: 'Status', number: '3' })]);
    expect(afterMending(skipped, 'numberMissing').agenda.items[1]?.number).toBe('2');
    const repeated = intakeOf([newItem(id('a'), { title: 'Budget', number: '1' }), newItem(id('b'), { title: 'Status', number: '1' })]);
    expect(afterMending(repeated, 'numberRepeated').agenda.items[1]?.number).toBe('2');
  });

  it('lets the agenda end with its last item', () => {
    const paper = intakeOf([newItem(id('a'), { title: 'Budget', start: parseClock('11.30'), end: parseClock('12.30') })]);
    const { agenda, left } = afterMending(paper, 'pastEnd');
    expect(agenda.end).toBe('12:30');
    expect(left).toEqual([]);
  });

  it('opens the line where only a person can know', () => {
    expect(afterMending(intakeOf([newItem(id('a'))]), 'noTitle').mend).toEqual({ kind: 'open', itemId: id('a') });
  });
});
