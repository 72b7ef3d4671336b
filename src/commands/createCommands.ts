import { newItem, type AgendaItem } from '../meeting/agenda.ts';
import { samePerson } from '../meeting/apologies.ts';
import type { MeetingHint } from '../host/host.ts';
import { Failure, isFailure, isPassing } from '../meeting/errors.ts';
import type {
  Apology,
  Board,
  CalendarEvent,
  MeetingFile,
  MeetingPointer,
  MeetingStatus,
  Person,
  Publication,
  Treatment,
} from '../meeting/meeting.ts';
import { missingOutcomes } from '../meeting/minutes.ts';
import { createDrafts } from '../device/drafts.ts';
import { openLocalDatabase, type LocalDatabase } from '../device/database.ts';
import { forgetPerson, hasUnsent } from '../device/forgetPerson.ts';
import { createLastSeen, openSeenDatabase, type SeenDatabase } from '../device/lastSeen.ts';
import { meetingRowOf, type MeetingRow } from '../storage/meetingRow.ts';
import { createOutbox, type Outbox, type Perform } from '../device/outbox.ts';
import type { PublicationOrder } from '../storage/publish.ts';
import { apologyOf, declineComment, requirePerson, sendApology, withdrawApology, type ApologyInput, type WithdrawalInput } from './apologise.ts';
import type { AttachInput } from './attach.ts';
import type { Commands, FoundMeeting, OnStep } from './commands.ts';
import { linkTo, pointerOf } from './link.ts';
import { takeInFile, takeInText } from './takeIn.ts';
import type { Workplace } from './workplace.ts';

/** The exporters and what needs them are fetched when something is first sent. */
const attaching = () => fetched(import(/* webpackChunkName: "exporters" */ './attach.ts'));
const publishing = () => fetched(import(/* webpackChunkName: "exporters" */ './publication.ts'));

/** A part of the app that cannot be fetched is a lost connection: what was ordered stays in the outbox. */
async function fetched<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (cause) {
    throw new Failure('Offline', 'A part of the app could not be fetched', { cause });
  }
}

/**
 * All commands over one workplace. What writes goes through the outbox by name and plain data (the table below), so
 * that it can be carried out by a later visit too.
 */
export function createCommands(
  workplace: Workplace,
  database: Promise<LocalDatabase> = openLocalDatabase(),
  seenDatabase: Promise<SeenDatabase> = openSeenDatabase(),
): Commands {
  const { host, store } = workplace;
  /** Who the host says sits here, until a token shows it: what this device keeps of them may be painted before the network answers. */
  let expected: string | null = null;
  const whoSitsHere = async () => host.signIn.person()?.id ?? (expected ??= (await host.expectedId?.()) ?? null);
  const known = () => host.signIn.person()?.id ?? expected;
  const owner = () => known() ?? 'nobody';
  const seen = createLastSeen(seenDatabase, known, () => workplace.now().getTime());
  const drafts = createDrafts(database, owner);
  const outbox = createOutbox(database, owner, performWith(workplace));
  const me = (): Person | null => {
    const person = host.signIn.person();
    return person ? { id: person.id, name: person.name, email: person.email } : null;
  };

  let found: Promise<FoundMeeting> = Promise.resolve({ event: null, pointer: null });
  const finding = async (name: string | null, search: Promise<FoundMeeting>): Promise<FoundMeeting> => {
    const before = found;
    found = search.catch(() => before);
    const { event, pointer } = await search;
    // Without an agenda there is nothing to paint, and soon there may be one.
    if (name !== null && pointer) void seen.keepPlace(name, { event, pointer });
    return search;
  };
  /** The organiser has pressed Send in Outlook since: what was put in the form is now in the invitation. The organiser's pane keeps that. */
  const seenAsSent = async (file: MeetingFile, event: CalendarEvent): Promise<MeetingFile> => {
    if (!event.iAmOrganizer) return { ...file, status: { ...file.status, agenda: 'sent' } };
    const status: MeetingStatus = { ...file.status, agenda: 'sent', sentAt: workplace.now().toISOString() };
    await send(outbox, 'markSent', { pointer: file.pointer, row: meetingRowOf(event, file.agenda, status) });
    return { ...file, status };
  };

  return {
    host,
    drafts,
    outbox: {
      state: () => outbox.state(),
      onChange: (listener) => outbox.onChange(listener),
      retry: () => outbox.retry(),
      drop: (id) => outbox.drop(id),
      resume: () => outbox.resume(),
    },
    find: {
      findMeeting: () => finding(placeName(host.meeting), findMeeting(workplace)),
      findEvent: (eventId) => finding(placeName({ kind: 'event', eventId }), store.eventById(eventId).then(foundBy)),
      lastFound: async (eventId) => {
        const name = placeName(eventId === undefined ? host.meeting : { kind: 'event', eventId });
        return name === null || (await whoSitsHere()) === null ? null : seen.place(name);
      },
      findMyEvent: (file) => store.eventOfMeeting({ ...file.occasion, key: file.pointer.key }),
      openMeeting: async (pointer) => {
        const read = await store.openMeeting(pointer).catch(async (error: unknown) => {
          // Whoever is not let in any more keeps nothing of it.
          if (isFailure(error, 'NotAllowed') || isFailure(error, 'NotFound') || isFailure(error, 'SiteNotPrepared')) await seen.forgetFile(pointer);
          throw error;
        });
        // Painted from the device, the meeting is opened while its event is still looked for.
        const event = (await found).event;
        const file = event && wasSentByForm(event, read) ? await seenAsSent(read, event) : read;
        void seen.keepFile(file);
        return file;
      },
      lastSeen: async (pointer) => ((await whoSitsHere()) === null ? null : seen.file(pointer)),
      listMyMeetings: (from, to) => store.myEvents(from, to),
    },
    board: {
      listBoards: async () => (await store.teams()).map((team) => ({ teamId: team.id, name: team.name })),
      boardState: (teamId) => store.findBoard(teamId),
      listBoardMeetings: async (board) =>
        (await store.boardMeetings(board))
          .map((row) => ({
            pointer: pointerOn(board, row.key),
            title: row.head.title,
            start: row.start,
            end: row.end,
            agenda: row.status.agenda,
            minutes: row.status.minutes,
          }))
          .sort((a, b) => a.start.localeCompare(b.start)),
      prepareBoard: async (teamId, onStep) => {
        const team = (await store.teams()).find((each) => each.id === teamId);
        if (!team) throw new Failure('NotFound', 'No team of mine has this id', { detail: { teamId } });
        return store.prepareBoard(team, onStep);
      },
    },
    intake: {
      takeInText: (text) => takeInText(text, workplace.newId),
      takeInFile: (file, options) => takeInFile(file, options, workplace.newId),
    },
    agenda: {
      previewInvitation: async (event, agenda, board) => (await attaching()).previewInvitation(workplace, event, agenda, board),
      attachAgenda: (input, onStep) => {
        const { treatments = [], base = [], via = host.invitation ? 'form' : 'graph' } = input;
        return send(outbox, 'attachAgenda', { ...input, treatments, base, via } satisfies AttachInput, onStep);
      },
      changeItem: (file, before, after) =>
        changeAgenda(
          workplace,
          outbox,
          file,
          file.agenda.items.map((item) => (item.id === before.id ? before : item)),
          after,
        ),
      closeItem: (file, itemId, neutralTitle) => {
        const item = file.agenda.items.find((each) => each.id === itemId) ?? newItem(itemId);
        return changeAgenda(workplace, outbox, file, file.agenda.items, { ...item, openness: 'closed', neutralTitle });
      },
    },
    apology: {
      sendApology: async ({ file, event, scope, substitute, message }) => {
        const person = requirePerson(me());
        const apology = apologyOf(file.pointer, { person, scope, substitute, enteredBy: person.name, at: workplace.now().toISOString() });
        const declines = scope.kind === 'meeting' && event !== null && !event.iAmOrganizer;
        const decline = declines ? { eventId: event.id, comment: declineComment(workplace.language, apology.substitute, message) } : null;
        return send<Apology>(outbox, 'sendApology', { pointer: file.pointer, apology, decline, onBehalf: false } satisfies ApologyInput);
      },
      withdrawApology: async (file, apology) => {
        // A secretary who takes back somebody else's apology has only their own calendar at hand: it is left alone.
        const mine = samePerson(apology.person, requirePerson(me()));
        const occasion = mine ? file.occasion : null;
        await send(outbox, 'withdrawApology', {
          pointer: file.pointer,
          apology,
          at: workplace.now().toISOString(),
          occasion,
        } satisfies WithdrawalInput);
      },
    },
    attendance: {
      confirmApology: async (file, person) => {
        const apology = apologyOf(file.pointer, {
          person,
          scope: { kind: 'meeting' },
          substitute: null,
          enteredBy: requirePerson(me()).name,
          at: workplace.now().toISOString(),
        });
        return send<Apology>(outbox, 'sendApology', { pointer: file.pointer, apology, decline: null, onBehalf: true } satisfies ApologyInput);
      },
      searchPeople: (text) => store.searchPeople(text),
    },
    minutes: {
      recordTreatment: async (file, treatment) => {
        // Where nobody had written, it is the blank treatment that mine is held against: another's first words must not vanish under mine.
        const before = file.treatments.find((each) => each.itemId === treatment.itemId) ?? blankTreatment(treatment);
        await send(outbox, 'recordTreatment', { pointer: file.pointer, before, after: treatment });
        void seen.amendFile(file.pointer, (kept) => ({
          ...kept,
          treatments: [...kept.treatments.filter((each) => each.itemId !== treatment.itemId), treatment],
        }));
        return treatment;
      },
    },
    publish: {
      previewPublication: async (file) => (await publishing()).previewPublication(workplace, file),
      publishMinutes: async (file, onTarget) => {
        const missing = missingOutcomes(file.agenda, file.treatments);
        if (missing.length > 0) throw new TypeError(`Minutes are published when every item has an outcome; ${missing.length} lack one`);
        const order = (await publishing()).publicationOrder(workplace, file);
        return send<readonly Publication[]>(outbox, 'publishMinutes', order, onTarget as (step: unknown) => void);
      },
      settleUncertain: async (file, target, arrived) => {
        const line = file.publications.find((each) => each.target === target);
        if (!line) return file.publications;
        const settled = await store.settleChannel(file.pointer, line, arrived);
        return file.publications.map((each) => (each.target === target ? settled : each));
      },
    },
    session: {
      linkTo: (pointer, page) => linkTo(workplace.appOrigin, pointer, page),
      adminConsentLink: () => workplace.adminConsentLink,
      hasUnsent: () => hasUnsent(owner(), { database }),
      forgetMe: async () => {
        // The page is about to go, and would write down what is being typed.
        drafts.close();
        outbox.close();
        await forgetPerson(owner(), { database, seen: seenDatabase });
      },
    },
  };
}

/** How each kept command is carried out. The names are stored on people's devices: they are never reused for something else. */
function performWith(workplace: Workplace): Perform {
  const { store } = workplace;
  return async (command, input, progress) => {
    switch (command) {
      case 'attachAgenda':
        return (await attaching()).attachAgenda(workplace, input as AttachInput, progress as OnStep);
      case 'changeItems': {
        const { pointer, before, after } = input as { pointer: MeetingPointer; before: AgendaItem[]; after: AgendaItem[] };
        return store.changeItems(pointer, before, after);
      }
      case 'markSent': {
        const { pointer, row } = input as { pointer: MeetingPointer; row: MeetingRow };
        return store.putMeeting(pointer, row);
      }
      case 'sendApology':
        return sendApology(workplace, input as ApologyInput);
      case 'withdrawApology':
        return withdrawApology(workplace, input as WithdrawalInput);
      case 'recordTreatment': {
        const { pointer, before, after } = input as { pointer: MeetingPointer; before: Treatment | null; after: Treatment };
        return store.putTreatment(pointer, before, after);
      }
      case 'publishMinutes': {
        const order = input as PublicationOrder;
        (await publishing()).refuseOutdated(workplace, order, await store.openMeeting(order.pointer));
        return store.publish(order, progress as (publication: Publication) => void);
      }
      default:
        throw new Failure('Unreadable', `No command is called ${command}`, { detail: { command } });
    }
  };
}

async function send<Result>(outbox: Outbox, command: string, input: unknown, progress?: (step: never) => void): Promise<Result> {
  return (await outbox.run(command, input, progress as ((step: unknown) => void) | undefined)) as Result;
}

async function changeAgenda(
  workplace: Workplace,
  outbox: Outbox,
  file: MeetingFile,
  before: readonly AgendaItem[],
  changed: AgendaItem,
): Promise<MeetingFile> {
  const after = before.map((item) => (item.id === changed.id ? changed : item));
  await send(outbox, 'changeItems', { pointer: file.pointer, before, after });
  try {
    return await workplace.store.openMeeting(file.pointer);
  } catch (error) {
    // It is stored: a reading that fails just now must not look like a change that waits.
    if (!isPassing(error)) throw error;
    return { ...file, agenda: { ...file.agenda, items: after } };
  }
}

/** The meeting that the host stands on, or the one its address names. */
async function findMeeting(workplace: Workplace): Promise<FoundMeeting> {
  const { host, store, now } = workplace;
  const addressed = host.address === null ? null : pointerOf(host.address);
  if (addressed) return { event: null, pointer: addressed };
  if (host.meeting.kind === 'event') return foundBy(await store.eventById(host.meeting.eventId));
  if (host.meeting.kind === 'chat') return foundBy(await store.eventOfChat(host.meeting.chatId, now()));
  return { event: null, pointer: null };
}

/** The host's own name for the meeting it stands on; null where it stands on none. */
function placeName(meeting: MeetingHint): string | null {
  if (meeting.kind === 'event') return `event:${meeting.eventId}`;
  return meeting.kind === 'chat' ? `chat:${meeting.chatId}` : null;
}

const foundBy = (event: CalendarEvent): FoundMeeting => ({ event, pointer: event.pointer });
const pointerOn = (board: Board, key: MeetingPointer['key']): MeetingPointer => ({ siteId: board.siteId, closedSiteId: board.closedSiteId, key });

const blankTreatment = ({ itemId, openness }: Treatment): Treatment => ({
  itemId,
  openness,
  outcome: null,
  decision: '',
  publicDecision: '',
  notTreated: false,
});

/** An agenda that was put into an open form is a draft until the invitation holds it. */
function wasSentByForm(event: CalendarEvent, file: MeetingFile): boolean {
  return event.agendaInInvitation && event.key === file.pointer.key && file.status.agenda === 'draft';
}
