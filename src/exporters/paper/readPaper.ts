import * as v from 'valibot';
import { isHttps } from '../../meeting/linkAddress.ts';
import { OUTCOME_CODES } from '../../meeting/words.ts';
import { PAPER_KINDS, PAPER_TYPES, type Paper, type PaperAttachment, type PaperItem } from './paper.ts';

/** The value is no agenda. `where` names the field, never its words. */
export class NotAPaper extends Error {
  override readonly name = 'NotAPaper';
  readonly reason: 'noItems' | 'malformed';
  readonly where: string | null;

  constructor(reason: NotAPaper['reason'], where: string | null = null) {
    super(reason === 'noItems' ? 'There is no agenda in this' : `The field "${where ?? ''}" is not as docs/export.md says`);
    this.reason = reason;
    this.where = where;
  }
}

const words = v.nullish(v.string(), null);
const clock = v.nullish(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)), null);
const day = v.nullish(v.pipe(v.string(), v.isoDate()), null);
const names = v.nullish(v.array(v.string()), []);
const count = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), null);

const attachment = v.object({
  number: words,
  title: v.string(),
  documentId: words,
  closed: v.nullish(v.boolean(), null),
  url: words,
  itemIndex: v.nullish(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), null),
});

/** Deeper than any agenda is nested; what is deeper is refused rather than run into. */
const DEEPEST = 12;

const item = v.object({
  id: words,
  number: words,
  title: v.string(),
  neutralTitle: words,
  start: clock,
  end: clock,
  minutes: count,
  day: count,
  block: words,
  fixed: v.nullish(v.boolean(), false),
  type: v.nullish(v.picklist(PAPER_TYPES), null),
  // What does not say that it is open is closed.
  closed: v.nullish(v.boolean(), true),
  presenters: names,
  purpose: words,
  recommendation: words,
  decision: words,
  publicDecision: words,
  outcome: v.nullish(v.picklist(OUTCOME_CODES), null),
  notTreated: v.nullish(v.boolean(), false),
  sections: v.nullish(v.array(v.object({ role: v.string(), heading: words, text: v.string() })), []),
  children: v.nullish(v.array(v.unknown()), []),
});

const paper = v.object({
  kind: v.nullish(v.picklist(PAPER_KINDS), 'agenda'),
  extract: v.nullish(v.boolean(), false),
  language: v.nullish(v.picklist(['da', 'en']), 'da'),
  draft: v.nullish(v.boolean(), false),
  organisation: words,
  body: words,
  title: words,
  date: day,
  endDate: day,
  start: clock,
  end: clock,
  location: words,
  chair: words,
  participants: names,
  apologies: v.nullish(v.array(v.object({ name: v.string(), note: words, substitute: words })), []),
  absent: names,
  attachments: v.nullish(v.array(attachment), []),
  items: v.array(v.unknown()),
  recommendation: words,
  decision: words,
  published: v.nullish(v.object({ version: v.number(), at: v.string() }), null),
  preface: words,
});

/**
 * Reads what `dagsorden import` or the JSON export printed. Fields that are missing are taken as not told, but for an item's `closed`, which
 * has to say that it is open.
 * @throws NotAPaper for anything else
 */
export function readPaper(value: unknown): Paper {
  if (typeof value !== 'object' || value === null || !('items' in value)) throw new NotAPaper('noItems');
  const { preface, attachments, items, ...read } = parsed(paper, value, '');
  if (items.length === 0) throw new NotAPaper('noItems');
  const placed = attachments.map((each) => ({ ...each, url: each.url !== null && isHttps(each.url) ? each.url : null }));
  return {
    ...read,
    organisation: read.organisation ?? letterhead(preface ?? ''),
    attachments: placed.filter(({ itemIndex }) => itemIndex === null).map(withoutPlace),
    items: items.map((each, place) => itemAt(each, [place], placed)),
  };
}

type Placed = PaperAttachment & { readonly itemIndex: readonly number[] | null };

function itemAt(value: unknown, path: readonly number[], attachments: readonly Placed[]): PaperItem {
  const where = `items.${path.join('.children.')}`;
  if (path.length > DEEPEST) throw new NotAPaper('malformed', where);
  const { children, ...read } = parsed(item, value, where);
  const own = attachments.filter(({ itemIndex }) => itemIndex?.join('.') === path.join('.'));
  return { ...read, attachments: own.map(withoutPlace), children: children.map((child, place) => itemAt(child, [...path, place], attachments)) };
}

function withoutPlace({ number, title, documentId, closed, url }: Placed): PaperAttachment {
  return { number, title, documentId, closed, url };
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, value: unknown, under: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const where = [under, v.getDotPath(result.issues[0]) ?? ''].filter((part) => part !== '').join('.');
  throw new NotAPaper('malformed', where);
}

/** The municipality or region whose letterhead the paper has. */
function letterhead(preface: string): string | null {
  return /(?:^|\n)\s*(\p{Lu}[\p{L}-]+ [Kk]ommune|Region \p{Lu}\p{L}+)(?![\p{L}])/u.exec(preface)?.[1] ?? null;
}
