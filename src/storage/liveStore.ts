import type { Graph } from '../graph/client.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { watchAgenda, type AgendaWatch } from './watchAgenda.ts';
import { writingSigns, type WritingSigns } from './writingSign.ts';

/** What several people at one agenda see of each other; fetched when an agenda is on screen. */
export interface LiveStore {
  watchAgenda(pointer: MeetingPointer, now: () => Date): AgendaWatch;
  writingSigns(pointer: MeetingPointer, person: { readonly id: string; readonly name: string }): WritingSigns;
}

export const liveOf = (graph: Graph): LiveStore => ({
  watchAgenda: (pointer, now) => watchAgenda(graph, pointer, now),
  writingSigns: (pointer, person) => writingSigns(graph, pointer, person),
});
