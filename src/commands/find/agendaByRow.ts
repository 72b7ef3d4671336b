import type { Board, CalendarEvent, MeetingPointer } from '../../meeting/meeting.ts';
import { isFailure } from '../../meeting/errors.ts';
import { kinship } from '../../meeting/sameMeeting.ts';
import type { Store } from '../../storage/store.ts';
import { pointerOn } from '../pointerOn.ts';
import { filedAs } from './ownPointer.ts';

/**
 * Where the rows of an event's meeting are, when nothing that can be read of the event leads there: a mail gateway has put an address of its own in
 * place of the link, or the agenda stands in no invitation and a delegate could put no mark on the event. Looked for on the boards of the person's
 * teams, first by the key that all copies make, then by what else tells that it is the same meeting; null where it is on none of them.
 */
export async function agendaByRow(store: Store, event: CalendarEvent): Promise<MeetingPointer | null> {
  const boards = await boardsOf(store);
  const pointers = boards.map((board) => pointerOn(board, event.key));
  const rows = await store.meetingRows(pointers);
  const own = pointers.find((_pointer, place) => typeof rows[place] === 'object');
  if (own) return own;
  for (const board of boards) {
    const kin = (await quietly(store.boardMeetings(board))) ?? [];
    const same = kin.find((row) => row.iCalUId !== '' && row.iCalUId === event.iCalUId && kinship(event, filedAs(row)) === 'same');
    if (same) return pointerOn(board, same.key);
  }
  return null;
}

async function boardsOf(store: Store): Promise<Board[]> {
  const teams = (await quietly(store.teams())) ?? [];
  const found = await Promise.all(teams.map(({ id }) => quietly(store.findBoard(id))));
  return found.flatMap((each) => {
    const board = each === null ? null : each.kind === 'ready' ? each.board : each.earlier;
    return board === null ? [] : [board];
  });
}

/** A team whose site is closed to me, or that has none, keeps no agenda of mine; what may pass is thrown on. */
async function quietly<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (['NotAllowed', 'NotFound', 'ConsentMissing', 'Refused'].some((name) => isFailure(error) && error.name === name)) return null;
    throw error;
  }
}
