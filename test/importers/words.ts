// Words in, words out: every word of a paper stands in some part of the reading, or among the declared noise.
import type { ImportedItem, ImportedPaper } from '../../src/importers/paper.ts';
import { readSource } from '../../src/importers/source.ts';

/** Words, and those that are glued ("MødestedRådssalen", "Eventuelt1") one by one: the reading parts them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(/(?<=\p{Ll})(?=[\p{Lu}\d])|(?<=\d)(?=\p{L})/gu, ' ')
      .toLowerCase()
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The lines of a text whose words are not all in its reading. */
export function lostLines(text: string, paper: ImportedPaper): string[] {
  const out = new Map<string, number>();
  const add = (part: string | null) => {
    for (const word of wordsOf(part ?? '')) out.set(word, (out.get(word) ?? 0) + 1);
  };
  const addItem = (item: ImportedItem) => {
    add(item.heading);
    add(item.listed);
    for (const section of item.sections) {
      add(section.heading);
      add(section.text);
    }
    item.children.forEach(addItem);
  };
  add(paper.preface);
  add(paper.closing);
  paper.headings.forEach((part) => add(part.text));
  paper.noise.forEach((part) => add(part.text));
  if (paper.items.length === 0) paper.unplaced.forEach((part) => add(part.text));
  paper.items.forEach(addItem);
  return readSource(text).lines.flatMap((line) => {
    const missing = wordsOf(line.text).filter((word) => {
      const left = out.get(word) ?? 0;
      if (left === 0) return true;
      out.set(word, left - 1);
      return false;
    });
    return missing.length > 0 ? [`${line.number}: ${missing.join(' ')} ← ${line.text.slice(0, 80)}`] : [];
  });
}
