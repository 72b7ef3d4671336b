import type { BlockContent, Heading, List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { parseClock, type ClockTime } from '../../meeting/clock.ts';
import type { Paper, PaperAttachment, PaperEdition, PaperItem, PaperSection } from '../paper/paper.ts';
import { openPaper } from '../paper/openPaper.ts';
import { shownAddress } from '../../meeting/linkAddress.ts';
import { saysOnlyClosed } from '../../meeting/shownTitle.ts';
import { label, list, listItem, plain, text } from './document.ts';
import { proseOf } from './prose.ts';
import { instantOf, printDate, printDay, printSpan } from './when.ts';
import { paperWordsOf, type PaperWords } from './paperWords.ts';

/** What a printer needs of a paper as values rather than as words. */
export interface PaperDocumentData {
  readonly edition: PaperEdition;
  readonly language: 'da' | 'en';
  /** The word that says what it is: "Dagsorden", "Referat" … */
  readonly word: string;
  /** "Dagsorden: Direktionsmøde" */
  readonly title: string;
  readonly organisation: string | null;
  readonly body: string | null;
  /** What stands in the margin of each page: who, what, when and for whom. */
  readonly running: string;
  /** "Åben udgave" or "Lukket udgave". */
  readonly editionWords: string;
  readonly page: (page: string, pages: string) => string;
}

/** A paper as a tree: headings 1 to 6, paragraphs, lists and tables, which every printer prints whole. */
export interface PaperDocument extends Root {
  readonly paper: PaperDocumentData;
}

/** The whole paper of one edition. The open one is made from the paper without what is closed, so that no printer ever holds it. */
export function paperDocument(whole: Paper, edition: PaperEdition): PaperDocument {
  const paper = edition === 'open' ? openPaper(whole) : whole;
  const words = paperWordsOf(paper.language);
  const word = wordFor(paper, words);
  const own = plain(paper.title ?? '');
  const title = own === '' ? [word, plain(paper.body ?? '')].filter((part) => part !== '').join(': ') : own;
  return {
    type: 'root',
    paper: {
      edition,
      language: paper.language,
      word,
      title: title.toLowerCase().startsWith(word.toLowerCase()) ? title : `${word}: ${title}`,
      organisation: paper.organisation,
      body: paper.body,
      running: runningWords(paper, edition, word, words),
      editionWords: words.editions[edition],
      page: words.page,
    },
    children: [
      ...letterhead(paper, word),
      headed(1, title),
      ...facts(paper, edition, words),
      ...itemNodes(paper, words),
      ...wholePaper(paper, words),
      ...papers(paper.attachments, words),
      ...(paper.published === null ? [] : [foot(paper, paper.published, words)]),
    ],
  };
}

function wordFor({ kind, draft, extract }: Paper, words: PaperWords): string {
  const whole = draft ? words.draftOf(words.kinds[kind]) : words.kinds[kind];
  return extract ? words.extractOf(whole) : whole;
}

function runningWords({ organisation, body, date, language }: Paper, edition: PaperEdition, word: string, words: PaperWords): string {
  const parts = [organisation, body, word, date === null ? null : printDate(date, language), words.editions[edition]];
  return parts.flatMap((part) => (part === null || plain(part) === '' ? [] : [plain(part)])).join(' · ');
}

function letterhead(paper: Paper, word: string): Paragraph[] {
  const organisation = plain(paper.organisation ?? '');
  const body = plain(paper.body ?? '');
  return [
    ...(organisation === '' ? [] : [one(organisation)]),
    ...(body === '' || body === plain(paper.title ?? '') ? [] : [one(body)]),
    one(word.toLocaleUpperCase(paper.language)),
  ];
}

/** "Dato: …", "Tid: …", "Sted: …" and so on, what is not known left out. */
function facts(paper: Paper, edition: PaperEdition, words: PaperWords): Paragraph[] {
  const { language } = paper;
  const days = [paper.date, paper.endDate === paper.date ? null : paper.endDate].filter((day) => day !== null).map((day) => printDay(day, language));
  const span = printSpan(clock(paper.start), clock(paper.end), language);
  return [
    field(words.date, days.join(' – ')),
    field(words.time, span === '' ? '' : words.clock(span)),
    field(words.place, paper.location ?? ''),
    field(words.chair, paper.chair ?? ''),
    // Said in the text itself, so that no copy goes without.
    field(words.edition, words.editions[edition]),
    field(paper.kind === 'minutes' ? words.present : words.participants, paper.participants.map(plain).join(', ')),
    ...(paper.apologies.length === 0 ? [] : [field(words.apologies, paper.apologies.map((each) => apology(each, words)).join(', '))]),
    field(words.absent, paper.absent.map(plain).join(', ')),
  ].filter((line) => line !== null);
}

function apology({ name, note, substitute }: Paper['apologies'][number], words: PaperWords): string {
  const why = plain(note ?? '');
  const instead = plain(substitute ?? '') === '' ? '' : words.substitute(plain(substitute ?? ''));
  if (why === '') return instead === '' ? plain(name) : `${plain(name)} (${instead})`;
  return `${plain(name)} (${why})${instead === '' ? '' : `, ${instead}`}`;
}

/** The items under the headings of their days and blocks. Blocks stand a level below days, items a level below both. */
function itemNodes(paper: Paper, words: PaperWords): RootContent[] {
  const days = new Set(paper.items.map(({ day }) => day)).size > 1 || paper.items.some(({ day }) => day !== null);
  const blocks = paper.items.some(({ block }) => block !== null);
  const out: RootContent[] = [];
  let before: PaperItem | null = null;
  for (const item of paper.items) {
    const newDay = item.day !== null && item.day !== before?.day;
    if (newDay) out.push(headed(2, dayWords(paper, item.day ?? 1, words)));
    const block = plain(item.block ?? '');
    if (block !== '' && (newDay || block !== plain(before?.block ?? ''))) out.push(headed(days ? 3 : 2, block));
    out.push(...itemNode(item, { depth: 2 + (days ? 1 : 0) + (blocks ? 1 : 0), sub: false }, paper, words));
    before = item;
  }
  return out;
}

function dayWords({ date, language }: Paper, day: number, words: PaperWords): string {
  if (date === null) return words.day(day);
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + day - 1);
  const printed = Number.isNaN(at.getTime()) ? '' : printDay(at.toISOString().slice(0, 10), language);
  return printed === '' ? words.day(day) : `${words.day(day)}: ${printed}`;
}

function itemNode(
  item: PaperItem,
  { depth, sub }: { readonly depth: number; readonly sub: boolean },
  paper: Paper,
  words: PaperWords,
): RootContent[] {
  return [
    headed(depth, titleLine(item, paper, words)),
    ...itemFacts(item, paper, words),
    ...texts(item, sub, words),
    ...papers(item.attachments, words),
    ...item.children.flatMap((child) => itemNode(child, { depth: depth + 1, sub: true }, paper, words)),
  ];
}

/** Number, time and title. */
function titleLine(item: PaperItem, paper: Paper, words: PaperWords): string {
  const own = plain(item.closed && item.title === '' ? (item.neutralTitle ?? '') : item.title);
  const none = item.type === 'break' ? words.break : words.untitled;
  const title = item.closed ? (own === '' || saysOnlyClosed(own) ? words.closedItem : `${words.closedItem}: ${own}`) : own === '' ? none : own;
  return [numberMark(plain(item.number ?? '')), timeBefore(item, paper), title].filter((part) => part !== '').join(' ');
}

/** "4" is printed "4.", "a" is printed "a)", "5.a" as it is. */
function numberMark(number: string): string {
  if (/^(\d+|\p{Lu}|[IVXLC]+)$/u.test(number)) return `${number}.`;
  return /^\p{Ll}$/u.test(number) ? `${number})` : number;
}

/** The lines of a programme, and items without a number, are known by their times, which stand before their titles. */
const timeBefore = ({ number, start, end }: PaperItem, { kind, language }: Paper): string =>
  kind === 'programme' || plain(number ?? '') === '' ? printSpan(clock(start), clock(end), language) : '';

/** Time, kind and presenters of an item, each on its own line. */
function itemFacts(item: PaperItem, paper: Paper, words: PaperWords): Paragraph[] {
  const span = timeBefore(item, paper) === '' ? printSpan(clock(item.start), clock(item.end), paper.language) : '';
  const length = item.minutes === null ? '' : words.minutes(item.minutes);
  const kinds = [item.fixed ? words.fixed : '', item.type === null || item.type === 'break' ? '' : words.types[item.type]].filter(
    (part) => part !== '',
  );
  return [
    span === '' ? field(words.duration, length) : field(words.time, `${words.clock(span)}${length === '' ? '' : ` (${length})`}`),
    field(words.type, kinds.join(' / ')),
    field(words.presenter, item.presenters.map(plain).join(', ')),
  ].filter((line) => line !== null);
}

/** Roles whose words stand in fields of their own. */
const FIELDS = new Set(['meta', 'attachments']);

/** Roles that stand below everything else. */
const AFTER = new Set(['decision', 'followUp']);

function texts(item: PaperItem, sub: boolean, words: PaperWords): BlockContent[] {
  const sections = item.sections.filter(({ role }) => !FIELDS.has(role));
  const has = (role: string) => sections.some((section) => section.role === role);
  const told = (said: string | null) => said !== null && sections.some((section) => letters(section.text).includes(letters(said)));
  const extra = (role: 'purpose' | 'recommendation' | 'decision', said: string | null): PaperSection[] =>
    said === null || said.trim() === '' || has(role) || told(said) ? [] : [{ role, heading: null, text: said }];
  const all: PaperSection[] = [
    ...extra('purpose', item.purpose),
    ...sections.filter(({ role }) => !AFTER.has(role)),
    ...extra('recommendation', item.recommendation),
    ...sections.filter(({ role }) => role === 'decision'),
    ...extra('decision', item.decision),
    // What is to be done follows from what was decided.
    ...sections.filter(({ role }) => role === 'followUp'),
  ];
  const printed = all.flatMap((section) => sectionNodes(section, item, { sub, words }));
  const decided = has('decision') || (item.decision ?? '').trim() !== '';
  if (decided) return printed;
  if (item.notTreated) return [...printed, label(words.sections['decision'] ?? ''), one(words.notTreated)];
  return item.outcome === null ? printed : [...printed, label(words.sections['decision'] ?? ''), one(words.outcomes[item.outcome])];
}

const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function sectionNodes(section: PaperSection, item: PaperItem, { sub, words }: { readonly sub: boolean; readonly words: PaperWords }): BlockContent[] {
  // A line that names the presenter alone has become a field.
  const own = section.heading === null && section.role === 'text' ? withoutPresenterLine(section.text, item) : section.text;
  // A lone dash says that there is nothing; CommonMark would read an empty list.
  const prose = letters(own) === '' && own.trim() !== '' ? [one('–')] : proseOf(own);
  if (prose.length === 0) return [];
  const name = plain(section.heading ?? words.sections[section.role] ?? '');
  if (name === '') return prose;
  const [first, ...rest] = prose;
  // A decision under a heading of its own after several sub-items would read as that of them all.
  if (sub && section.role === 'decision' && first?.type === 'paragraph')
    return [{ ...first, children: [{ type: 'strong', children: [text(`${name}:`)] }, text(' '), ...first.children] }, ...rest];
  return [label(name), ...prose];
}

function withoutPresenterLine(own: string, { presenters }: PaperItem): string {
  const [first = '', ...rest] = own.split('\n');
  const names = presenters.length > 0 && presenters.every((name) => letters(first).includes(letters(name)));
  return names && /^\s*(v\/|v\.|ved\b|by\b)/i.test(first) ? rest.join('\n') : own;
}

/** Each line says that it is a paper: one that is called "Indstilling" would pass for a heading. */
function papers(attachments: readonly PaperAttachment[], words: PaperWords): BlockContent[] {
  const told = attachments.filter(({ title }) => plain(title) !== '');
  if (told.length === 0) return [];
  return [
    list(
      'attachments',
      told.map((paper) => listItem(undefined, paperLine(paper, words))),
    ) satisfies List,
  ];
}

function paperLine({ number, title, documentId, closed, url }: PaperAttachment, words: PaperWords): BlockContent {
  const name = plain(title);
  const { link, words: address } = shownAddress(url);
  const more = [
    ...(documentId === null ? [] : [words.documentId(plain(documentId))]),
    ...(closed === true ? [words.closedPaper] : []),
    ...(link === null && address !== null ? [plain(address)] : []),
  ];
  const titled: PhrasingContent = link === null ? text(name) : { type: 'link', url: link, children: [text(name)] };
  const after = more.map((each) => ` (${each})`).join('');
  return {
    type: 'paragraph',
    children: [text(`${words.paperNumber(plain(number ?? ''))} `), titled, ...(after === '' ? [] : [text(after)])],
  };
}

/** What covers the whole paper and none of its items alone. */
function wholePaper({ recommendation, decision }: Paper, words: PaperWords): BlockContent[] {
  return [
    ...(recommendation === null ? [] : [label(words.sections['recommendation'] ?? ''), ...proseOf(recommendation)]),
    ...(decision === null ? [] : [label(words.sections['decision'] ?? ''), ...proseOf(decision)]),
  ];
}

function foot({ language }: Paper, { version, at }: NonNullable<Paper['published']>, words: PaperWords): Paragraph {
  const [when] = instantOf(at, language);
  const told = when === undefined ? '' : [when.day, when.time].filter((part) => part !== '').join(' ');
  return one([`${words.published} ${told}`.trim(), ...(version > 1 ? [words.version(version)] : [])].join(' · '));
}

const one = (words: string): Paragraph => ({ type: 'paragraph', children: [text(words)] });

function field(name: string, value: string): Paragraph | null {
  const told = plain(value);
  if (told === '') return null;
  return { type: 'paragraph', data: { part: 'field' }, children: [{ type: 'strong', children: [text(`${name}:`)] }, text(` ${told}`)] };
}

function headed(depth: number, words: string): Heading {
  return { type: 'heading', depth: Math.min(depth, 6) as Heading['depth'], children: [text(words)] };
}

const clock = (time: string | null): ClockTime | null => (time === null ? null : parseClock(time));
