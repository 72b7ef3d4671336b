// Presenters printed under a heading: "v/ X" on its own line, or a line that is a person with a role.
import { readPresenters } from '../grammar/presenters.ts';
import { pattern } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import type { ImportedItem } from '../paper.ts';
import type { ItemContext } from './items.ts';
import type { Part } from './sections.ts';

/** "v/ X" on its own line, or a line that is a person with a role: the presenter of the slot above. */
export function presentersBelow(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const { words, item: marked } = language.lexicon;
  const marks = pattern(`^(?:${marked.presenterMarks}|(?:${words.by})\\s)\\s*`);
  const entries = parts.filter((part) => part.role === 'text' || part.role === 'meta').flatMap((part) => part.blocks);
  const welcome = context.timed ? pattern(`^\\p{Lu}\\p{L}{2,20}\\s+(?:${words.by})\\s+(.+)$`, 'u').exec(entries[0]?.text ?? '') : null;
  if (welcome?.[1]) {
    const who = readPresenters(welcome[1].slice(0, language.sentences.firstEnd(welcome[1])), language, context.known, false);
    if (who && who.length > 0) {
      item.presenters.push(...who);
      return;
    }
  }
  for (const { block, text } of entries.slice(0, context.timed ? 12 : 3)) {
    const hit = marks.exec(text);
    if (hit) {
      const clause = text.slice(hit[0].length);
      const stop = language.sentences.firstEnd(clause);
      const who = readPresenters(clause.slice(0, stop), language, context.known, !pattern(`^(?:${words.by})`).test(hit[0]));
      if (who && who.length > 0 && clause.length < 260) {
        item.presenters.push(...who);
        const span = context.spans([block], who[0] ?? null, 0.9);
        if (span) item.spans['presenters'] ??= span;
        return;
      }
    }
  }
  if (!context.timed) return;
  for (const { block, text } of entries.slice(0, 14)) {
    const person = personLine(text, language);
    if (person && !item.presenters.includes(person)) {
      item.presenters.push(person);
      const span = context.spans([block], person, 0.7);
      if (span) item.spans['presenters'] ??= span;
    } else if (!person && item.presenters.length > 0 && block.bullet === null && text.length > 60) break;
  }
}

/** "Carl Lindgaard, professor, …" → the name. Only for a line that begins with a person and goes on with a role. */
export function personLine(text: string, language: Language): string | null {
  const lead = /^(?:\p{Ll}[\p{L}-]*\s+){0,3}?((?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]*)(?=,|:|\s*$|\s+\(|\s+[-–]\s)/u.exec(text);
  if (lead?.[1] && text.length < 300) {
    const name = lead[1];
    if (language.people.isName(name)) return name;
  }
  const person = text.length < 160 ? language.people.read(text) : null;
  return person?.role && language.people.isName(person.name) ? person.name : null;
}
