import { describe, expect, it } from 'vitest';
import type { Agenda } from '../../../src/meeting/agenda.ts';
import { applyEdit } from '../../../src/meeting/editing/edit.ts';
import { mendOf } from '../../../src/meeting/editing/mend.ts';
import { checkAgenda } from '../../../src/meeting/findings.ts';
import type { FindingCode } from '../../../src/meeting/finding.ts';
import { asItemId } from '../../../src/meeting/ids.ts';
import { agendaOf, at } from '../agendas.ts';

/** Mends the first finding of this kind and returns what is found afterwards. */
function afterMending(paper: Agenda, code: FindingCode) {
  const finding = checkAgenda(paper).find((found) => found.code === code);
  if (!finding) throw new Error(`The paper has no ${code}`);
  const mend = mendOf(finding, paper, () => asItemId('new'));
  const agenda = mend?.kind === 'edits' ? mend.edits.reduce(applyEdit, paper) : paper;
  return { mend, agenda, left: checkAgenda(agenda).map((found) => found.code) };
}

describe('one mend for each finding', () => {
  it('puts a break where nothing is planned', () => {
    const { agenda, left } = afterMending(agendaOf(['Budget @09.00-09.30', 'Status @10.00']), 'gap');
    expect(agenda.items[1]).toMatchObject({ kind: 'break', start: at('9.30'), end: at('10.00'), minutes: 30 });
    expect(left).toEqual([]);
  });

  it('lets the later item begin where the earlier one ends', () => {
    const { agenda, left } = afterMending(agendaOf(['Budget @09.00-10.00', 'Status @09.30']), 'overlap');
    expect(agenda.items[1]?.start).toBe('10:00');
    expect(left).toEqual([]);
  });

  it('gives a skipped and a repeated number the next one', () => {
    expect(afterMending(agendaOf(['1 Budget', '3 Status']), 'numberMissing').agenda.items[1]?.number).toBe('2');
    expect(afterMending(agendaOf(['1 Budget', '1 Status']), 'numberRepeated').agenda.items[1]?.number).toBe('2');
  });

  it('lets the agenda end with its last item', () => {
    const { agenda, left } = afterMending(agendaOf(['Budget @11.30-12.30'], { end: at('12.00') }), 'pastEnd');
    expect(agenda.end).toBe('12:30');
    expect(left).toEqual([]);
  });

  it('opens the line where only a person can know', () => {
    expect(afterMending(agendaOf(['']), 'noTitle').mend).toEqual({ kind: 'open', itemId: asItemId('item-1') });
  });
});
