import fc from 'fast-check';
import { newItem, type Agenda, type AgendaItem } from '../../src/meeting/agenda.ts';
import { clockAt, parseClock, type ClockTime } from '../../src/meeting/clock.ts';
import { asItemId, asMeetingKey, asSiteId } from '../../src/meeting/ids.ts';
import type { MeetingFile, OutcomeCode, Treatment } from '../../src/meeting/meeting.ts';

export const at = (text: string): ClockTime => parseClock(text)!;

/**
 * A tiny notation for agendas: one item a string, "number title @start-end /minutes", each part but the title optional.
 * "(lukket)" closes the item, a leading ">" makes it a sub-item of the last top item.
 */
export function agendaOf(lines: readonly string[], head: Partial<Agenda> = {}): Agenda {
  const items: AgendaItem[] = [];
  let parent: AgendaItem['parentId'] = null;
  lines.forEach((line, index) => {
    const child = line.startsWith('>');
    let text = line.replace(/^>\s*/, '');
    const take = (pattern: RegExp): RegExpExecArray | null => {
      const match = pattern.exec(text);
      if (match) text = text.replace(pattern, '').trim();
      return match;
    };
    const minutes = take(/\/(\d+)/);
    const times = take(/@(\d\d\.\d\d)?(?:-(\d\d\.\d\d))?/);
    const closed = take(/\(lukket\)/);
    const number = take(/^(\d+(?:\.[a-z])?)\s/);
    const id = asItemId(`item-${index + 1}`);
    items.push(
      newItem(id, {
        title: text,
        parentId: child ? parent : null,
        number: number?.[1] ?? null,
        openness: closed ? 'closed' : 'open',
        start: times?.[1] ? at(times[1]) : null,
        end: times?.[2] ? at(times[2]) : null,
        minutes: minutes ? Number(minutes[1]) : null,
      }),
    );
    if (!child) parent = id;
  });
  return { title: 'Direktionsmøde', date: '2026-09-03', endDate: null, start: null, end: null, location: null, chair: null, items, ...head };
}

/** Words that a person may type: Danish letters, signs that HTML and Markdown care about, line breaks, emoji. */
export const words = fc.oneof(
  fc.constantFrom(
    'Budgetopfølgning',
    'Æblegrød & fløde',
    '<b>fed</b>',
    'pkt. 5.a, BLOK 5',
    'Ro på 🙂',
    '## Formål {#purpose}',
    '# *stjerner*',
    'linje 1\nlinje 2',
    '\\',
    '"citat"',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(/\r/g, '')),
);

const clock = fc.option(fc.integer({ min: 0, max: 1439 }).map(clockAt), { nil: null });

/** Any agenda: nested, with gaps and repeats, open and closed. Ids are unique; a parent stands before its children. */
export const anyAgenda: fc.Arbitrary<Agenda> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('item' as const, 'item' as const, 'item' as const, 'break' as const),
      number: fc.option(fc.constantFrom('1', '2', '3', '5.a', '07', 'I'), { nil: null }),
      title: words.map((text) => text.replace(/\n/g, ' ')),
      neutralTitle: fc.option(fc.constant('Personsag'), { nil: null }),
      openness: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
      type: fc.constantFrom('decision' as const, 'discussion' as const, 'information' as const, null),
      standing: fc.boolean(),
      day: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      block: fc.option(fc.constant('BLOK 5: MIDDAG'), { nil: null }),
      start: clock,
      end: clock,
      minutes: fc.option(fc.integer({ min: 1, max: 240 }), { nil: null }),
      presenters: fc.array(fc.constantFrom('Ane Kratholm', 'Poul Kringelholm', 'Rikke Vindum / HR'), { maxLength: 3 }),
      sections: fc.array(
        fc.record({
          role: fc.constantFrom('purpose' as const, 'background' as const, 'recommendation' as const, 'text' as const),
          heading: fc.option(fc.constantFrom('Formål', 'Sagsfremstilling', 'Indstilling {#1}', 'Forberedelse'), { nil: null }),
          text: words,
        }),
        { maxLength: 3 },
      ),
      attachments: fc.array(
        fc.record({
          number: fc.option(fc.constant('1'), { nil: null }),
          title: words,
          documentId: fc.option(fc.constant('5488120'), { nil: null }),
          openness: fc.constantFrom('open' as const, 'closed' as const),
          url: fc.constant(null),
        }),
        { maxLength: 2 },
      ),
      nested: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((raw) => {
    const items: AgendaItem[] = [];
    raw.forEach(({ nested, ...fields }, index) => {
      const parent = nested ? (items.at(-1)?.id ?? null) : null;
      items.push(newItem(asItemId(`item-${index}`), { ...fields, parentId: parent }));
    });
    return { title: 'Direktionsmøde', date: '2026-09-03', endDate: null, start: at('08.30'), end: at('11.00'), location: null, chair: null, items };
  });

const lineFields = fc.record({
  level: fc.nat(3),
  kind: fc.constantFrom('item' as const, 'item' as const, 'item' as const, 'break' as const),
  number: fc.option(fc.constantFrom('1', '2', '3', '5.a', '07', 'I', '12.', 'b)', 'Sag 45'), { nil: null }),
  title: fc.array(fc.constantFrom('Budget', 'Økonomi', 'på', '2027', 'plan,', '&', '🙂', 'æøå'), { maxLength: 4 }).map((parts) => parts.join(' ')),
  neutralTitle: fc.option(fc.constant('Personsag'), { nil: null }),
  openness: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
  type: fc.constantFrom('decision' as const, 'discussion' as const, 'information' as const, null),
  standing: fc.boolean(),
  newHeading: fc.constantFrom(null, null, null, 'day' as const, 'block' as const),
  start: clock,
  end: clock,
  minutes: fc.option(fc.integer({ min: 1, max: 240 }), { nil: null }),
  presenters: fc.uniqueArray(fc.constantFrom('Ane Kratholm', 'Poul Kringelholm', 'Rikke Vindum / HR'), { maxLength: 2 }),
  sections: fc.array(
    fc.record({
      role: fc.constantFrom('purpose' as const, 'background' as const, 'recommendation' as const, 'text' as const),
      heading: fc.option(fc.constantFrom('Formål', 'Sagsfremstilling'), { nil: null }),
      text: words,
    }),
    { maxLength: 2 },
  ),
  attachments: fc.array(
    fc.record({
      number: fc.constant(null),
      title: fc.constantFrom('Notat.pdf', 'Økonomibilag.xlsx'),
      documentId: fc.option(fc.constant('5488120'), { nil: null }),
      openness: fc.constantFrom('open' as const, 'closed' as const),
      url: fc.option(fc.constant('https://fjordby.example/notat'), { nil: null }),
    }),
    { maxLength: 2 },
  ),
});

/**
 * Any agenda as editing takes and gives it: in outline order up to four levels deep, days and blocks in runs, no sub-item under a
 * break, numbers with gaps, repeats and letters, open and closed, timed and not.
 */
export const anyOutline: fc.Arbitrary<Agenda> = fc.array(lineFields, { maxLength: 14 }).map((lines) => {
  const items: AgendaItem[] = [];
  const path: AgendaItem[] = [];
  let [day, block]: [number | null, number] = [null, 0];
  lines.forEach(({ level, newHeading, ...fields }, index) => {
    const depth = Math.min(level, path.length);
    if (depth === 0 && newHeading === 'day') [day, block] = [(day ?? 0) + 1, 0];
    if (depth === 0 && newHeading === 'block') block += 1;
    const parent = path[depth - 1];
    const heading = { day, block: block === 0 ? null : `BLOK ${block}` };
    const item = newItem(asItemId(`item-${index}`), { ...fields, ...heading, parentId: parent?.id ?? null });
    items.push(item);
    path.splice(depth, path.length, ...(item.kind === 'break' ? [] : [item]));
  });
  return { title: 'Direktionsmøde', date: '2026-09-03', endDate: null, start: at('08.30'), end: at('11.00'), location: null, chair: null, items };
});

/** A treatment for each item of an agenda. */
export const treatmentsFor = (agenda: Agenda): fc.Arbitrary<Treatment[]> =>
  fc
    .array(
      fc.record({
        openness: fc.constantFrom('open' as const, 'closed' as const),
        outcome: fc.option(fc.constantFrom<OutcomeCode>('approved', 'discussed', 'deferred'), { nil: null }),
        decision: words,
        publicDecision: fc.constantFrom('', 'Udvalget traf beslutning i sagen.'),
        notTreated: fc.boolean(),
      }),
      { minLength: agenda.items.length, maxLength: agenda.items.length },
    )
    .map((list) => list.map((fields, index) => ({ ...fields, itemId: agenda.items[index]!.id })));

export const site = asSiteId('fjordby.sharepoint.example,11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222');
export const closedSite = asSiteId('fjordby.sharepoint.example,33333333-3333-4333-8333-333333333333,44444444-4444-4444-8444-444444444444');

/** A meeting file around an agenda. */
export function fileOf(agenda: Agenda, fields: Partial<MeetingFile> = {}): MeetingFile {
  const pointer = { siteId: site, closedSiteId: closedSite, key: asMeetingKey('0123456789abcdef0123456789abcdef') };
  return {
    pointer,
    occasion: { iCalUId: '040000008200E00074C5B7101A82E008', start: '2026-09-03T06:30:00.000Z', end: '2026-09-03T09:00:00.000Z' },
    board: { name: 'Direktionen', siteId: site, closedSiteId: closedSite, teamId: 'team', channelId: 'channel', channelName: 'Generelt' },
    agenda,
    status: { agenda: 'sent', minutes: 'none', sentAt: '2026-08-27T08:00:00.000Z' },
    treatments: [],
    apologies: [],
    minutes: null,
    publications: [],
    unread: [],
    closedAccess: 'yes',
    ...fields,
  };
}
