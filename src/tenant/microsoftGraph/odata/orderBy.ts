import { malformed } from '../gateway/graphError.ts';
import { valueAt } from './filter.ts';

export interface Order {
  path: string;
  descending: boolean;
}

export function parseOrderBy(text: string | undefined): Order[] {
  if (text === undefined) return [];
  return text.split(',').map((part) => {
    const shape = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(part);
    if (!shape) throw malformed(`Invalid orderby clause: Syntax error in '${part.trim()}'.`);
    return { path: shape[1] ?? '', descending: shape[2]?.toLowerCase() === 'desc' };
  });
}

/** Sorts a copy by the given orders, texts without regard to case. */
export function ordered<T>(values: readonly T[], orders: readonly Order[], read: (value: T, path: string) => unknown = valueAt): T[] {
  if (orders.length === 0) return [...values];
  return [...values].sort((a, b) => {
    for (const { path, descending } of orders) {
      const difference = order(read(a, path), read(b, path));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

function order(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a ?? '').toLowerCase(), String(b ?? '').toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
