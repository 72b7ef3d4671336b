import * as v from 'valibot';
import { GraphFailure } from './failure.ts';

/**
 * Parses what Graph sent. Throws GraphFailure of kind 'fault', code 'unexpectedShape', which names the fields that are
 * not what Graph's schema promises; their values are left out, since they may be somebody's words. (valibot's own issues
 * quote them, so neither its messages nor its error are handed on.)
 */
export function parse<S extends v.GenericSchema>(schema: S, body: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const fields = result.issues.map((issue) => `${v.getDotPath(issue) ?? '(whole)'} (not ${issue.type})`);
  throw new GraphFailure(`Graph sent ${what} in an unexpected shape: ${[...new Set(fields)].slice(0, 5).join(', ')}`, {
    kind: 'fault',
    status: null,
    code: 'unexpectedShape',
  });
}

/** A value that Graph may leave out or send as null: always null for us. */
export function maybe<S extends v.GenericSchema>(schema: S) {
  return v.nullish(schema, null);
}

/** An object whose keys the tenant decides. valibot's own record takes an array for one. */
export const anyObject = v.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
