import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed } from '../../src/meeting/agenda.ts';
import { editionOf, joinEdition, toldBy, type Edition } from '../../src/meeting/edition.ts';
import type { Apology, MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import { agendaOf, anyAgenda, fileOf, treatmentsFor } from './agendas.ts';

const published = '2026-09-03T12:05:00.000Z';
const apology = (id: string, name: string, fields: Partial<Apology> = {}): Apology => ({
  id,
  person: { id: null, name, email: `${id}@fjordby.example` },
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: '2026-09-01T08:00:00.000Z',
  enteredBy: name,
  withdrawnAt: null,
  ...fields,
});
const treated = (itemId: string, fields: Partial<Treatment>): Treatment =>
  ({ itemId, openness: 'open', outcome: null, decision: '', publicDecision: '', notTreated: false, ...fields }) as Treatment;

const recommendation = (text: string) => ({ role: 'recommendation' as const, heading: null, text });

function example(): MeetingFile {
  const agenda = agendaOf(['1 Budget', '> 1.a Frie midler', 'Pause', '2 Personsag om Vej og Park (lukket)', '> Løn'], {
    location: 'Rådhuset',
    chair: 'Grethe Sønderby',
  });
  const items = agenda.items.map((item, index) => ({
    ...item,
    kind: item.title === 'Pause' ? ('break' as const) : item.kind,
    neutralTitle: index === 3 ? 'Personsag' : null,
    sections: [recommendation(`Indstilling ${index}`), { role: 'background' as const, heading: null, text: 'Sagen' }],
  }));
  const ids = items.map((item) => item.id);
  return fileOf(
    { ...agenda, items },
    {
      treatments: [
        treated(ids[1]!, { decision: 'Godkendt.' }),
        treated(ids[3]!, { openness: 'closed', decision: 'Hun fratræder', publicDecision: 'Direktionen traf beslutning.' }),
      ],
      apologies: [
        apology('ane', 'Ane Kratholm', { substitute: 'Torkil Bækhøj' }),
        apology('poul', 'Poul Kringelholm', { scope: { kind: 'items', itemIds: [ids[0]!, ids[4]!, ids[3]!] } }),
        apology('rikke', 'Rikke Vindum', { withdrawnAt: '2026-09-02T08:00:00.000Z' }),
      ],
    },
  );
}

describe('an edition', () => {
  test('holds the head as the calendar has it, whatever the paper says', () => {
    const file = { ...example(), occasion: { iCalUId: 'x', start: '2026-12-01T07:30:00.000Z', end: '2026-12-02T10:00:00.000Z' } };
    expect(editionOf(file, 'outside', 3, published)).toMatchObject({
      audience: 'outside',
      version: 3,
      publishedAt: published,
      head: {
        body: 'Direktionen',
        title: 'Direktionsmøde',
        date: '2026-12-01',
        endDate: '2026-12-02',
        start: '08:30',
        end: '11:00',
        location: 'Rådhuset',
        chair: 'Grethe Sønderby',
      },
    });
    expect(editionOf({ ...file, agenda: { ...file.agenda, title: ' ' } }, 'outside', 1, published).head.title).toBe('Direktionen');
  });

  const printed = (edition: Edition) =>
    edition.lines.map(
      (line) =>
        `${'>'.repeat(line.depth)}${line.number ?? '–'} ${line.title || '∅'} | ${line.recommendations.map((each) => each.text).join()} | ${line.decision || '∅'} | ${toldBy(edition, line)}`,
    );

  test('holds each item as the circle is shown it', () => {
    const edition = editionOf(example(), 'circle', 1, published);
    expect(printed(edition)).toEqual([
      '1 Budget | Indstilling 0 | ∅ | elsewhere',
      '>1.a Frie midler | Indstilling 1 | Godkendt. | decision',
      '2 Personsag om Vej og Park | Indstilling 3 | Hun fratræder | decision',
      '>– Løn | Indstilling 4 | ∅ | elsewhere',
    ]);
    expect(edition.excused).toEqual([
      { name: 'Ane Kratholm', scope: { kind: 'meeting' }, substitute: 'Torkil Bækhøj' },
      {
        name: 'Poul Kringelholm',
        scope: {
          kind: 'items',
          items: [
            { itemId: 'item-1', number: '1', title: 'Budget', openness: 'open' },
            { itemId: 'item-5', number: null, title: 'Løn', openness: 'closed' },
            { itemId: 'item-4', number: '2', title: 'Personsag om Vej og Park', openness: 'closed' },
          ],
        },
        substitute: null,
      },
    ]);
  });

  test('holds the neutral words of closed items for everybody else', () => {
    const edition = editionOf(example(), 'outside', 1, published);
    expect(printed(edition).slice(2)).toEqual(['2 Personsag |  | Direktionen traf beslutning. | decision', '>– ∅ |  | ∅ | withheld']);
    expect(edition.excused[1]!.scope).toMatchObject({ items: [{ title: 'Budget' }, { title: '' }, { title: 'Personsag' }] });
    expect(JSON.stringify(edition)).not.toMatch(/Vej og Park|Løn|fratræder|Indstilling [34]/);
  });

  test('an item under a break stands under the item above it', () => {
    const [a, b, c] = agendaOf(['1 A', '> Pause', '> C']).items;
    const agenda = { ...agendaOf([]), items: [a!, { ...b!, kind: 'break' as const }, { ...c!, parentId: b!.id }] };
    expect(editionOf(fileOf(agenda), 'outside', 1, published).lines.map((line) => [line.parentId, line.depth])).toEqual([
      [null, 0],
      ['item-1', 1],
    ]);
  });
});

/** A meeting in which every word of an item is marked with its place. */
const markedFile = anyAgenda.chain((agenda) => {
  const marked = (index: number) => `HEMMELIG-${index}-`;
  const items = agenda.items.map((item, index) => ({
    ...item,
    title: marked(index),
    presenters: [marked(index)],
    sections: [{ role: 'recommendation' as const, heading: marked(index), text: marked(index) }],
    attachments: [{ number: null, title: marked(index), documentId: null, openness: 'open' as const, url: null }],
  }));
  return fc
    .record({ treatments: treatmentsFor(agenda), away: fc.subarray(items.map((item) => item.id)), neutral: fc.boolean() })
    .map(({ treatments, away, neutral }) =>
      fileOf(
        { ...agenda, items: items.map((item) => ({ ...item, neutralTitle: neutral ? 'Personsag' : null })) },
        {
          treatments: treatments.map((treatment, index) => ({ ...treatment, decision: marked(index) })),
          apologies: [apology('ane', 'Ane Kratholm'), apology('poul', 'Poul Kringelholm', { scope: { kind: 'items', itemIds: away } })],
        },
      ),
    );
});

describe('any edition', () => {
  test('for those outside holds none of a closed item’s own words', () => {
    fc.assert(
      fc.property(markedFile, (file) => {
        const { agenda, treatments } = file;
        const edition = JSON.stringify(editionOf(file, 'outside', 1, published));
        agenda.items.forEach((item, index) => {
          const closed = isClosed(agenda.items, item) || treatments[index]!.openness === 'closed';
          if (closed) expect(edition).not.toContain(`HEMMELIG-${index}-`);
          else if (item.kind === 'item') expect(edition).toContain(`HEMMELIG-${index}-`);
        });
      }),
    );
  });

  test('is made from what everybody may read and the closed lines', () => {
    fc.assert(
      fc.property(markedFile, (file) => {
        const circle = editionOf(file, 'circle', 1, published);
        const closed = circle.lines.filter((line) => line.openness === 'closed');
        expect(joinEdition(editionOf(file, 'outside', 1, published), closed)).toEqual(circle);
      }),
    );
  });

  test('stays as it was, whatever happens to the meeting afterwards', () => {
    fc.assert(
      fc.property(markedFile, fc.constantFrom('circle' as const, 'outside' as const), (given, audience) => {
        const file = structuredClone(given);
        const edition = editionOf(file, audience, 1, published);
        const before = structuredClone(edition);
        overwrite(file);
        expect(edition).toEqual(before);
      }),
    );
  });
});

/** Writes over everything that can be reached from here, in place. */
function overwrite(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    overwrite(inside);
    if (typeof inside !== 'object') (value as Record<string, unknown>)[key] = 'OVERSKREVET';
  }
  if (Array.isArray(value)) value.splice(0);
}
