import type { Resource } from '../gateway/call.ts';
import { GraphError, malformed } from '../gateway/graphError.ts';

/** The names of `$select`, or undefined when everything is wanted. */
export function parseSelect(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => !/^[\w@.*/-]+$/.test(name)))
    throw malformed(`Parsing OData Select and Expand failed: Term '${text}' is not valid in a $select or $expand expression.`);
  return names.includes('*') ? undefined : names;
}

/** Exchange and the other services word an unknown property differently. */
export interface SelectWords {
  /** e.g. `Microsoft.OutlookServices.Event` */
  type: string;
  code: string;
}

/**
 * The chosen properties of a resource, besides `id` and annotations. A name that is not among `known` is a 400.
 * @param known property names of the type, when they are to be checked
 */
export function selected(
  resource: Resource,
  names: string[] | undefined,
  known?: { names: ReadonlySet<string>; words: SelectWords },
  always: readonly string[] = ['id'],
): Resource {
  if (!names) return resource;
  const wanted = new Set(names.map((name) => (name.split('/')[0] ?? '').toLowerCase()));
  if (known) for (const name of names) refuseUnknown(name.split('/')[0] ?? '', known);
  const keep = (key: string): boolean => key.startsWith('@') || always.includes(key) || wanted.has((key.split('@')[0] ?? '').toLowerCase());
  return Object.fromEntries(Object.entries(resource).filter(([key]) => keep(key)));
}

function refuseUnknown(name: string, { names, words }: { names: ReadonlySet<string>; words: SelectWords }): void {
  if (names.has(name.toLowerCase())) return;
  throw new GraphError(400, words.code, `Could not find a property named '${name}' on type '${words.type}'.`);
}

export function lowerNames(...names: string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
