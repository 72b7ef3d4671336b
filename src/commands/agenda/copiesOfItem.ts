import { channelFilesOf, type ChannelFile } from '../../meeting/channelFiles.ts';
import { newestNotice } from '../../meeting/agendaNotice.ts';
import { isClosed } from '../../meeting/agenda.ts';
import { copiesBeforeClosing, copiesBeforeOpening, type Copy, type CopySources } from '../../meeting/copies.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile, Publication } from '../../meeting/meeting.ts';
import { channelFileLog, noticeLog } from '../../meeting/logsBeside.ts';
import { mayEditAgenda, mayMoveMeeting } from '../../meeting/permissions.ts';
import type { Store } from '../../storage/store.ts';
import type { Desk } from '../desk.ts';
import { itemsOfGuests } from '../guests/itemsOfGuests.ts';

/** Where an item's words stand, and what can be done about it. */
export interface ItemCopies {
  readonly copies: readonly Copy[];
  /** My own copy of the event, for updating the invitation; null where I have none, or did not call the meeting. */
  readonly event: CalendarEvent | null;
}

/** Where words of an open item stand before it is closed, or of a closed one before it is opened again: asked for, not remembered. */
export const copiesOfItem =
  ({ workplace: { store } }: Desk) =>
  async (file: MeetingFile, itemId: ItemId): Promise<ItemCopies> => {
    const event = await store.eventOfMeeting({ ...file.occasion, key: file.pointer.key });
    const invitation = event === null ? null : (await store.invitationBody(event.id)).html;
    const { agenda, status, minutes, publications } = file;
    const guestsOf = event !== null && mayMoveMeeting({ event }) ? await itemsOfGuests(store, file, event) : [];
    const item = agenda.items.find(({ id }) => id === itemId);
    const closed = item !== undefined && isClosed(agenda.items, item);
    const [tasks, passedOn, notice, channelFiles] = closed
      ? [[], [], null, []]
      : await Promise.all([tasksIn(store, file), passedOnIn(store, file), noticeIn(store, file), filesIn(store, file)]);
    const sources = { items: agenda.items, status, minutes, publications, event, invitation, tasks, guestsOf, passedOn, notice, channelFiles };
    const copies = closed ? copiesBeforeOpening(sources, itemId) : copiesBeforeClosing(sources, itemId);
    return { copies, event: event !== null && mayEditAgenda({ event }) ? event : null };
  };

/** What follows from the meeting's items and lies in its owner's own To Do. */
async function tasksIn(store: Store, { pointer }: MeetingFile): Promise<NonNullable<CopySources['tasks']>> {
  const { followUps } = await (await store.followUps()).read(pointer, { key: pointer.key });
  return followUps.flatMap(({ itemId, owner, toDoDone }) => (owner === null || toDoDone === null ? [] : [{ itemId, owner }]));
}

/** What was passed on openly to another body, which reads it on its own site. */
async function passedOnIn(store: Store, { pointer }: MeetingFile): Promise<NonNullable<CopySources['passedOn']>> {
  const routes = await (await store.backlog()).routes({ ...pointer, closedSiteId: null });
  return (routes ?? []).flatMap(({ itemId, next, openness, state }) =>
    openness === 'open' && state !== 'awaiting' ? [{ itemId, body: next.name }] : [],
  );
}

/** The newest message to the channel about the agenda that is there, or may be. */
async function noticeIn(store: Store, { pointer }: MeetingFile): Promise<Publication | null> {
  return newestNotice((await store.publications(noticeLog(pointer))).filter(({ state }) => state !== 'failed'));
}

/** The minutes as files among those of the channel. */
const filesIn = async (store: Store, { pointer }: MeetingFile): Promise<readonly ChannelFile[]> =>
  channelFilesOf(await store.publications(channelFileLog(pointer)));
