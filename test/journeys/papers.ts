import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A programme of ours, with what papers have: times, durations, a break, presenters, a closed item, an apology. */
export const directorsProgramme = readFileSync(join(import.meta.dirname, 'papers', 'direktionsmoede.txt'), 'utf8');

/** Four items, one of them closed: enough where the journey is about something else than the paper. */
export const shortProgramme = readFileSync(join(import.meta.dirname, 'papers', 'kort-direktionsmoede.txt'), 'utf8');

/** A letter, which has no items to find. */
export const letterWithoutAgenda = [
  'Kære alle',
  '',
  'Tak for et godt sommermøde. Det var dejligt at se jer, og vi glæder os til at komme i gang igen efter ferien.',
  '',
  'Venlig hilsen',
  'Ulla Skarvad',
].join('\n');
