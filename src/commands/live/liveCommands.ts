import type { Desk } from '../desk.ts';
import { tellWriting } from './tellWriting.ts';
import { watchAgenda } from './watchAgenda.ts';

export type { AgendaNow } from '../../storage/watchAgenda.ts';
export type { WritingHere } from './tellWriting.ts';
export type { Watching } from './watchAgenda.ts';

/** What several people at one agenda see of each other. */
export type LiveCommands = ReturnType<typeof liveCommands>;

export function liveCommands(desk: Desk) {
  return { watchAgenda: watchAgenda(desk), tellWriting: tellWriting(desk) };
}
