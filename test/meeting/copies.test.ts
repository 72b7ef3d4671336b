import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed, type AgendaItem } from '../../src/meeting/agenda.ts';
import { closeInEdition } from '../../src/meeting/closedEdition.ts';
import { COPIES, copiesBeforeClosing, copiesBeforeOpening, copiesToTell, familyOf, mentions, type CopySources } from '../../src/meeting/copies.ts';
import { editionOf } from '../../src/meeting/edition.ts';
import { asMeetingKey } from '../../src/meeting/ids.ts';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { splitByOpenness } from '../../src/meeting/openness.ts';
import { COPY_PLACES } from '../../src/meeting/words.ts';
import { withoutClosed } from '../../src/meeting/withoutClosed.ts';
import { agendaOf, anyAgenda, fileOf, treatmentsFor } from './agendas.ts';

const person = (name: string) => ({ id: null, name, email: `${name}@fjordby.example` });
const event: CalendarEvent = {
  id: 'AAMk',
  key: asMeetingKey('0123456789abcdef0123456789abcdef'),
  iCalUId: '04',
  originalStart: null,
  subject: 'Direktionsmøde',
  start: '2026-09-03T06:30:00.000Z',
  end: '2026-09-03T09:00:00.000Z',
  location: null,
  joinUrl: null,
  iAmOrganizer: true,
  myAnswer: 'organizer',
  organizer: person('ulla'),
  invitees: [person('ane'), person('poul'), person('ulla')].map((each) => ({ ...each, answer: 'accepted' as const, optional: false })),
  cancelled: false,
  agendaInInvitation: true,
  pointer: null,
};
const agenda = agendaOf(['1 Nyt', '2 Afskedigelse & ny ledelse', '>2.a Hvem', '3 Evt']);
const [, item] = agenda.items;
const sources = (fields: Partial<CopySources> = {}): CopySources => ({
  items: agenda.items,
  status: { agenda: 'sent' },
  event,
  invitation: '<p>2. Afskedigelse &amp;&nbsp;ny <b>led</b>else</p>',
  minutes: null,
  publications: [],
  ...fields,
});
const placesOf = (from: CopySources) => copiesBeforeClosing(from, item!.id).map(({ place }) => place);

describe('the table of copies', () => {
  test('names every place once, and none is forgotten by closing', () => {
    expect(Object.keys(COPIES).sort()).toEqual([...COPY_PLACES].sort());
    for (const place of COPY_PLACES) expect(['follows', 'offered', 'told']).toContain(COPIES[place].closing);
  });

  test('an invitation that holds the title has been had by everybody on it, each once', () => {
    const invitation = copiesBeforeClosing(sources(), item!.id).find(({ place }) => place === 'invitation');
    expect(invitation).toMatchObject({ remedy: 'offered' });
    expect(invitation!.people.map(({ name }) => name)).toEqual(['ulla', 'ane', 'poul']);
    // One that was changed since does not hold it; one that cannot be read may.
    expect(placesOf(sources({ invitation: '<p>2. Personsag</p>' }))).not.toContain('invitation');
    expect(placesOf(sources({ invitation: null }))).toContain('invitation');
    expect(placesOf(sources({ invitation: null, event: null }))).toContain('invitation');
    expect(placesOf(sources({ status: { agenda: 'draft' }, event: null }))).not.toContain('invitation');
  });

  test('the title of the meeting, papers with an address, and what stands under the item are named', () => {
    expect(placesOf(sources())).toEqual(['row', 'children', 'versions', 'invitation', 'otherDevices', 'recycleBin']);
    const paper = { number: null, title: 'Løn', documentId: null, openness: 'open' as const, url: 'https://fjordby.example/loen.docx' };
    const items = agenda.items.map((each) => (each === item ? { ...each, attachments: [paper, { ...paper, title: 'Nævnt', url: null }] } : each));
    const copies = copiesBeforeClosing(sources({ items, event: { ...event, subject: 'Møde om afskedigelse & ny ledelse' } }), item!.id);
    expect(copies.find(({ place }) => place === 'documents')?.titles).toEqual(['Løn']);
    expect(copies.map(({ place }) => place)).toContain('subject');
    expect(copies.find(({ place }) => place === 'children')?.titles).toEqual(['2.a Hvem']);
  });

  test('minutes and message are named where they tell of it openly, the message with its address', () => {
    const file = fileOf(agenda);
    const minutes = editionOf(file, 'circle', 1, '2026-09-03T10:00:00.000Z');
    const message = { target: 'channel' as const, version: 1, state: 'done' as const, attempts: 1, error: null, reference: 'https://teams', at: '' };
    const copies = copiesBeforeClosing(sources({ minutes, publications: [message] }), item!.id);
    expect(copies.find(({ place }) => place === 'minutes')?.remedy).toBe('offered');
    expect(copies.find(({ place }) => place === 'channel')?.reference).toBe('https://teams');
    const closed = agenda.items.map((each): AgendaItem => (each === item ? { ...each, openness: 'closed' } : each));
    const opening = copiesBeforeOpening(
      sources({ items: closed, minutes: editionOf(fileOf({ ...agenda, items: closed }), 'circle', 1, '') }),
      item!.id,
    );
    expect(opening.map(({ place, remedy }) => `${place} ${remedy}`)).toEqual([
      'row follows',
      'children offered',
      'invitation offered',
      'minutes told',
    ]);
  });

  test('whatever the agenda, closing an open item tells at least of the recycle bin; what follows is left to the app', () => {
    fc.assert(
      fc.property(anyAgenda, fc.nat(), ({ items }, pick) => {
        const chosen = items[pick % Math.max(1, items.length)];
        if (!chosen) return;
        const copies = copiesBeforeClosing(sources({ items }), chosen.id);
        if (isClosed(items, chosen)) expect(copies).toEqual([]);
        else expect(copiesToTell(copies).map(({ place }) => place)).toContain('recycleBin');
        const family = familyOf(items, chosen.id, 'open');
        expect(family.every((member) => !isClosed(items, member))).toBe(true);
      }),
    );
  });

  test('a title is found however a mail program writes it', () => {
    expect(mentions('OM  AFSKEDIGELSE\n& ny\u00a0ledelse', [item!])).toBe(true);
    expect(mentions('', [{ title: '  ' }])).toBe(false);
  });
});

describe('published minutes with items closed since', () => {
  test('hold nothing of them for those outside, and all of them for the circle; the rest stays to the letter', () => {
    fc.assert(
      fc.property(
        anyAgenda.chain((any) => fc.tuple(fc.constant(any), treatmentsFor(any), fc.nat())),
        ([any, treatments, pick]) => {
          const marked = { ...any, items: any.items.map((each) => ({ ...each, title: `<${each.id}>`, block: each.block && `{${each.block}}` })) };
          const told = treatments.map((each) => ({ ...each, decision: `[${each.itemId}]` }));
          const outside = editionOf(fileOf(marked, { treatments: told }), 'outside', 1, '');
          const line = outside.lines[pick % Math.max(1, outside.lines.length)];
          if (!line) return;
          const { outside: now, closed } = closeInEdition(outside, [{ itemId: line.itemId, neutralTitle: 'Neutral', publicDecision: '' }]);
          const words = JSON.stringify(now);
          if (line.openness === 'open') {
            expect(words).not.toContain(`<${line.itemId}>`);
            expect(words).not.toContain(`[${line.itemId}]`);
            expect(closed).toEqual([{ ...line, openness: 'closed' }]);
          } else expect(closed).toEqual([]);
          const open = now.lines.filter(({ openness }) => openness === 'open');
          for (const each of now.lines)
            if (each.openness === 'closed' && each.block !== null) expect(open.map(({ block }) => block)).toContain(each.block);
          expect(open).toEqual(outside.lines.filter((each) => each.openness === 'open' && each.itemId !== line.itemId));
        },
      ),
    );
  });
});

describe('headings and closed parts', () => {
  test('no open part holds a heading that stands over closed items alone', () => {
    fc.assert(
      fc.property(anyAgenda, ({ items }) => {
        const open = new Set(items.filter((each) => !isClosed(items, each)).map(({ block }) => block));
        for (const each of items) {
          const { open: part } = splitByOpenness(items, each);
          if (part.block !== null) expect(open).toContain(part.block);
        }
      }),
    );
  });

  test('a meeting without what is closed holds no closed word, and no minutes of one', () => {
    fc.assert(
      fc.property(
        anyAgenda.chain((any) => fc.tuple(fc.constant(any), treatmentsFor(any))),
        ([any, treatments]) => {
          const marked = { ...any, items: any.items.map((each) => ({ ...each, title: `<${each.id}>` })) };
          const told = treatments.map((each) => ({ ...each, decision: `[${each.itemId}]` }));
          const file = fileOf(marked, { treatments: told });
          const words = JSON.stringify(withoutClosed({ ...file, minutes: editionOf(file, 'circle', 1, '') }));
          for (const each of marked.items)
            if (isClosed(marked.items, each)) {
              expect(words).not.toContain(`<${each.id}>`);
              expect(words).not.toContain(`[${each.id}]`);
            }
        },
      ),
    );
  });
});
