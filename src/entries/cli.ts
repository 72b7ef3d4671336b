import { readFileSync } from 'node:fs';
import { importText } from '../importers/importText.ts';
for (const f of process.argv.slice(3)) console.log(JSON.stringify(importText(readFileSync(f, 'utf8'))));
