// Lines under Bilag and Vedlagt → attachments with number, title, document id and openness.
import { clean } from '../source.ts';
import { pattern, within } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { ImportedAttachment } from '../paper.ts';

type Bare = Omit<ImportedAttachment, 'itemIndex' | 'line'>;

/** Takes one line of an attachment list apart; null when it says that there are none. */
export function readAttachment(text: string, language: Language): Bare | null {
  const { attachments } = language.lexicon;
  let rest = clean(text).replace(/^[•·▪*–-]+\s*/u, '');
  if (rest === '' || language.is.attachmentNone(rest) || /^\d{1,3}$/.test(rest)) return null;
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
    const named = pattern(
      `^(?:${attachments.word})\\s*(?:(?:${language.lexicon.words.number})\\s*)?(\\d{1,3}(?:[.\\s]?\\d{1,2}|\\s?[a-z](?!\\p{L}))?|[a-z](?!\\p{L}))\\s*(?::|\\s[-–—]\\s|\\.\\s|–|\\)\\s?|\\|)\\s*(.+)$`,
    ).exec(rest);
    const plain = /^(\d{1,3}(?:\.\d{1,2})?[a-z]?|[a-zA-Z])\s?(?:[.):]|\s[-–])\s+(\S.+)$/u.exec(rest) ?? /^(\d{1,2}[a-z])\s+(\S.+)$/u.exec(rest);
    if (named?.[1] && named[2]) {
      number = named[1].trim();
      rest = named[2];
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
