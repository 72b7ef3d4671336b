import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A programme of ours, with what papers have: times, durations, a break, presenters, a closed item, an apology. */
export const directorsProgramme = readFileSync(join(import.meta.dirname, 'papers', 'direktionsmoede.txt'), 'utf8');
