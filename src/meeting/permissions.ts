import { isClosed, type AgendaItem } from './agenda.ts';
import { plainProfile, hasRole, type BodyProfile } from './profile.ts';
import type { FollowUp } from './followUp.ts';
import type { CalendarEvent, MeetingFile, Person } from './meeting.ts';
import { samePerson } from './apologies.ts';

// Who may do what, and nothing else decides it. These rules say what is offered; SharePoint and Outlook have the last word on what is
// done, and what they refuse is told (NotAllowed).

/** What is known of the reader and the meeting. A field that is left out is not known: nobody in particular, a body without a profile. */
export interface Facts {
  /** My copy of the event; null for a reader who was not invited. */
  readonly event: Pick<CalendarEvent, 'iAmOrganizer' | 'mailbox' | 'cancelled' | 'end'> | null;
  readonly file: Pick<MeetingFile, 'closedAccess' | 'occasion'>;
  readonly me: Person | null;
  readonly profile: BodyProfile;
  readonly now: Date;
}

type Who = { readonly event: Pick<CalendarEvent, 'iAmOrganizer' | 'mailbox'> | null } & Partial<Pick<Facts, 'me' | 'profile'>>;
type Reader = { readonly file: Pick<MeetingFile, 'closedAccess'> };

/** Is this the copy in the calendar of whoever called the meeting, mine or one that is shared with me? What it tells goes before what was written down. */
export function isOrganizersCopy({ event }: Pick<Who, 'event'>): boolean {
  return event?.iAmOrganizer ?? false;
}

/** Did I call the meeting? Whoever did is not asked for an answer, and has nobody to send an apology to. Their delegate did not. */
export function isOrganizer({ event }: Pick<Who, 'event'>): boolean {
  return event !== null && event.iAmOrganizer && event.mailbox === undefined;
}

/** The secretary's work is done by whoever the body's profile names as secretary, by whoever called the meeting, and by those who work in their calendar. */
function isSecretary({ event, me = null, profile = plainProfile }: Who): boolean {
  return isOrganizersCopy({ event }) || hasRole(profile, me, 'secretary');
}

/** Makes the agenda of a meeting that has none, and changes and revises the one there is. */
export function mayEditAgenda(who: Who): boolean {
  return isSecretary(who);
}

/** Moves the meeting itself: only the organiser's copy reaches the others'. */
export function mayMoveMeeting({ event }: { readonly event: Pick<CalendarEvent, 'iAmOrganizer' | 'mailbox' | 'cancelled'> | null }): boolean {
  return isOrganizersCopy({ event }) && event?.cancelled === false;
}

/** Changes one line. What one may not read one may not write. */
export function mayEditItem(who: Who & Reader, item: { readonly closed: boolean }): boolean {
  return mayEditAgenda(who) && mayReadItem(who, item);
}

/** Makes an open item closed. */
export function mayCloseItem(who: Who & Reader, item: { readonly closed: boolean }): boolean {
  return mayEditItem(who, item) && !item.closed;
}

/** Opens a closed item again. What stands under something closed is opened with that, or not at all. */
export function mayOpenItem(who: Who & Reader, items: readonly AgendaItem[], item: AgendaItem): boolean {
  const above = items.find(({ id }) => id === item.parentId);
  return mayEditItem(who, { closed: isClosed(items, item) }) && item.openness === 'closed' && (above === undefined || !isClosed(items, above));
}

/** Is there a closed circle that I am not in? */
export function isOutsideCircle({ file }: Reader): boolean {
  return file.closedAccess === 'no';
}

/** Reads what is closed: told by Graph itself, when the closed lists were asked for. */
export function mayReadClosed({ file }: Reader): boolean {
  return file.closedAccess === 'yes';
}

export function mayReadItem(reader: Reader, item: { readonly closed: boolean }): boolean {
  return !item.closed || mayReadClosed(reader);
}

/** Writes decisions. */
export function mayRecord(who: Who): boolean {
  return isSecretary(who);
}

/**
 * Writes what became of the items while the meeting runs. The draft lies where the closed circle writes, so several may take minutes together, and
 * whoever is outside the circle reads along: SharePoint would refuse what they wrote.
 */
export function mayTakeMinutes({ file }: Reader): boolean {
  return file.closedAccess !== 'no';
}

/** Publishes the minutes. */
export function mayPublish(who: Who): boolean {
  return isSecretary(who);
}

/** Takes published minutes back; everybody is told who did. */
export function mayUnpublish(who: Who): boolean {
  return isSecretary(who);
}

/** Sends the draft to those who look it through, takes it back, and adds corrections to what is approved. */
export function maySendToReview(who: Who): boolean {
  return isSecretary(who);
}

export function mayCorrect(who: Who): boolean {
  return isSecretary(who);
}

/** Says something about the draft: whoever may read it. */
export function mayRemark(reader: Reader): boolean {
  return reader.file.closedAccess !== 'no';
}

/**
 * Approves the draft or objects to it: whoever was asked; the chair, where the chair or the next meeting decides; and whoever notes what the next meeting
 * said, which is the secretary.
 */
export function mayAnswerReview(
  { asked }: { readonly asked: readonly Person[] },
  person: Person,
  { profile, isSecretary: works }: { readonly profile: BodyProfile; readonly isSecretary: (person: Person) => boolean },
): boolean {
  const { approval: rule } = profile.rules;
  if (asked.some((other) => samePerson(other, person))) return true;
  if (rule !== 'chair' && rule !== 'nextMeeting') return false;
  return hasRole(profile, person, 'chair') || (rule === 'nextMeeting' && works(person));
}

/** Records what became of an item while nobody has approved it; afterwards there are corrections, which leave what was approved standing. */
export function mayChangeRecord(approval: { readonly state: 'draft' | 'review' | 'approved' }): boolean {
  return approval.state !== 'approved';
}

/** What is asked about once before minutes are published: a meeting that is still going on, and a body's approval that is still to come. */
export function asksBeforePublishing(
  { event, file, now, profile }: Pick<Facts, 'event' | 'now' | 'profile'> & { readonly file: Pick<MeetingFile, 'occasion'> },
  approval: { readonly state: 'draft' | 'review' | 'approved' } | null,
): readonly ('notEnded' | 'notApproved')[] {
  const { approval: rule } = profile.rules;
  // Minutes that the next meeting approves are read by everybody before it does.
  const comesFirst = rule === 'chair' || rule === 'signatures' || rule === 'noObjection';
  return [
    ...(isAhead({ event, file, now }) ? (['notEnded'] as const) : []),
    ...(comesFirst && approval?.state !== 'approved' ? (['notApproved'] as const) : []),
  ];
}

/** Writes down what is to be done after the meeting: whoever takes its minutes. */
export function mayWriteFollowUp(reader: Reader): boolean {
  return mayTakeMinutes(reader);
}

/** Says that something is done, or open again: whoever is to do it, and whoever does the body's work. */
export function maySettleFollowUp(who: Who, { owner }: { readonly owner: Person | null }): boolean {
  const { me = null } = who;
  return (me !== null && owner !== null && samePerson(me, owner)) || mayEditProfile(who);
}

/** Puts it in a To Do: whose it is alone, since each has their own. */
export function mayPutInToDo({ me }: { readonly me: Person | null }, { owner, state }: Pick<FollowUp, 'owner' | 'state'>): boolean {
  return state === 'open' && me !== null && owner !== null && samePerson(me, owner);
}

/**
 * Changes the body's profile: the secretary, whoever owns the team, and anybody while no secretary is named, since somebody has to begin. SharePoint has
 * the last word: it refuses whoever may not write the site's lists.
 */
export function mayEditProfile(who: Who & { readonly ownsTeam?: boolean }): boolean {
  const isNamed = (who.profile ?? plainProfile).members.some(({ roles }) => roles.includes('secretary'));
  return !isNamed || isSecretary(who) || (who.ownsTeam ?? false);
}

/** Is told which rows of the lists cannot be read, and where they are mended. */
export function mayMendRows(who: Who): boolean {
  return isSecretary(who);
}

/** Sees everybody's answers, and says that an Outlook "declined" is an apology. Nobody may who has no copy of the event to read them from. */
export function mayConfirmApologies(who: Who): boolean {
  return who.event !== null && isSecretary(who);
}

/**
 * Calls stand-ins and calls them off, until the meeting is over or called off: it ends in the invitation, which only the copy of whoever called the meeting
 * changes for everybody.
 */
export function mayCallSubstitutes(facts: Ahead): boolean {
  return isOrganizersCopy(facts) && isAhead(facts);
}

/** Sees how the stand-ins stand: those who do the secretary's work, and the chair. */
export function maySeeSubstitutes(who: Who): boolean {
  return isSecretary(who) || hasRole(who.profile ?? plainProfile, who.me ?? null, 'chair');
}

type Ahead = Pick<Facts, 'event' | 'now'> & { readonly file: Pick<MeetingFile, 'occasion'> & Partial<Pick<MeetingFile, 'status'>> };

/** Sends an apology of one's own, whoever called the meeting too: until it is over or called off, or its minutes are published. */
export function maySendApology(facts: Ahead): boolean {
  return isAhead(facts);
}

/** Says yes in the calendar: who called the meeting has said so by that. */
export function mayComeToMeeting(facts: Ahead): boolean {
  return facts.event !== null && facts.event.mailbox === undefined && !isOrganizer(facts) && isAhead(facts);
}

/** Counts who came over time: the body's secretary, and anybody of a body that has not told who that is. */
export function mayCountAttendance({ me, profile }: Pick<Facts, 'me' | 'profile'>): boolean {
  return !profile.members.some(({ roles }) => roles.includes('secretary')) || hasRole(profile, me, 'secretary');
}

/** Takes an apology back or changes it: as long as one could be sent, the person's own; the secretary's work for others is confirming only. */
export function mayWithdrawFor(facts: Ahead & Pick<Facts, 'me'>, person: Pick<Person, 'id' | 'email'>): boolean {
  return facts.me !== null && samePerson(facts.me, person) && isAhead(facts);
}

function isAhead({ event, file, now }: Ahead): boolean {
  if (file.status?.minutes === 'published') return false;
  // An end that nobody knows has not come.
  return !(new Date((event ?? file.occasion).end) < now) && !event?.cancelled && file.occasion.standing !== 'cancelled';
}
