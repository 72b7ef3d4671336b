import { isFailure, type Failure } from '../../meeting/errors.ts';
import { addItem } from '../../meeting/editing/add.ts';
import { asItemId } from '../../meeting/ids.ts';
import { digest } from '../../meeting/digest.ts';
import type { CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { attendeesOf, cameAtAll, wasRollCalled } from '../../meeting/presence.ts';
import { callsFor, stands, type StoredSubstituteAct, type SubstituteCall } from '../../meeting/substitutes.ts';
import type { AbsenceReason, SubstituteAnswer, SubstituteState } from '../../meeting/words.ts';
import { changeItemsOrder } from '../agenda/changeItems.ts';
import type { Desk } from '../desk.ts';
import type { Workplace } from '../workplace.ts';
import type { StaffToTell } from '../staff/tellStaff.ts';
import { callsNow, type CallsRead } from './callsNow.ts';
import { keepSubstitutesOrder } from './keepSubstitutes.ts';

/** Calling stand-ins: fetched when somebody asks for it, apart from the first agenda. */
export type SubstituteVerbs = ReturnType<typeof substituteVerbs>;

/** A meeting's stand-ins as a screen shows them. */
export interface Substitutes extends CallsRead {
  /** Of whom the roll call says that they were not there, though they were to come; nobody where no roll was called. */
  readonly notMet: readonly SubstituteCall[];
}

type OfMeeting = Pick<MeetingFile, 'pointer' | 'occasion'>;

export function substituteVerbs(desk: Desk) {
  const { workplace, send } = desk;
  const { store } = workplace;
  const act = (kind: SubstituteState, call: Pick<SubstituteCall, 'person' | 'insteadOf' | 'place'>, wasInvited = true): StoredSubstituteAct => ({
    id: workplace.newId(),
    act: kind,
    person: bare(call.person),
    insteadOf: bare(call.insteadOf),
    place: call.place,
    wasInvited,
  });
  const keep = keeping(send);
  /** Only the organiser's copy tells everybody's answers, and only there the invitation is changed. */
  const copyOf = (event: CalendarEvent | null) => (event !== null && event.iAmOrganizer ? event : null);

  return {
    /** @throws Failure SiteNotPrepared where the site has no list for them yet */
    async read(file: OfMeeting, event: CalendarEvent | null): Promise<Substitutes> {
      const read = await callsNow(store, file.pointer, copyOf(event)?.invitees ?? []);
      return { ...read, notMet: await notMet(workplace, file, read.calls) };
    },
    /**
     * Calls somebody for a member, and puts them on the invitation, by which they alone are mailed. Where the one before has declined in the calendar, that is
     * written down first.
     * @returns why the invitation could not be changed: they are called all the same; null where it was
     * @throws Failure Conflict where the member comes after all, or another was called first
     */
    async call(
      file: OfMeeting,
      event: CalendarEvent,
      words: { readonly person: Person; readonly insteadOf: Person; readonly staff?: StaffToTell | null; readonly onUntold?: () => void },
      known: readonly SubstituteCall[],
    ): Promise<Failure | null> {
      const before = callsFor(known, words.insteadOf);
      const declined = before.filter(({ state, written }) => state === 'declined' && written !== state).map((call) => act('declined', call));
      const wasInvited = event.invitees.some((invitee) => isThem(invitee, words.person));
      const called = act('called', { person: words.person, insteadOf: words.insteadOf, place: before.length + 1 }, wasInvited);
      return keep(
        { pointer: file.pointer, acts: [...declined, called], eventId: copyOf(event)?.id ?? null, answer: null, staff: words.staff ?? null },
        words.onUntold,
      );
    },
    /**
     * Calls somebody off; who was put on the invitation by being called is taken off it, and told by Outlook.
     * @returns why the invitation could not be changed; null where it was
     */
    async callOff(file: OfMeeting, event: CalendarEvent | null, call: SubstituteCall): Promise<Failure | null> {
      const acts = stands({ state: call.written }) ? [act('calledOff', call)] : [];
      return keep({ pointer: file.pointer, acts, eventId: copyOf(event)?.id ?? null, answer: null, staff: null });
    },
    /** Brings the invitation in line with the calls, where an earlier try could not. @returns why it could not be changed now either */
    invite: (file: OfMeeting, event: CalendarEvent): Promise<Failure | null> =>
      keep({ pointer: file.pointer, acts: [], eventId: event.id, answer: null, staff: null }),
    /** My own answer to being called; `event` is my copy, which is answered as well. @returns why the calendar could not answer; null where it did */
    answer: (
      file: OfMeeting,
      event: CalendarEvent | null,
      call: SubstituteCall,
      answer: SubstituteAnswer,
      { staff = null, onUntold }: { readonly staff?: StaffToTell | null; readonly onUntold?: () => void } = {},
    ): Promise<Failure | null> =>
      keep(
        {
          pointer: file.pointer,
          acts: [act(answer, call)],
          eventId: null,
          answer: event === null || event.iAmOrganizer ? null : { eventId: event.id, answer },
          from: call.written,
          staff,
        },
        onUntold,
      ),
    /** What the secretary was told by phone or in person. */
    note: (file: OfMeeting, call: SubstituteCall, answer: SubstituteAnswer): Promise<void> =>
      send(keepSubstitutesOrder, { pointer: file.pointer, acts: [act(answer, call)], eventId: null, answer: null, from: call.written, staff: null }),
    /** Puts the item at which a council calls its stand-ins first on the agenda, once whoever does it. */
    async insertItem(file: MeetingFile, title: string): Promise<void> {
      const newId = asItemId(await digest(`${file.pointer.key}\ncalling stand-ins`));
      const before = file.agenda.items;
      const after = addItem(before, { after: null, newId, itemKind: 'item', fields: { title } }).map((item) =>
        item.id === newId ? { ...item, openness: 'open' as const } : item,
      );
      await send(changeItemsOrder, { pointer: file.pointer, before, after, closedRows: file.closedRows ?? {} });
    },
    /** Why members are away, as codes, for the closed circle. Throws Failure SiteNotPrepared where its site has no list for them. */
    reasons: ({ pointer }: OfMeeting) => store.absenceReasons(pointer),
    /** Not by way of the outbox: a reason lies on no device. Throws Failure Offline and what else keeps it from being stored. */
    keepReason: ({ pointer }: OfMeeting, person: Person, reason: AbsenceReason | null): Promise<void> =>
      store.keepAbsenceReason(pointer, bare(person), reason),
  };
}

/** Who was to come and did not, by the roll call. Nothing is asked before the meeting begins. */
async function notMet(
  { store, now }: Workplace,
  { pointer, occasion }: OfMeeting,
  calls: readonly SubstituteCall[],
): Promise<readonly SubstituteCall[]> {
  const due = calls.filter(stands);
  if (due.length === 0 || now().getTime() < Date.parse(occasion.start)) return [];
  try {
    const { open } = await store.presence({ ...pointer, closedSiteId: null });
    if (!wasRollCalled(open)) return [];
    const listed = attendeesOf(
      due.map(({ person }) => ({ person })),
      open,
      [],
    );
    return due.filter(({ person }) => !listed.some((attendee) => isThem(attendee.person, person) && cameAtAll(attendee)));
  } catch (error) {
    if (!isFailure(error, 'SiteNotPrepared')) throw error;
    return [];
  }
}

/** Keeps the acts. What the calendar refused, which they stand without, is handed back; `onUntold` hears that the chair or the secretary could not be told. */
function keeping(send: Desk['send']) {
  return async (input: Awaited<ReturnType<typeof keepSubstitutesOrder.read>>, onUntold: () => void = () => undefined): Promise<Failure | null> => {
    const refused: Failure[] = [];
    await send(keepSubstitutesOrder, input, {
      onStep: ({ name, failure }) => {
        if (failure === null) return;
        if (name === 'chairTold' || name === 'secretaryTold') onUntold();
        else refused.push(failure);
      },
    });
    return refused[0] ?? null;
  };
}

const bare = ({ id, name, email }: Person): Person => ({ id, name, email });

const isThem = (one: Person, other: Person): boolean =>
  (one.id !== null && one.id === other.id) || (one.email !== null && other.email !== null && one.email.toLowerCase() === other.email.toLowerCase());
