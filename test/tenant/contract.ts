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
  /** The path of the contract an address belongs to. */
  find(method: string, url: string): { tmpl?: string };
}

export const contractIsHere = existsSync(new URL('graph-v1.0.openapi.json', contracts));

/** Every answer of a whole test run is held against it (everyAnswer.ts), which takes some seconds; DAGSORDEN_CONTRACT=off leaves that out. */
export const contractForAll = contractIsHere && process.env['DAGSORDEN_CONTRACT'] !== 'off';

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
  // The number of users is plain text; the subset takes `$count` for somebody's id.
  [/\/users\/\$count/, /must be object/],
  // The mark of a removed item in a delta is an annotation the subset does not know.
  [/\/delta/, /additional properties: @removed/],
];

export interface ContractWitness {
  look: Witness;
  /** What the contract would not allow, one line for each kind. */
  differences: string[];
  counts: {
    judged: number;
    /** Methods and paths of the contract that were met. */
    shapes: Set<string>;
    /** Methods and paths the contract's subset has not, with their ids left out. */
    outside: Set<string>;
  };
}

/** A witness that notes every answer the contract would not allow. */
export async function contractWitness(): Promise<ContractWitness> {
  const graph = await graphValidator();
  const differences: string[] = [];
  const counts: ContractWitness['counts'] = { judged: 0, shapes: new Set(), outside: new Set() };
  const seen = new Set<string>();
  return {
    differences,
    counts,
    look: (method, path, status, body) => {
      // What is not in the subset cannot be judged by it; binary answers have no shape, and a cut connection no answer.
      if (status === 0 || status === 405 || typeof body === 'string') return;
      const address = inItsOwnCase(path);
      const verdict = graph.response(method, address, status, Object.keys(body as object).length === 0 ? null : body);
      if (verdict.unmatched) {
        counts.outside.add(`${method} ${kindOf(address.split('?')[0] ?? '')}`);
        return;
      }
      counts.judged += 1;
      counts.shapes.add(`${method} ${graph.find(method, address).tmpl ?? 'an error'}`);
      if (verdict.ok) return;
      for (const error of verdict.errors ?? []) {
        const line = `${method} ${path.replace(/^https:\/\/[^/]+\/v1\.0/, '').split('?')[0] ?? ''} ${status}: ${error}`;
        const kind = kindOf(line);
        if (seen.has(kind) || meant.some(([where, what]) => where.test(path) && what.test(error))) continue;
        seen.add(kind);
        differences.push(line);
      }
    },
  };
}

/** Clients write paths in any case, the contract's paths have one: words that clients are seen to write otherwise. */
const words = ['calendarView', 'joinedTeams', 'createUploadSession', 'getSchedule', 'translateExchangeIds'];

function inItsOwnCase(path: string): string {
  return words.reduce((text, word) => text.replace(new RegExp(`/${word}(?=[/?(]|$)`, 'i'), `/${word}`), path);
}

/** A line or a path without what is different each time. */
function kindOf(text: string): string {
  return text.replaceAll(/[A-Za-z0-9_=%.,:@!-]*(?:\d|%)[A-Za-z0-9_=%.,:@!-]*|[A-Za-z0-9_=%-]{24,}/g, '~');
}
