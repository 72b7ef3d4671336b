// The sentence that states a point's outcome, in minutes that print no Beslutning heading.
import { perLanguage, type Language } from '../language.ts';
import { isoDate } from '../grammar/date.ts';
import { mendScan, pattern, within } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { ImportedItem } from '../paper.ts';

/** First outcome among the paragraphs, without its closing punctuation; null when none states one. */
export function findOutcome(paragraphs: readonly string[], language: Language, meeting: string | null = null): string | null {
  const all = outcomes(paragraphs, language, meeting);
  // "Efter nogen diskussion blev vi enige om …" gives way to a vote or an approval further down.
  const passing = pattern(language.lexicon.outcome.inPassing);
  return all.find((sentence) => !passing.test(sentence)) ?? all[0] ?? null;
}

function outcomes(paragraphs: readonly string[], language: Language, meeting: string | null): string[] {
  const found: string[] = [];
  for (let i = 0; i < paragraphs.length && found.length < 12; i++) {
    const paragraph = paragraphs[i] ?? '';
    for (const sentence of language.sentences.split(paragraph.slice(0, 20_000))) {
      if (!statesOutcome(sentence, language) || wasEarlier(sentence, meeting, language)) continue;
      const next = paragraphs[i + 1];
      // "Kredsen godkendte:" says nothing without the first point under it.
      if (/:$/.test(sentence) && next !== undefined && pattern(`^(?:[•·▪–-]\\s*)?(?:${language.lexicon.words.that})\\b`).test(next))
        found.push(unpunctuate(`${sentence} ${language.sentences.first(next)}`));
      else found.push(unpunctuate(sentence.replace(/^[•·▪–-]\s*/u, '')));
    }
  }
  return found;
}

/** Whether a sentence states what was decided. */
export function statesOutcome(sentence: string, language: Language): boolean {
  const text = mendScan(sentence);
  if (text.length > 700 || /\?$/.test(text)) return false;
  return language.holds.outcome.test(text) && !language.holds.notOutcome.test(text);
}

/** Whether a sentence tells what an earlier meeting decided: "Rådet besluttede på sit møde den 3. maj, at …". `meeting` is this one's date. */
function wasEarlier(sentence: string, meeting: string | null, language: Language): boolean {
  if (meeting === null || sentence.length > 700) return false;
  const { atMeeting, putsOff } = language.lexicon.outcome;
  return language.calendar.find(sentence).some((date) => {
    if (!pattern(atMeeting).test(sentence.slice(0, date.from))) return false;
    const dated = isoDate(date);
    return dated !== null ? dated < meeting : !meeting.endsWith(monthAndDay(date)) && !within(putsOff).test(sentence);
  });
}

const monthAndDay = ({ month, day }: { month: number; day: number }) => `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const nameInText = "\\p{Lu}[\\p{L}'’.-]*(?:\\s(?:\\p{Lu}[\\p{L}'’.-]*|\\d{3,4}))*";
const chosenPatterns = perLanguage(({ outcome }) => outcome.chosenChair.map((source) => pattern(source.replace('({name})', `(${nameInText})`))));

/** "Finn Gadegård blev valgt som dirigent" → the name. */
export function chosenChair(text: string, language: Language): string | null {
  for (const chosen of chosenPatterns(language)) {
    const hit = chosen.exec(text);
    const found = hit?.[1]?.replace(/[.,]+$/, '');
    if (!found) continue;
    const person = language.people.read(found) ?? { name: found };
    const last = person.name.replace(pattern(`^(?:${language.lexicon.outcome.chosenOffice})\\s+`), '');
    if (language.people.isName(last, false) || /^\p{Lu}\p{L}+ \d{3,4}$/u.test(last)) return last;
  }
  return null;
}

/** "Bestyrelsen foreslog A. / Valgt med applaus.": who was put forward in a point that ends in an election. */
export function proposedFor(item: ImportedItem, language: Language): string | null {
  const proposed = pattern(`(?<![\\p{L}])(?:${language.lexicon.outcome.proposes})\\s+(${nameInText})`);
  for (const { text } of item.sections) {
    const found = proposed.exec(text.slice(0, 2_000))?.[1]?.replace(/[.,]+$/, '');
    const name = found === undefined ? null : (language.people.read(found)?.name ?? null);
    if (name !== null && language.people.isName(name)) return name;
  }
  return null;
}
