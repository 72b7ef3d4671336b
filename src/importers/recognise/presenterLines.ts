// Presenters printed under a heading: "v/ X" on its own line, or a line that is a person with a role.
import { splitOutside } from '../grammar/people.ts';
import { readPresenters } from '../grammar/presenters.ts';
import { pattern } from '../grammar/pattern.ts';
import { perLanguage, type Language } from '../language.ts';
import type { ImportedItem } from '../paper.ts';
import type { ItemContext } from './items.ts';
import type { Part } from './sections.ts';

const patternsOf = perLanguage(({ words, item }) => ({
  speaks: pattern(
    `^((?:\\p{L}[\\p{L}-]*\\s+){0,3}(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,3}\\p{Lu}[\\p{L}'’-]*)(?:,[^,.]{2,80},|\\s*\\([^()]{2,80}\\))?\\s+(?:${item.speaks})(?![\\p{L}])`,
  ),
  titleBeforeName: pattern(
    `^\\p{Lu}[\\p{L}-]{3,}(?:\\s+(?!(?:${words.by}|${words.about}|${words.to}|${words.of}|${item.presenterWord})\\s)\\p{Ll}[\\p{L}-]+){0,4}\\s+((?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,3}\\p{Lu}[\\p{L}'’-]*)(?=,|\\s*$|\\s+\\()`,
  ),
}));

/** "v/ X" on its own line, or a line that is a person with a role: the presenter of the slot above. */
export function presentersBelow(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const { words, item: marked } = language.lexicon;
  const marks = pattern(`^(?:(?:${marked.talkWords})\\s+)?(?:${marked.presenterMarks}|(?:${words.by})\\s)\\s*`);
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
      const who = readPresenters(clause.slice(0, stop), language, context.known, !pattern(`(?:^|\\s)(?:${words.by})\\s*$`).test(hit[0]));
      if (who && who.length > 0 && clause.length < 260) {
        item.presenters.push(...who);
        item.minutes ??= language.clock.durations(clause.slice(0, stop)).at(-1)?.minutes ?? null;
        const span = context.spans([block], who[0] ?? null, 0.9);
        if (span) item.spans['presenters'] ??= span;
        return;
      }
    }
  }
  if (!context.timed) return;
  for (const { block, text } of entries.slice(0, 14)) {
    const whole = personsOfLine(text, language);
    const persons = whole.length > 0 || item.presenters.length > 0 ? whole : personOfSentences(text, language);
    for (const person of persons) {
      if (item.presenters.includes(person)) continue;
      item.presenters.push(person);
      const span = context.spans([block], person, 0.7);
      if (span) item.spans['presenters'] ??= span;
    }
    if (persons.length === 0 && item.presenters.length > 0 && block.bullet === null && text.length > 60) break;
  }
}

/** "Hvorfor og for hvem. Philip Holm, lods", "Afdelingsleder Karla Holm fortæller om …": the person a sentence of the line is about. */
function personOfSentences(text: string, language: Language): string[] {
  if (text.length > 600) return [];
  const sentences = language.sentences.split(text).slice(0, 3);
  const told = patternsOf(language).speaks;
  for (const [i, sentence] of sentences.entries()) {
    const speaker = told.exec(sentence)?.[1];
    const name = speaker === undefined ? null : (language.people.read(speaker)?.name ?? null);
    if (name?.includes(' ') && language.people.isName(name)) return [name];
    const person = i > 0 && sentence.length < 160 ? personLine(sentence, language) : null;
    if (person?.includes(' ')) return [person];
  }
  return [];
}

/** All who speak by a line of its own: "Paneldeltagere: A, B og C", "Teamleder A og tillidsmand B", or one person with a role. */
function personsOfLine(text: string, language: Language): string[] {
  const { words, item } = language.lexicon;
  const label = pattern(`^(?:${item.speakerLabels})\\s*:\\s*`).exec(text)?.[0] ?? '';
  const rest = text.slice(label.length).replace(/\.$/, '');
  if (label !== '') return readPresenters(rest, language, new Set(), false) ?? [];
  if (rest.length < 200) {
    const parts = splitOutside(rest, pattern(`\\s*[;/]\\s*|\\s+(?:${words.and}|&)\\s+(?=\\S+\\s+\\p{Lu})|,\\s*(?=\\p{Lu}\\S*\\s+\\p{Lu})`));
    const persons = parts.map((part) => personLine(part, language));
    // A place after the name ("A, Fjordby Universitet") names nobody.
    if (parts.length > 1 && persons[0] && persons.at(-1) && persons.filter(Boolean).length >= parts.length - 1)
      return persons.filter((name) => name !== null);
  }
  const one = personLine(text, language);
  return one === null ? [] : [one];
}

/** "Carl Lindgaard, professor, …" → the name. Only for a line that begins with a person and goes on with a role. */
export function personLine(text: string, language: Language): string | null {
  const lead = /^(?:\p{Ll}[\p{L}-]*\s+){0,3}?((?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]*)(?=,|:|\s*$|\s+\(|\s+[-–]\s)/u.exec(text);
  if (lead?.[1] && text.length < 300) {
    const name = lead[1];
    if (language.people.isName(name)) return name;
  }
  // "Oceanograf Ingrid Tagrør": a word before a known first name is what the person is.
  const { titleBeforeName } = patternsOf(language);
  const titled = text.length < 160 ? titleBeforeName.exec(text)?.[1] : undefined;
  if (titled && language.people.isName(titled) && titled.includes(' ') && !language.people.knownFirst(text.split(' ', 1)[0] ?? '')) return titled;
  const person = text.length < 160 ? language.people.read(text) : null;
  return person?.role && language.people.isName(person.name) ? person.name : null;
}
