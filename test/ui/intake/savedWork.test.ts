import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asSiteId } from '../../../src/meeting/ids.ts';
import { readWork, writeWork } from '../../../src/ui/intake/savedWork.ts';
import { anyIntake, direktionen } from './papers.ts';

describe('work kept between two openings of the pane', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const work = { intake, fileName: 'program.docx', register: ['Ane Kratholm'], choices: { 'removed:a': true }, base: intake.agenda };
        expect(readWork(writeWork(work))).toEqual(work);
      }),
    );
  });

  it('keeps where items go on to', () => {
    const given = direktionen();
    const routes = [{ itemId: given.agenda.items[0]!.id, next: { siteId: asSiteId('a,b,c'), name: 'Udvalget' }, day: '2027-02-01' }];
    const work = { intake: { ...given, routes }, fileName: null, register: [], choices: {}, base: null };
    expect(readWork(writeWork(work))?.intake.routes).toEqual(routes);
  });

  it('reads openness that is missing as closed', () => {
    const saved = JSON.parse(writeWork({ intake: direktionen(), fileName: null, register: [], choices: {}, base: null }));
    delete saved.intake.agenda.items[0].openness;
    expect(readWork(JSON.stringify(saved))?.intake.agenda.items[0]?.openness).toBe('closed');
  });

  it('is set aside when it is not ours', () => {
    expect(readWork('')).toBeNull();
    expect(readWork('{"version":1}')).toBeNull();
    expect(readWork('[1,2')).toBeNull();
  });
});
