// npm run --silent dagsorden -- verify FILE.json
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Edition } from '../meeting/meeting.ts';
import { edition, itemId } from '../meeting/schemas.ts';
import { checkSeal, type SealCheck, type SealFinding } from '../meeting/seal.ts';

const record = v.object({ edition, left: v.array(itemId) });
const file = v.union([
  v.object({ record }),
  v.pipe(
    edition,
    v.transform((read) => ({ record: { edition: read, left: [] } })),
  ),
]);

/** What a file says of its own minutes, in Danish and English, and the exit code: 0 untouched, 1 changed or not to be read, 3 not sealed. */
export interface Verdict {
  readonly code: 0 | 1 | 3;
  readonly words: string;
}

/** Are the minutes in a file, saved as JSON from Dagsorden, as they were published? */
export async function verifyFile(path: string): Promise<Verdict> {
  const read = v.safeParse(file, await jsonIn(path));
  if (!read.success) {
    return { code: 1, words: `${path}: filen holder intet referat fra Dagsorden / the file holds no minutes from Dagsorden` };
  }
  const { edition: minutes, left } = read.output.record;
  const check = await checkSeal(minutes);
  const withheld = check.findings.filter(({ what, itemId }) => what === 'missing' && left.some((id) => id === itemId));
  const findings = check.findings.filter((finding) => !withheld.includes(finding));
  return { code: codeOf(check, findings), words: [`${path}: ${sentence(minutes, check, findings)}`, ...asides(check, withheld.length)].join('\n') };
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

const codeOf = ({ state }: SealCheck, findings: readonly SealFinding[]): Verdict['code'] => (state === 'unsealed' ? 3 : findings.length > 0 ? 1 : 0);

function sentence(minutes: Edition, { state }: SealCheck, findings: readonly SealFinding[]): string {
  const which = `udgave / edition ${minutes.version}`;
  if (state === 'unsealed') return `${which}: ikke forseglet / not sealed`;
  if (findings.length === 0) return `${which}: uændret siden udgivelsen / unchanged since it was published (${minutes.seal?.hash ?? ''})`;
  return `${which}: ændret / changed: ${findings.map((finding) => wordsOf(finding, minutes)).join('; ')}`;
}

function wordsOf({ what, itemId }: SealFinding, { lines }: Edition): string {
  const line = lines.find((each) => each.itemId === itemId);
  const item = `${line?.number ?? '?'} (${itemId ?? ''})`;
  switch (what) {
    case 'line':
      return `punkt / item ${item}`;
    case 'added':
      return `punkt tilføjet / item added ${item}`;
    case 'missing':
      return `punkt mangler / item missing (${itemId ?? ''})`;
    case 'about':
      return 'tid eller hoved / time or head';
    case 'people':
      return 'fremmøde / attendance';
    case 'seal':
      return 'seglet / the seal';
  }
}

function asides({ closedSince }: SealCheck, withheld: number): string[] {
  return [
    ...(closedSince.length > 0 ? [`  lukket siden udgivelsen / closed since: ${closedSince.length}`] : []),
    ...(withheld > 0 ? [`  lukkede punkter, der ikke er i filen / closed items that are not in the file: ${withheld}`] : []),
  ];
}
