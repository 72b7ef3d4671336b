import { describe, expect, test } from 'vitest';
import { intakeOf, meetingTitle } from '../../src/commands/intake/intakeOf.ts';
import { takeInText } from '../../src/commands/intake/takeInText.ts';
import { importText } from '../../src/importers/importText.ts';

let count = 0;
const newId = () => `id-${(count += 1)}`;

const paper = `Referat af direktionsmøde
Torsdag den 3. september 2026 kl. 09.00-11.00
Afbud: Ane Kratholm (Torkil Bækhøj deltager som stedfortræder)

1. Kl. 09.00-09.20: Fast punkt: Nyt fra borgmesteren v. Asger Mølbjerg
2. LUKKET PUNKT: Ledelse på Vej og Park
Beslutning: Organiseringen blev godkendt.
3. Anlægsplan
a. Veje
b. Skoler
Kl. 10.00-10.15: Pause
4. Eventuelt
`;

describe('taking a paper in', () => {
  const intake = intakeOf(importText(paper), newId);
  const titled = (title: string) => intake.agenda.items.find((item) => item.title === title)!;

  test('each line becomes an item with an id of its own, nested under its parent', () => {
    expect(new Set(intake.agenda.items.map((item) => item.id)).size).toBe(intake.agenda.items.length);
    expect(titled('Skoler').parentId).toBe(titled('Anlægsplan').id);
    expect(intake.agenda.items.some((item) => item.kind === 'break')).toBe(true);
  });
  test('a closed item is closed, and so is what was decided on it', () => {
    expect(titled('Ledelse på Vej og Park').openness).toBe('closed');
    expect(intake.treatments).toMatchObject([
      { itemId: titled('Ledelse på Vej og Park').id, openness: 'closed', decision: expect.stringContaining('godkendt') },
    ]);
  });
  test('apologies keep their substitute; a presenter and a printed time come along', () => {
    expect(intake.apologies).toMatchObject([{ name: 'Ane Kratholm', substitute: 'Torkil Bækhøj' }]);
    expect(titled('Nyt fra borgmesteren')).toMatchObject({ standing: true, start: '09:00', end: '09:20', presenters: ['Asger Mølbjerg'] });
  });
  test('every item knows the lines it came from', () => {
    for (const item of intake.agenda.items) expect(intake.sourceOf[item.id]!.fromLine).toBeGreaterThan(0);
  });
  test('no word of the paper is gone', () => {
    const held = JSON.stringify(intake).toLowerCase();
    for (const word of paper.toLowerCase().match(/\p{L}{4,}/gu)!) expect(held).toContain(word);
  });
});

test('a sentence under a heading is text of the item, also where it was read as the heading’s continuation', () => {
  const text =
    'Dagsorden\n\n1. Kl. 9.00-9.30 (30 min.): LUKKET: Ledelse på Vej og Park v. Poul Kringelholm\nSagen rummer oplysninger om enkelte medarbejdere.\n\n2. Kl. 9.30-10.00: Eventuelt\n';
  const { agenda } = intakeOf(importText(text), newId);
  expect(JSON.stringify(agenda.items[0]?.sections)).toContain('Sagen rummer oplysninger om enkelte medarbejdere.');
  expect(agenda.items[1]?.sections).toEqual([]);
});

test('text without an agenda, and no text, are said so', async () => {
  await expect(takeInText('Kære alle, vi ses på torsdag.', newId)).rejects.toMatchObject({ name: 'Unreadable', detail: { reason: 'noAgenda' } });
  await expect(takeInText('  \n ', newId)).rejects.toMatchObject({ name: 'Unreadable', detail: { reason: 'empty' } });
});

test.each([
  ['Dagsorden for direktionsmøde', 'Direktionsmøde'],
  ['Referat af ældrerådets møde', 'Ældrerådets møde'],
  ['Dagsorden', 'Dagsorden'],
  ['Program for fremtiden: byrådsseminar', 'Fremtiden: byrådsseminar'],
])('%s is the meeting %s', (printed, title) => {
  expect(meetingTitle(printed)).toBe(title);
});

describe('where each field stood in the paper', () => {
  const intake = intakeOf(importText(paper), newId);
  const wordsOf = (title: string) => {
    const item = intake.agenda.items.find((each) => each.title === title)!;
    return Object.fromEntries(
      Object.entries(intake.fieldSources[item.id]!).map(([field, spans]) => [field, spans.map(({ from, to }) => intake.source.slice(from, to))]),
    );
  };

  test('a time, a title and a presenter each point at their own words', () => {
    expect(wordsOf('Nyt fra borgmesteren')).toEqual({
      number: ['1'],
      title: ['Nyt fra borgmesteren'],
      start: ['09.00'],
      end: ['09.20'],
      presenters: ['Asger Mølbjerg'],
    });
  });
  test('the lines of a span are the lines its words stand in', () => {
    const lines = intake.source.split('\n');
    for (const fields of Object.values(intake.fieldSources)) {
      for (const span of Object.values(fields).flat()) {
        const words = intake.source.slice(span.from, span.to);
        expect(lines.slice(span.fromLine - 1, span.toLine).join('\n')).toContain(words);
      }
    }
  });
  test('a duration points at its own number, not at the same digits of a time', () => {
    const timed = intakeOf(
      importText('Dagsorden\n\n1. Kl. 9.15-9.30 (15 min.): Budget v. Rikke Vindum og Mona Thuesen\n2. Kl. 9.30-10: Eventuelt\n'),
      newId,
    );
    const [first, second] = timed.agenda.items.map((item) => timed.fieldSources[item.id]!);
    expect(first!.minutes!.map(({ from, to }) => timed.source.slice(from, to + 4))).toEqual(['15 min']);
    expect(first!.presenters!.map(({ from, to }) => timed.source.slice(from, to))).toEqual(['Rikke Vindum', 'Mona Thuesen']);
    expect(second!.end!.map(({ from, to }) => timed.source.slice(from, to))).toEqual(['10']);
  });
  test('a name with a hyphen in it points at its own words', () => {
    const hyphens = intakeOf(importText('Dagsorden\n\n1. Kl. 9.15-9.30: Budget v. Anne-Marie Skovhus\n2. Kl. 9.30-10: Eventuelt\n'), newId);
    const [first] = hyphens.agenda.items.map((item) => hyphens.fieldSources[item.id]!);
    expect(first!.presenters!.map(({ from, to }) => hyphens.source.slice(from, to))).toEqual(['Anne-Marie Skovhus']);
  });
  test('what stands word for word is sure', () => {
    for (const fields of Object.values(intake.fieldSources))
      for (const span of Object.values(fields).flat()) expect(span.sure).toBeGreaterThanOrEqual(0.7);
  });
});
