import * as z from 'zod/mini';
import { GraphFailure } from './failure.ts';

/**
 * Parses what Graph sent. Throws GraphFailure of kind 'fault', code 'unexpectedShape', which names the fields that are
 * not what Graph's schema promises; their values are left out, since they may be somebody's words.
 */
export function parse<T>(schema: z.ZodMiniType<T>, body: unknown, what: string): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => `${issue.path.join('.') || '(whole)'} (${issue.code})`);
  throw new GraphFailure(`Graph sent ${what} in an unexpected shape: ${[...new Set(fields)].slice(0, 5).join(', ')}`, {
    kind: 'fault',
    status: null,
    code: 'unexpectedShape',
    cause: result.error,
  });
}

/** A value that Graph may leave out or send as null: always null for us. */
export function maybe<T extends z.ZodMiniType>(schema: T) {
  return z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value) => (value === undefined ? null : value) as z.output<T> | null),
  );
}
