// Lines under Bilag and Vedlagt → attachments with number, title, document id and openness.
import { clean } from '../source.ts';
import { pattern, within } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import { perLanguage, type Language } from '../language.ts';
import type { ImportedAttachment } from '../paper.ts';

const grammar = perLanguage(({ attachments, words }) => ({
  named: pattern(
    `^(?:${attachments.word})\\s*(?:(?:${words.number})\\s*)?(?:(\\d{1,3}(?:[.\\s]?\\d{1,2}|\\s?[a-z](?!\\p{L}))?)(?:\\s*(?::|\\s[-–—]\\s|\\.\\s|[–-]\\s?(?=\\p{Lu})|\\)\\s?|\\|)\\s*|\\s+(?=["“”»]?\\p{Lu}))|(\\p{Lu}(?!\\p{L})(?=\\s+\\p{Lu}\\p{Ll})|[a-zæøå](?!\\p{L})(?=\\s*[:.)|–—-]))\\s*(?::|\\s[-–—]\\s|\\.\\s|\\)\\s?|\\||(?=\\p{Lu}))\\s*)(\\S.*)$`,
  ),
  // "1   Åben   Title   5501230": number, openness and document number in columns of their own.
  columns: pattern(`^(\\d{1,3})[.)]?\\s+(?:(\\d{5,9})\\s+)?(${attachments.open}|${attachments.closed})\\s+(\\p{L}.*?)(?:\\s+(\\d{5,9}))?$`),
  columnsLast: pattern(
    `^(\\d{1,3})[.)]?\\s+(\\p{L}.*?)\\s+(?:(\\d{5,9})\\s+(${attachments.open}|${attachments.closed})|(${attachments.open}|${attachments.closed})\\s+(\\d{5,9}))$`,
  ),
}));

/** "Bilag 1: X", "Bilag 20.1  X", "Bilag A - X": an attachment that names itself so, wherever it stands. */
export function namedAttachment(text: string, language: Language): { number: string; title: string } | null {
  if (text.length > 400) return null;
  const hit = grammar(language).named.exec(text);
  const number = hit?.[1] ?? hit?.[2];
  return hit?.[3] && number ? { number: number.trim(), title: hit[3] } : null;
}

/** A line that is such an attachment and no sentence about one ("Bilag 1 Status viser, at …"). */
export function isNamedAttachment(text: string, language: Language): boolean {
  const named = namedAttachment(text, language);
  if (!named) return false;
  const marked = pattern(`^.{0,16}?${named.number.replace(/\./g, '\\.')}\\s*[:)–-]`).test(text);
  return marked || (text.length < 160 && !/\.$/.test(text) && !language.holds.finiteVerb.test(named.title)) || /^\S+\s+\S+\.\s/.test(text);
}

/** The columns of a list of attachments on one line: number, openness, title and document number in either order. */
function readColumns(text: string, language: Language): Bare | null {
  const { columns, columnsLast } = grammar(language);
  const isClosed = (said: string) => within(language.lexicon.attachments.closed).test(said);
  const first = columns.exec(text);
  if (first?.[1] && first[3] && first[4])
    return { number: first[1], title: unpunctuate(first[4]), documentId: first[2] ?? first[5] ?? null, closed: isClosed(first[3]) };
  const last = columnsLast.exec(text);
  const said = last?.[4] ?? last?.[5];
  return last?.[1] && last[2] && said
    ? { number: last[1], title: unpunctuate(last[2]), documentId: last[3] ?? last[6] ?? null, closed: isClosed(said) }
    : null;
}

type Bare = Omit<ImportedAttachment, 'itemIndex' | 'line'>;

/** Takes one line of an attachment list apart; null when it says that there are none. */
export function readAttachment(text: string, language: Language): Bare | null {
  const { attachments } = language.lexicon;
  let rest = clean(text).replace(/^[•·▪*–-]+\s*/u, '');
  if (rest === '' || language.is.attachmentNone(rest) || /^\d{1,3}$/.test(rest)) return null;
  const columns = readColumns(rest, language);
  if (columns) return columns;
  let closed: boolean | null = null;
  let documentId: string | null = null;
  let number: string | null = null;
  rest = rest.replace(pattern(`^(?:${attachments.badge})(?=\\p{Lu})`), '');
  const archive = pattern(`^(\\d{1,3})\\s*-\\s*(?:(\\d{4,})\\s+)?(${attachments.open}|${attachments.closed})\\s+(.+)$`).exec(rest);
  if (archive?.[1] && archive[3] && archive[4]) {
    number = archive[1];
    documentId = archive[2] ?? null;
    closed = within(attachments.closed).test(archive[3]);
    rest = archive[4];
  } else {
    const named = namedAttachment(rest, language);
    const plain = /^(\d{1,3}(?:\.\d{1,2})?[a-z]?|[a-zA-Z])\s?(?:[.):]|\s[-–])\s+(\S.+)$/u.exec(rest) ?? /^(\d{1,2}[a-z])\s+(\S.+)$/u.exec(rest);
    if (named) {
      number = named.number;
      // "Bilag 1: Notat om adgange. Udarbejdet af formanden.": the title is the first sentence.
      const first = language.sentences.first(named.title);
      rest = first.includes(' ') ? first : named.title;
    } else if (plain?.[1] && plain[2]) {
      number = plain[1];
      rest = plain[2];
    }
  }
  const leading = /^(\d{2,4}-\d{4}-\d{1,7}|\d{6,9})\s*[-–:]?\s+(?=\p{L})/u.exec(rest);
  if (documentId === null && leading?.[1]) {
    documentId = leading[1];
    rest = rest.slice(leading[0].length);
  }
  const id = pattern(attachments.documentId).exec(rest);
  if (id?.[1]) {
    documentId = id[1];
    // "(dok.nr. 5490381, lukket)": the bracket goes, its openness stays.
    const open = rest.lastIndexOf('(', id.index);
    const close = rest.indexOf(')', id.index);
    if (open >= 0 && close > open) {
      if (within(attachments.closed).test(rest.slice(open, close))) closed = true;
      else if (within(attachments.open).test(rest.slice(open, close))) closed = false;
      rest = `${rest.slice(0, open)} ${rest.slice(close + 1)}`;
    } else rest = rest.replace(id[0], ' ').replace(/[\s,–-]+$/u, '');
  }
  const mark = pattern(
    `\\s*(?:\\(\\s*(${attachments.closed}|${attachments.open})(?:\\s+(?:${attachments.thing}))?\\s*\\)|[-–,]\\s*(${attachments.closed}))\\s*$`,
  ).exec(rest);
  if (mark) {
    closed = within(attachments.closed).test(mark[0]);
    rest = rest.slice(0, mark.index);
  }
  const front = pattern(`^(?:${attachments.closed})\\s*[-–:]\\s*`).exec(rest);
  if (front) {
    closed = true;
    // "Ikke offentliggjort – X" is printed as part of the title.
    if (pattern(`^(?:${attachments.closedState})`).test(front[0])) rest = rest.slice(front[0].length);
  }
  rest = rest.replace(pattern(`(?:\\s*(?:${attachments.caseMarks}))+\\s*$`), '');
  const title = unpunctuate(clean(rest));
  if (title === '') return null;
  return { number, title, documentId, closed };
}

/** Rows like "1 - 5488120 Åben Titel (1102/26) (H)", whose cells may stand on lines of their own, joined again. */
export function joinArchiveRows(texts: readonly string[], language: Language): string[] | null {
  const { attachments } = language.lexicon;
  const begins = /^\d{1,3}\s*-(?:\s|$)/;
  const starts = texts.filter((text) => begins.test(text)).length;
  if (starts < 1 || starts < texts.length * 0.15) return null;
  const openness = within(`${attachments.open}|${attachments.closed}`);
  if (!texts.some((text) => openness.test(text))) return null;
  const rows: string[] = [];
  for (const text of texts) {
    if (begins.test(text) || rows.length === 0) rows.push(text);
    else rows[rows.length - 1] = `${rows.at(-1) ?? ''} ${text}`;
  }
  return rows;
}
