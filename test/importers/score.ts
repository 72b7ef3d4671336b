// Scores a reading against a hand-made gold structure: one fact is one field of the paper, an item, an apology or an
// attachment; long texts agree at a word similarity of 0.8.
type Fields = Record<string, unknown>;

const fold = (value: unknown) =>
  String(value ?? '')
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s.,:;–-]+|[\s.,:;–-]+$/g, '');

const words = (value: unknown) =>
  fold(value)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Share of words two texts have in common (Dice). */
export function similarity(a: unknown, b: unknown): number {
  const x = words(a);
  const y = words(b);
  if (x.length === 0 || y.length === 0) return fold(a) === fold(b) ? 1 : 0;
  const count = new Map<string, number>();
  for (const word of x) count.set(word, (count.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of y) {
    const left = count.get(word) ?? 0;
    if (left > 0) {
      hits++;
      count.set(word, left - 1);
    }
  }
  return (2 * hits) / (x.length + y.length);
}

const long = new Set(['title', 'purpose', 'recommendation', 'decision', 'location', 'body', 'block', 'note', 'name', 'substitute']);
const empty = (value: unknown) =>
  value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

export interface Score {
  right: number;
  spurious: number;
  missed: number;
  misses: string[];
}

export function f1({ right, spurious, missed }: Pick<Score, 'right' | 'spurious' | 'missed'>): number {
  return (2 * right) / (2 * right + spurious + missed || 1);
}

const paperFields = ['kind', 'draft', 'body', 'title', 'date', 'endDate', 'start', 'end', 'location', 'chair', 'recommendation', 'decision'];
const itemFields = [
  'title',
  'number',
  'start',
  'end',
  'minutes',
  'day',
  'block',
  'fixed',
  'type',
  'closed',
  'purpose',
  'recommendation',
  'decision',
  'depth',
];

function flatten(items: readonly Fields[], depth = 0): Fields[] {
  return items.flatMap((item) => [
    { ...item, depth: depth === 0 ? null : depth },
    ...flatten((item['children'] as Fields[] | undefined) ?? [], depth + 1),
  ]);
}

/** Pairs by title, in order first, then whatever is left. */
function pair(gold: readonly Fields[], got: readonly Fields[], key: string): [Fields | null, Fields | null][] {
  const left = [...got];
  const pairs: [Fields | null, Fields | null][] = gold.map((item) => {
    let at = -1;
    let top = 0.5;
    left.forEach((candidate, i) => {
      const like = similarity(item[key], candidate[key]) + (fold(item['number']) === fold(candidate['number']) ? 0.2 : 0) - i * 0.001;
      if (like >= top) {
        top = like;
        at = i;
      }
    });
    return [item, at < 0 ? null : (left.splice(at, 1)[0] ?? null)];
  });
  return [...pairs, ...left.map((extra): [null, Fields] => [null, extra])];
}

/** Compares one reading with its gold. */
export function scorePaper(gold: Fields, got: Fields): Score {
  const score: Score = { right: 0, spurious: 0, missed: 0, misses: [] };
  const count = (field: string, group: string, a: unknown, b: unknown) => {
    const wanted = !empty(a);
    const found = !empty(b);
    if (!wanted && !found) return;
    if (wanted && found && (long.has(field) ? similarity(a, b) >= 0.8 : fold(a) === fold(b))) {
      score.right++;
      return;
    }
    if (wanted) score.missed++;
    if (found) score.spurious++;
    score.misses.push(`${group}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`);
  };
  const names = (group: string, a: readonly unknown[], b: readonly unknown[]) => {
    const rest = [...b];
    for (const name of a) {
      const at = rest.findIndex((other) => similarity(name, other) >= 0.8);
      count('name', group, name, at < 0 ? null : rest.splice(at, 1)[0]);
    }
    for (const extra of rest) count('name', group, null, extra);
  };
  const list = (fields: Fields | null, key: string) => (fields?.[key] as unknown[] | undefined) ?? [];
  for (const field of paperFields) count(field, field, gold[field], got[field]);
  names('participants', list(gold, 'participants'), list(got, 'participants'));
  for (const [a, b] of pair(list(gold, 'apologies') as Fields[], list(got, 'apologies') as Fields[], 'name'))
    for (const field of ['name', 'note', 'substitute']) count(field, `apology.${field}`, a?.[field], b?.[field]);
  for (const [a, b] of pair(list(gold, 'attachments') as Fields[], list(got, 'attachments') as Fields[], 'title'))
    for (const field of ['title', 'number', 'documentId', 'closed']) count(field, `attachment.${field}`, a?.[field], b?.[field]);
  for (const [a, b] of pair(flatten(list(gold, 'items') as Fields[]), flatten(list(got, 'items') as Fields[]), 'title')) {
    for (const field of itemFields) count(field, `item.${field}`, a?.[field], b?.[field]);
    names('item.presenters', list(a, 'presenters'), list(b, 'presenters'));
  }
  return score;
}
