import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyFile } from '../../src/entries/cliVerify.ts';
import { paperOfMinutes } from '../../src/exporters/paper/paperOfMinutes.ts';
import { printJson } from '../../src/exporters/printers/json.ts';
import { editionOf, joinEdition } from '../../src/meeting/edition.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { sealOf } from '../../src/meeting/seal.ts';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

const agenda = agendaOf(['1 Budget', '2 HEMMELIG sag (lukket)', '3 Anlæg']);
const treatments: Treatment[] = agenda.items.map(({ id, openness, title }) => ({
  itemId: id,
  openness,
  outcome: 'approved',
  decision: `Om ${title}.`,
  publicDecision: 'Afgjort.',
  notTreated: false,
}));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function saved(edition: 'open' | 'closed', change: (json: string) => string = (json) => json, isSealed = true): Promise<string> {
  const file = fileOf(agenda, { treatments });
  const outside = editionOf(file, 'outside', 1, '2026-09-03T12:00:00Z');
  const closed = editionOf(file, 'circle', 1, '2026-09-03T12:00:00Z').lines.filter(({ openness }) => openness === 'closed');
  const sealed = isSealed ? { ...outside, seal: await sealOf(outside, closed, null) } : outside;
  const paper = paperOfMinutes(joinEdition(sealed, closed), file, { language: 'da', organisation: null });
  const path = join(folder, `${edition}.json`);
  await writeFile(path, change(printJson(paper, edition)));
  return path;
}

it('says that saved minutes are untouched, in both editions, and the open one holds nothing closed', async () => {
  expect(await verifyFile(await saved('closed'))).toMatchObject({ code: 0, words: expect.stringContaining('uændret siden udgivelsen') as string });
  const open = await verifyFile(
    await saved('open', (json) => {
      expect(json).not.toContain('HEMMELIG');
      return json;
    }),
  );
  expect(open).toMatchObject({ code: 0, words: expect.stringMatching(/uændret[\s\S]*ikke er i filen.*: 1/) as string });
});

it('names the item that was changed', async () => {
  const change = (json: string) => json.replaceAll('Om Anlæg.', 'Om noget andet.');
  for (const edition of ['open', 'closed'] as const)
    expect(await verifyFile(await saved(edition, change))).toMatchObject({
      code: 1,
      words: expect.stringContaining('punkt / item 3 (item-3)') as string,
    });
});

it('tells minutes without a seal from broken ones, and both from what is none', async () => {
  expect(await verifyFile(await saved('closed', (json) => json, false))).toMatchObject({
    code: 3,
    words: expect.stringContaining('ikke forseglet') as string,
  });
  expect(await verifyFile(await saved('closed', () => '{"a":1}'))).toMatchObject({ code: 1 });
  expect(await verifyFile(join(folder, 'none.json'))).toMatchObject({ code: 1 });
});
