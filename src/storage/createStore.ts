import type { Graph } from '../graph/client.ts';
import { eventById, eventOfChat, invitationBody, myEvents } from './calendar.ts';
import { fetched } from './fetched.ts';
import type { LaterStore } from './laterStore.ts';
import { openMeeting } from './openMeeting.ts';
import { findingRenamed } from './renamedLists.ts';
import type { Store } from './store.ts';
import { withLater } from './withLater.ts';

/** What the first agenda does without is fetched when it is called (laterStore.ts). */
export function createStore(given: Graph): Store {
  const graph = findingRenamed(given);
  const later = async (): Promise<LaterStore> =>
    (await fetched(import(/* webpackChunkName: "store", webpackPrefetch: true */ './laterStore.ts'))).laterStore(graph);
  const first = {
    eventById: (id: string) => eventById(graph, id),
    eventOfChat: (chatId, now) => eventOfChat(graph, chatId, now),
    myEvents: (from, to) => myEvents(graph, from, to),
    invitationBody: (eventId) => invitationBody(graph, eventId),
    openMeeting: async (pointer) => (await openMeeting(graph, pointer)).file,
    readMeeting: (pointer, known) => openMeeting(graph, pointer, known),
    completed: (pointer) => Promise.resolve(pointer),
  } satisfies Partial<Store>;
  return withLater(first, later);
}
