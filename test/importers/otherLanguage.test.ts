// Another language is a lexicon and nothing else: a small English one, every Danish word taken out, reads an agenda.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';
import { danish } from '../../src/importers/lexicon/da.ts';
import type { Lexicon } from '../../src/importers/lexicon/lexicon.ts';

const never = '(?!)';

/** The shape of a lexicon with none of its words. */
function wordless(value: unknown): unknown {
  if (typeof value === 'string') return never;
  if (value instanceof Set) return new Set<string>();
  if (Array.isArray(value)) return [];
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wordless(inner)]));
  return value;
}

const empty = wordless(danish) as Lexicon;

const english: Lexicon = {
  ...empty,
  language: 'en',
  clock: { ...empty.clock, said: 'at', about: 'about', until: 'to|until', minutes: 'min\\b|minutes', hours: 'hours?' },
  calendar: {
    ...empty.calendar,
    months: 'january february march april may june july august september october november december'.split(' ').map((month) => [month]),
    weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    the: 'the',
  },
  words: {
    ...empty.words,
    and: 'and',
    connectors: 'and|of|the|for|to',
    finiteVerbs: 'is|are|was|were|has|have|recommends',
    that: 'that',
    by: 'by',
    number: 'no\\.?',
    prepositions: 'of|for|in',
  },
  numbering: { ...empty.numbering, strong: 'item', row: 'item' },
  labels: [
    { key: 'date', match: 'date' },
    { key: 'time', match: 'time' },
    { key: 'place', match: 'place|venue' },
    { key: 'chair', match: 'chair' },
    { key: 'present', match: 'present|participants' },
    { key: 'absent', match: 'apologies' },
    { key: 'agenda', match: 'agenda' },
    { key: 'recommendation', match: 'recommendation' },
    { key: 'decision', match: 'decision' },
    { key: 'attachments', match: 'attachments' },
  ],
  headings: { ...empty.headings, documentTypes: 'agenda|minutes', agenda: 'agenda', meeting: '\\p{L}*meeting', bodies: 'management board' },
  item: {
    ...empty.item,
    breaks: 'lunch|coffee',
    plainBreaks: 'lunch',
    closed: 'closed',
    presenterMarks: 'by\\b',
    byShort: never,
    roles: 'director',
  },
  people: { ...empty.people, firstNames: new Set(['Ane', 'Rikke', 'Ulla', 'Torkil']), notNames: 'meeting|agenda|item' },
  attachments: { ...empty.attachments, word: 'attachment', closed: 'closed', open: 'open' },
};

const agenda = `Agenda
Board meeting

Date: 4 May 2026
Time: 9.00-11.30
Place: The Oak Room
Chair: Ane Kratholm
Present: Ane Kratholm, Rikke Vindum, Ulla Skarvad
Apologies: Torkil Bækhøj

1. Approval of the agenda

2. Budget for 2027, by Rikke Vindum
The economy of the town is tight.
Recommendation:
That the board approves the frame of the budget.
Attachments:
Attachment 1: Frame of the budget

3. Purchase of land (closed)
`;

describe('an English agenda, read by an English lexicon', () => {
  const paper = importText(agenda, { language: english });

  it('has its date, time, place, chair and people', () => {
    expect(paper).toMatchObject({
      kind: 'agenda',
      date: '2026-05-04',
      start: '09:00',
      end: '11:30',
      location: 'The Oak Room',
      chair: 'Ane Kratholm',
    });
    expect(paper.participants).toEqual(['Ane Kratholm', 'Rikke Vindum', 'Ulla Skarvad']);
    expect(paper.apologies.map(({ name }) => name)).toEqual(['Torkil Bækhøj']);
  });

  it('has its items with presenter, recommendation, attachment and closing', () => {
    expect(paper.items.map(({ number, title, closed }) => [number, title, closed])).toEqual([
      ['1', 'Approval of the agenda', false],
      ['2', 'Budget for 2027', false],
      ['3', 'Purchase of land', true],
    ]);
    expect(paper.items[1]).toMatchObject({ presenters: ['Rikke Vindum'], recommendation: 'That the board approves the frame of the budget' });
    expect(paper.attachments).toMatchObject([{ number: '1', title: 'Frame of the budget', itemIndex: [1] }]);
  });

  it('reads no Danish: the same words mean nothing to it', () => {
    const danishPaper = importText('Dato: 4. maj 2026\nTil stede: Rikke Vindum\n\n1. Økonomi\nIndstilling:\nat rammen godkendes\n', {
      language: english,
    });
    expect(danishPaper).toMatchObject({ date: null, participants: [] });
    expect(danishPaper.items[0]?.recommendation ?? null).toBeNull();
  });
});
