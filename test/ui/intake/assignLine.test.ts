import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intakeOf as takenIn } from '../../../src/commands/intake/intakeOf.ts';
import type { Intake } from '../../../src/commands/commands.ts';
import { importText } from '../../../src/importers/importText.ts';
import { isClosed } from '../../../src/meeting/agenda.ts';
import { asItemId } from '../../../src/meeting/ids.ts';
import { assignLine, type LineRole } from '../../../src/ui/intake/assignLine.ts';
import { edit, startEditing } from '../../../src/ui/intake/editing.ts';
import { ownerOf } from '../../../src/ui/intake/takeLine.ts';
import { id } from './papers.ts';

const paperOf = (text: string): Intake => {
  let count = 0;
  return takenIn(importText(text), () => `i${(count += 1)}`);
};

const text = `Dagsorden for direktionsmøde

1. Kl. 09.00-09.15 (15 min.): Nyt fra borgmesteren v. Asger Mølbjerg
Formål: At kende ugens dagsorden.
Per Gyvelbo
2. Anlægsplan
De fem største usikkerheder
Vi begynder med vejene.
Ventetider i Borgerservice
Tallene er lagt på nettet.
3. LUKKET: Ledelse på Vej og Park
Sagen rummer oplysninger om enkelte medarbejdere.
4. Eventuelt
`;

const lineNumber = (intake: Intake, start: string) => intake.source.split('\n').findIndex((line) => line.startsWith(start)) + 1;
const named = (intake: Intake, title: string) => intake.agenda.items.find((item) => item.title === title)!;
const assign = (intake: Intake, start: string, role: LineRole, to: string | null = null) =>
  assignLine(intake, { line: lineNumber(intake, start), role, to: to === null ? null : named(intake, to).id, newId: id('new') });

describe('saying what a line of the paper is', () => {
  const paper = paperOf(text);

  it('a line of the text becomes the rest of the title', () => {
    const after = assign(paper, 'De fem', 'title', 'Anlægsplan');
    const item = named(after, 'Anlægsplan De fem største usikkerheder');
    expect(JSON.stringify(item.sections)).not.toContain('usikkerheder');
    expect(JSON.stringify(item.sections)).toContain('Vi begynder med vejene.');
  });

  it('a name in the text becomes a presenter, beside the one there is', () => {
    const after = assign(paper, 'Per Gyvelbo', 'presenter', 'Nyt fra borgmesteren');
    const item = named(after, 'Nyt fra borgmesteren');
    expect(item.presenters).toEqual(['Asger Mølbjerg', 'Per Gyvelbo']);
    expect(JSON.stringify(item.sections)).not.toContain('Gyvelbo');
    expect(JSON.stringify(item.sections)).toContain('At kende ugens dagsorden.');
  });

  it('an own item takes along what is printed below it', () => {
    const after = assign(paper, 'Ventetider', 'item');
    expect(after.agenda.items.map((item) => item.title)).toEqual([
      'Nyt fra borgmesteren',
      expect.stringContaining('Anlægsplan'),
      'Ventetider i Borgerservice',
      'Ledelse på Vej og Park',
      'Eventuelt',
    ]);
    expect(JSON.stringify(named(after, 'Ventetider i Borgerservice').sections)).toContain('Tallene er lagt på nettet.');
    expect(JSON.stringify(after.agenda.items[1]!.sections)).toContain('Vi begynder med vejene.');
    expect(ownerOf(after, after.agenda.items, lineNumber(after, 'Tallene'))?.title).toBe('Ventetider i Borgerservice');
  });

  it('a sub-item stands under the item it was printed in', () => {
    const after = assign(paper, 'Ventetider', 'subItem');
    expect(named(after, 'Ventetider i Borgerservice').parentId).toBe(after.agenda.items[1]!.id);
  });

  it('the line of an item becomes a sub-item, and an item again', () => {
    const under = assign(paper, '4. Eventuelt', 'subItem');
    expect(named(under, 'Eventuelt').parentId).toBe(named(under, 'Ledelse på Vej og Park').id);
    expect(named(assign(under, '4. Eventuelt', 'item'), 'Eventuelt').parentId).toBeNull();
  });

  it('an item whose heading is only text goes into the text of another, with all that stood under it', () => {
    const after = assign(paper, '2. Anlægsplan', 'text', 'Nyt fra borgmesteren');
    const item = named(after, 'Nyt fra borgmesteren');
    expect(after.agenda.items.map((other) => other.title)).toEqual(['Nyt fra borgmesteren', 'Ledelse på Vej og Park', 'Eventuelt']);
    expect(JSON.stringify(item.sections)).toContain('Anlægsplan');
    expect(JSON.stringify(item.sections)).toContain('Tallene er lagt på nettet.');
  });

  it('what is not to be in the agenda stands among the lines without a place', () => {
    const after = assign(paper, 'Formål', 'noise');
    expect(after.unplaced.map((line) => line.text)).toContain('Formål: At kende ugens dagsorden.');
    expect(JSON.stringify(after.agenda)).not.toContain('At kende ugens');
    expect(JSON.stringify(named(after, 'Nyt fra borgmesteren').sections)).not.toContain('Formål');
  });

  it('a time is read where there is one, and nothing changes where there is none', () => {
    const timed = paperOf(text.replace('Vi begynder med vejene.', 'Kl. 9.15-9.45, vejene først'));
    const item = assign(timed, 'Kl. 9.15', 'time', timed.agenda.items[1]!.title).agenda.items[1]!;
    expect(item).toMatchObject({ start: '09:15', end: '09:45' });
    expect(JSON.stringify(item.sections)).toContain('vejene først');
    expect(assign(paper, 'Per Gyvelbo', 'time', 'Eventuelt')).toBe(paper);
  });

  it('leaves things alone where the line is that already', () => {
    expect(assign(paper, '4. Eventuelt', 'item')).toBe(paper);
    expect(assign(paper, '4. Eventuelt', 'title', 'Eventuelt')).toBe(paper);
    expect(assign(paper, 'Tallene', 'text', paper.agenda.items[1]!.title)).toBe(paper);
  });

  it('what a person has typed meanwhile is not taken away with the line', () => {
    const typed = edit(startEditing(paper), { kind: 'change', itemId: named(paper, 'Eventuelt').id, fields: { title: 'Ordet er frit' } }).now;
    const after = assign(typed, '4. Eventuelt', 'text', 'Ledelse på Vej og Park');
    expect(named(after, 'Ordet er frit')).toBeDefined();
    expect(JSON.stringify(named(after, 'Ledelse på Vej og Park').sections)).toContain('Eventuelt');
  });

  it('an item born in a closed one is closed, and text that joins another item closes it', () => {
    const born = assign(paper, 'Sagen rummer', 'item');
    expect(born.agenda.items.find((item) => item.id === id('new'))?.openness).toBe('closed');
    const joined = assign(paper, '3. LUKKET', 'text', 'Eventuelt');
    expect(joined.agenda.items.filter((item) => JSON.stringify(item.sections).includes('enkelte medarbejdere')).map((item) => item.openness)).toEqual(
      ['closed'],
    );
  });

  it('is one step back', () => {
    const start = startEditing(paper);
    const done = edit(start, { kind: 'assign', line: lineNumber(paper, 'Ventetider'), role: 'item', to: null, newId: id('new') });
    expect(edit(done, { kind: 'undo' }).now).toBe(paper);
  });
});

// Words that only tell which field something is, and the "og" between two names.
const MARKERS = new Set([
  'kl',
  'min',
  'minutter',
  'til',
  'to',
  'og',
  'and',
  'ved',
  'by',
  'oplæg',
  'oplægsholder',
  'oplægsholdere',
  'indleder',
  'indledere',
  'ansvarlig',
  'ansvarlige',
  'presenter',
  'presenters',
]);

function countsOf(words: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words.toLowerCase().match(/\p{L}{2,}/gu) ?? []) if (!MARKERS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Every word that stands somewhere in the agenda or among the lines without a place. */
function held(intake: Intake): Map<string, number> {
  const items = intake.agenda.items.flatMap((item) => [
    item.number,
    item.title,
    item.neutralTitle,
    ...item.presenters,
    ...item.sections.flatMap((section) => [section.heading, section.text]),
    ...item.attachments.flatMap((attachment) => [attachment.number, attachment.title, attachment.documentId]),
  ]);
  const rest = [...intake.treatments.map((treatment) => treatment.decision), ...intake.unplaced.map((line) => line.text)];
  return countsOf([...items, ...rest].join('\n'));
}

const folder = join(import.meta.dirname, '../../importers/papers/raw');
const papers = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .filter((raw) => importText(raw).items.length > 0)
  .map(paperOf);

describe('whatever is said of the lines of a paper', () => {
  const anySteps = fc.array(
    fc.record({
      line: fc.nat(),
      role: fc.constantFrom<LineRole>('title', 'time', 'presenter', 'text', 'item', 'subItem', 'noise'),
      to: fc.nat(),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('no word of the line is lost, and no other word is touched', () => {
    expect(papers.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.constantFrom(...papers), anySteps, (paper, steps) => {
        let now = paper;
        const lines = paper.source.split('\n');
        for (const [turn, step] of steps.entries()) {
          const line = (step.line % lines.length) + 1;
          const to = now.agenda.items[step.to % Math.max(1, now.agenda.items.length)]?.id ?? null;
          const after = assignLine(now, { line, role: step.role, to, newId: asItemId(`n${turn}`) });
          if (after === now) continue;
          const [was, is, words] = [held(now), held(after), countsOf(lines[line - 1]!)];
          // A line that opens an item and only changes its level keeps what the importer made of it ("Fast punkt" is a mark, not a word).
          const level = step.role === 'item' || step.role === 'subItem';
          for (const word of words.keys())
            if (was.has(word) || !level) expect(is.get(word) ?? 0, `${word} of "${lines[line - 1]}"`).toBeGreaterThan(0);
          for (const [word, count] of was) if (!words.has(word)) expect(is.get(word) ?? 0, `${word}, beside "${lines[line - 1]}"`).toBe(count);
          now = after;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('nothing that was closed is open afterwards, and parents stand before their own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...papers), anySteps, (paper, steps) => {
        let now = paper;
        for (const [turn, step] of steps.entries()) {
          const line = (step.line % paper.source.split('\n').length) + 1;
          const to = now.agenda.items[step.to % Math.max(1, now.agenda.items.length)]?.id ?? null;
          const after = assignLine(now, { line, role: step.role, to, newId: asItemId(`n${turn}`) });
          const closed = now.agenda.items.filter((item) => isClosed(now.agenda.items, item)).map((item) => item.id);
          for (const item of after.agenda.items) {
            if (closed.includes(item.id)) expect(isClosed(after.agenda.items, item)).toBe(true);
            if (item.parentId !== null)
              expect(after.agenda.items.findIndex((other) => other.id === item.parentId)).toBeLessThan(after.agenda.items.indexOf(item));
            if (item.parentId !== null) expect(after.agenda.items.some((other) => other.id === item.parentId)).toBe(true);
          }
          now = after;
        }
      }),
      { numRuns: 100 },
    );
  });
});
