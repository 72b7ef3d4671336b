import { isClosed, type Agenda } from './agenda.ts';
import type { Edition } from './meeting.ts';
import type { ItemId } from './ids.ts';

// What should not leave by mistake: personal numbers, telephone numbers, addresses of mail, and words about somebody's health. A person is asked and
// decides; nothing is ever blocked, so a false alarm costs a press, and too many of them the habit of reading.

export const DISCLOSURE_KINDS = ['cpr', 'phone', 'email', 'health'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

export interface Disclosure {
  readonly kind: DisclosureKind;
  /** As they stand in the text. */
  readonly words: string;
  /** Where they begin, in UTF-16 units. */
  readonly at: number;
}

/** One found in something that is about to leave. `itemId` is null where it stands above the items. */
export interface PlacedDisclosure {
  readonly itemId: ItemId | null;
  readonly kind: DisclosureKind;
  readonly words: string;
}

/** What a text tells that may be somebody's own, in the order it stands. */
export function disclosuresIn(text: string): Disclosure[] {
  const found = [...emailsIn(text)];
  // Addresses of pages hold numbers of documents, which are nobody's. As many spaces stand in their place, so that places stay.
  const bare = text.replace(/https?:\/\/\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/giu, (words) => ' '.repeat(words.length));
  const numbers = cprIn(bare);
  const rest = numbers.reduce((left, { at, words }) => left.slice(0, at) + ' '.repeat(words.length) + left.slice(at + words.length), bare);
  return [...found, ...numbers, ...phonesIn(rest), ...healthIn(bare)].sort((one, other) => one.at - other.at);
}

/**
 * All of an agenda that the invitation and the list tell everybody: of a closed item its neutral title alone.
 */
export function agendaDisclosures(agenda: Agenda): PlacedDisclosure[] {
  const head = [agenda.title, agenda.location, agenda.chair].filter((words) => words !== null);
  return eachOnce([
    ...head.flatMap((words) => placed(null, words)),
    ...agenda.items.flatMap((item) => {
      if (isClosed(agenda.items, item)) return placed(item.id, item.neutralTitle ?? '');
      const texts = item.sections.flatMap(({ heading, text }) => [heading ?? '', text]);
      const papers = item.attachments.filter(({ openness }) => openness === 'open').map(({ title }) => title);
      return [item.title, ...item.presenters, ...texts, ...papers].flatMap((words) => placed(item.id, words));
    }),
  ]);
}

/** All that an edition of the minutes tells. */
export function editionDisclosures({ head, lines }: Pick<Edition, 'head' | 'lines'>): PlacedDisclosure[] {
  return eachOnce([
    ...[head.title, head.location ?? '', head.chair ?? ''].flatMap((words) => placed(null, words)),
    ...lines.flatMap((line) =>
      [line.title, line.decision, ...line.recommendations.flatMap(({ heading, text }) => [heading ?? '', text])].flatMap((words) =>
        placed(line.itemId, words),
      ),
    ),
  ]);
}

/** What an accepted one is known by again at its item, without holding it: a device keeps these and no personal number. */
export function disclosureSign({ itemId, kind, words }: PlacedDisclosure): string {
  let hash = 0xcbf29ce484222325n;
  for (const letter of `${itemId ?? ''} ${kind} ${words.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '')}`) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(36);
}

const placed = (itemId: ItemId | null, text: string): PlacedDisclosure[] => disclosuresIn(text).map(({ kind, words }) => ({ itemId, kind, words }));

function eachOnce(found: readonly PlacedDisclosure[]): PlacedDisclosure[] {
  const once = new Map(found.map((each) => [disclosureSign(each), each]));
  return [...once.values()];
}

function matches(kind: DisclosureKind, text: string, pattern: RegExp, counts: (match: RegExpExecArray) => boolean = () => true): Disclosure[] {
  return [...text.matchAll(pattern)].filter(counts).map((match) => ({ kind, words: match[0], at: match.index }));
}

const emailsIn = (text: string): Disclosure[] => matches('email', text, /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/giu);

/** Not in the middle of a longer number or name: "2024-010190-1234", "A010190", "1.010190". */
const BEFORE = String.raw`(?<![\p{L}\p{N}_=§#]|[\p{L}\p{N}][-./:,\u2010-\u2015\u2212])`;
const AFTER = String.raw`(?![\p{L}\p{N}_=]|[-./:,\u2010-\u2015\u2212][\p{L}\p{N}])`;
/** A space of any width, on the same line. */
const SPACE = String.raw`[^\S\r\n]`;
const DASH = String.raw`[-\u2010-\u2015\u2212]`;

const CPR = new RegExp(`${BEFORE}(\\d{2})([./ ]?)(\\d{2})\\2(\\d{2})(${SPACE}?${DASH}${SPACE}?|${SPACE})?(\\d{4})${AFTER}`, 'gu');
const saysCpr = /(?:\bcpr|person-?(?:nummer|nr)|personal (?:number|id)|født)[^\d\n]{0,20}$/i;
/** What a bare number of ten digits, or one of eight, is called where it is nobody's. */
const namedOtherwise =
  /(?:dok(?:ument)?|sags?|journal|j|akt|løbe|bilags?|faktura|konto|ean|gln|cvr|p|se|ordre|bestillings?|kontrakt|matrikel|id|ref(?:erence)?|case|document|file|account|invoice)[-. ]?(?:nr|nummer|id|no|number)?[.:#]?\s*$/i;
const isAmount = /^[^\S\r\n]?(?:kr\b|kroner|mio|mia|mill|t\.?kr|dkk|eur|€|%|procent|m2|m²|ha\b|stk)/i;
const amountBefore = /(?:kr\.?|dkk|eur|€|beløb|sum|i alt)[^\S\r\n]?$/i;

/**
 * Personal numbers: a day, a month, a year and four digits. The check digit does not count: since 2007 numbers are given out without one
 * (CPR-kontoret, "Personnumre uden kontrolciffer"). A day of 61 to 91 is a number given where there was none (erstatningspersonnummer).
 */
function cprIn(text: string): Disclosure[] {
  return matches('cpr', text, CPR, (match) => {
    const [whole, day = '', between = '', month = '', year = '', dash, serial = ''] = match;
    if (!isBirthday(Number(day), Number(month), Number(year), Number(serial.charAt(0)))) return false;
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + whole.length)];
    if (saysCpr.test(before)) return true;
    if (isAmount.test(after) || amountBefore.test(before)) return false;
    // A date and a time of day have points as well, and four numbers in a row are a table's.
    if (between !== '') return false;
    return dash !== undefined && /\S/.test(dash) ? true : !namedOtherwise.test(before);
  });
}

/** The seventh digit tells the century (CPR-kontoret, "Personnummeret i CPR"). */
function isBirthday(day: number, month: number, year: number, seventh: number): boolean {
  const century = seventh <= 3 ? 1900 : seventh === 4 || seventh === 9 ? (year <= 36 ? 2000 : 1900) : year <= 57 ? 2000 : 1800;
  const real = day > 60 ? day - 60 : day;
  if (month < 1 || month > 12 || real < 1) return false;
  return real <= new Date(Date.UTC(century + year, month, 0)).getUTCDate();
}

const LAND = String.raw`(?:(?:\+|00)45${SPACE}?)`;
/** Danish telephone numbers have eight digits, the first from 2 on. */
const PHONE = new RegExp(
  `${BEFORE}(?:${LAND}?(?:[2-9]\\d(?:(?:${SPACE}|${DASH})\\d{2}){3}|[2-9]\\d{3}${SPACE}\\d{4})|${LAND}[2-9]\\d{7}|[2-9]\\d{7}|[2-9]\\d(?:\\.\\d{2}){3})${AFTER}`,
  'gu',
);
const saysPhone = /(?:\btlf|telefon|\btel|mobil|\bmob|phone|\bring(?: til)?|\bcall|direkte|\bsms)[^\d\n+]{0,20}(?:\+45|0045)?[^\S\r\n]?$/i;

function phonesIn(text: string): Disclosure[] {
  return matches('phone', text, PHONE, (match) => {
    const [whole] = match;
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + whole.length)];
    if (/^(?:\+|00)45/.test(whole) || saysPhone.test(before)) return true;
    // Eight digits in one run are a document's number or a date, and with points an account's.
    if (/^\d{8}$/.test(whole) || whole.includes('.')) return false;
    if (isAmount.test(after) || amountBefore.test(before) || namedOtherwise.test(before)) return false;
    // More groups beside it: a row of numbers.
    if (/\d[^\S\r\n]$/.test(before) || /^[^\S\r\n]\d/.test(after)) return false;
    const halves = whole.split(/\s/);
    return halves.length !== 2 || !halves.every((half) => /^(?:19|20)\d\d$/.test(half) || half.endsWith('00'));
  });
}

/**
 * Words that tell of somebody's health. Whole words, since compounds are mostly matters of a municipality (kræftplan, misbrugscenter,
 * psykiatriområdet, sygefravær), and nobody's in particular.
 */
const HEALTH = [
  String.raw`sygemeld(?:t|te|ing|ingen|es)`,
  'deltids(?:syg|sygemeldt)',
  'langtids(?:syg|syge|sygemeldt|sygemeldte)',
  'syg',
  'sygdom(?:men|me)?',
  'sygeorlov(?:en)?',
  'diagnose(?:n|r|rne|ret)?',
  'diagnosticeret',
  'kræft(?:en|syg|ramt)?',
  'depression(?:en|er)?',
  'deprimeret',
  'angst(?:en)?',
  'ptsd',
  'adhd',
  'autis(?:me|t|tisk)',
  'skizofreni?',
  'bipolar',
  'epilepsi',
  'sklerose',
  'diabetes',
  'demen(?:t|te)',
  'blodprop(?:pen|per)?',
  'hjerteanfald(?:et)?',
  'hjernerystelse(?:n)?',
  'hiv',
  'gravid(?:e|itet|iteten)?',
  'abort(?:en)?',
  'selvmord(?:et|sforsøg)?',
  '(?:alkohol|stof)?misbrug(?:et|er|eren)?',
  'alkoholiker(?:en)?',
  'indlagt',
  'indlæggelse(?:n|r)?',
  'lægeerklæring(?:en|er)?',
  'mulighedserklæring(?:en|er)?',
  'helbredsoplysning(?:er|erne)',
  'helbredsmæssige? (?:grunde|årsager|forhold)',
  'sick leave',
  'on sick',
  'diagnos(?:is|ed)',
  'cancer',
  'pregnan(?:t|cy)',
  'hospitali[sz]ed',
  'illness',
].join('|');
const HEALTH_WORD = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${HEALTH})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu');

const healthIn = (text: string): Disclosure[] => matches('health', text, HEALTH_WORD);
