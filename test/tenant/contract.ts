import { existsSync, readFileSync } from 'node:fs';
import type { Witness } from './running.ts';

/** The independent description of Graph v1.0, kept beside the project; without it the check is skipped. */
const contracts = new URL('../../../shared/contracts/', import.meta.url);

interface Verdict {
  ok: boolean;
  errors?: string[];
  unmatched?: boolean;
}

interface GraphValidator {
  response(method: string, url: string, status: number, body: unknown): Verdict;
  request(method: string, url: string, body: unknown): Verdict;
}

export const contractIsHere = existsSync(new URL('graph-v1.0.openapi.json', contracts));

/** Compiling the schemas takes seconds, so that only the contract's own tests do it always; DAGSORDEN_CONTRACT=all holds every test's answers against it. */
export const contractForAll = contractIsHere && process.env['DAGSORDEN_CONTRACT'] === 'all';

let validator: Promise<GraphValidator> | undefined;

export function graphValidator(): Promise<GraphValidator> {
  validator ??= (async () => {
    const [{ default: Ajv }, { default: addFormats }, { createGraphValidator }] = (await Promise.all([
      import('ajv/dist/2020.js'),
      import('ajv-formats'),
      import(new URL('tools/graph-validator.mjs', contracts).href),
    ])) as [{ default: { default?: unknown } }, { default: { default?: unknown } }, { createGraphValidator(options: unknown): GraphValidator }];
    const doc = JSON.parse(readFileSync(new URL('graph-v1.0.openapi.json', contracts), 'utf8')) as unknown;
    return createGraphValidator({ Ajv: Ajv.default ?? Ajv, addFormats: addFormats.default ?? addFormats, doc, tight: true });
  })();
  return validator;
}

/** Differences between the tenant and the contract that are meant; each stands in docs/tenant.md with its reason. */
const meant: [path: RegExp, error: RegExp][] = [
  // A chosen property is all there is: the real directory leaves the id out too.
  [/\$select=/i, /required property 'id'/],
  // The mark of a removed item in a delta is an annotation the subset does not know.
  [/\/delta/, /additional properties: @removed/],
];

/** A witness that notes every answer the contract would not allow, and the list it writes to. */
export async function contractWitness(): Promise<{ look: Witness; differences: string[] }> {
  const graph = await graphValidator();
  const differences: string[] = [];
  const seen = new Set<string>();
  return {
    differences,
    look: (method, path, status, body) => {
      // What is not in the subset cannot be judged by it; binary answers have no shape.
      if (status === 405 || typeof body === 'string') return;
      const verdict = graph.response(method, path, status, Object.keys(body as object).length === 0 ? null : body);
      if (verdict.ok || verdict.unmatched) return;
      for (const error of verdict.errors ?? []) {
        const line = `${method} ${path.replace(/^https:\/\/[^/]+\/v1\.0/, '').split('?')[0] ?? ''} ${status}: ${error}`;
        const kind = line.replaceAll(/[A-Za-z0-9_=%-]{20,}|\d+/g, '~');
        if (seen.has(kind) || meant.some(([where, what]) => where.test(path) && what.test(error))) continue;
        seen.add(kind);
        differences.push(line);
      }
    },
  };
}
