// Who meets, as the title or the sentences of the paper say it.
import type { Block } from '../blocks.ts';
import { pattern, whole } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import { perLanguage, type Language } from '../language.ts';
import type { PaperKind } from '../paper.ts';
import { isPlace } from './meetingPlace.ts';

/**
 * "Dagsorden for direktionsmøde", "Referat af møde i Ældrerådet", "Generalforsamling for X" → the body. Null where the title only
 * says that some board meets ("Bestyrelsesmøde") and the paper never names it.
 */
export function bodyOfTitle(title: string, language: Language, kind: PaperKind, paper: readonly Block[]): string | null {
  const { headings } = language.lexicon;
  // "Generalforsamling Fjordby Kajakklub"
  const behind = kind === 'programme' ? undefined : pattern(`(?:${headings.assembly})(?:en|et)?\\s+((?:\\p{Lu}\\S*\\s*){2,6})$`).exec(title)?.[1];
  if (behind && language.holds.body.test(behind)) return behind.trim();
  const found = pattern(`(?:${headings.ofBody})(.+)$`).exec(title);
  const named = found?.[1]?.trim();
  const announced = found !== null && pattern(`^(?:${headings.document})(?![\\p{L}])|${headings.assembly}`).test(found[0]);
  const proper =
    named !== undefined &&
    announced &&
    /^\p{Lu}/u.test(named) &&
    named.split(' ').length <= 8 &&
    !language.holds.place.test(named) &&
    !language.holds.finiteVerb.test(named);
  if (named && !meetingOnly(language).test(named) && (language.holds.body.test(named) || proper))
    return named.replace(pattern(`^(?:${language.lexicon.words.articles}) `), '');
  // "Fjordby Roklub - referat af bestyrelsesmøde": what is no document and no meeting is the body.
  const sides = title.split(/\s+[-–—|]\s+/);
  const others = sides.filter((side) => !language.holds.meeting.test(side) && !pattern(`^(?:${headings.documentTypes})(?![\\p{L}])`).test(side));
  if (
    kind !== 'programme' &&
    sides.length === 2 &&
    others.length === 1 &&
    others[0] &&
    others[0].length > 3 &&
    others[0].length < 60 &&
    /^\p{Lu}/u.test(others[0])
  )
    return unpunctuate(others[0]);
  // "Ungerådets novembermøde"
  const whose =
    kind === 'programme' ? null : pattern(`^(\\p{Lu}[\\p{L} -]*?\\p{L}{2})s\\s+(?:\\p{L}+\\s+)?\\p{L}*(?:${headings.meetingWord})$`).exec(title)?.[1];
  if (whose && whole(headings.bodies).test(whose)) return whose;
  const bare = title.replace(pattern(`^(?:${headings.document})\\s+(?:(?:${headings.documentOf})\\s+)?`), '').trim();
  if (kind !== 'programme') {
    const compound = bodyOfCompound(title, language);
    if (compound) return isCommon(compound, language) && !isNamed(compound, paper) ? null : compound;
  }
  return bare === '' ? title : bare;
}

/** "Referat af bestyrelsesmøde d. 16. august 2027, De Glade Gæs" */
export function nameBehindDate(text: string, language: Language): string | null {
  const date = language.calendar.find(text)[0];
  const named = date ? /^\s*[,–-]\s*(\p{Lu}[\p{L} .&-]{3,50})$/u.exec(text.slice(date.to))?.[1] : undefined;
  if (named === undefined || named.split(' ').length < 2 || language.people.isName(named) || isPlace(named, language)) return null;
  return unpunctuate(named);
}

const meetingOnly = perLanguage(({ headings }) => whole(`[\\p{L}-]+(?:${headings.meetingWord})`));

/** "Ekstraordinært provstiudvalgsmøde – Referat" → "Provstiudvalget". */
function bodyOfCompound(title: string, { lexicon }: Language): string | null {
  const { headings } = lexicon;
  for (const [stem, body] of headings.bodyOfCompound) {
    const hit = pattern(`(?<![\\p{L}])${stem}(?:${headings.compoundEnds})`).exec(title);
    if (!hit?.[1]) continue;
    const name = body === '$1' ? hit[1] : body.replace('$1', hit[1].toLowerCase());
    return name.charAt(0).toUpperCase() + name.slice(1);
  }
  return null;
}

/** "Bestyrelsen": which one is not said. */
export const isCommon = (body: string, { lexicon }: Language): boolean => whole(lexicon.headings.commonBodies).test(body);

function isNamed(body: string, paper: readonly Block[]): boolean {
  const word = pattern(`(?<![\\p{L}])${body.toLowerCase()}(?![\\p{L}])`);
  return paper.some(({ text }) => word.test(text.slice(0, 5_000)));
}

/** "Ældrerådet besluttede …": the body that acts in most of the sentences. */
export function bodyInText(paper: readonly Block[], language: Language): { name: string; block: Block } | null {
  const seen = new Map<string, { count: number; block: Block }>();
  for (const block of paper) {
    for (const hit of block.text.slice(0, 2_000).matchAll(actor(language))) {
      const name = hit[1] ?? '';
      if (!language.is.body(name) || isCommon(name, language)) continue;
      const there = seen.get(name);
      if (there) there.count++;
      else seen.set(name, { count: 1, block });
    }
  }
  const [first, second] = [...seen].sort((a, b) => b[1].count - a[1].count);
  return first && first[1].count > (second?.[1].count ?? 0) ? { name: first[0], block: first[1].block } : null;
}

const actor = perLanguage(({ headings }) => pattern(`(?<![\\p{L}])(\\p{Lu}\\p{L}{3,40})\\s+(?:${headings.acts})(?![\\p{L}])`, 'giu'));
