/**
 * Loaded into every Node process of a test run that is held against Graph's contract (see everyAnswer.ts), tenants
 * started as programs among them: writes down each answer a tenant gives, one JSON text a line.
 */
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['DAGSORDEN_CONTRACT_ANSWERS'];
if (folder !== undefined) {
  const file = join(folder, `${process.pid}.jsonl`);
  subscribe('dagsorden.tenant.answered', (answered) => appendFileSync(file, `${JSON.stringify(answered)}\n`));
}
