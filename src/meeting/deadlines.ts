import { agendaStateOf } from './agendaState.ts';
import { isAfterDeadline } from './apologyDeadline.ts';
import { standingOf } from './calendarFacts.ts';
import { dayAfter, isoDay } from './danishTime.ts';
import type { MeetingFile, Occasion } from './meeting.ts';
import type { BodyRules } from './profile.ts';
import type { AgendaState, DeadlineKind } from './words.ts';

type Rules = Pick<BodyRules, 'deadlines'>;
type When = Pick<Occasion, 'start' | 'days'>;

/** The last ISO day for something by the body's rule, so many calendar days before the one the meeting begins on; null where it has no such rule, or nobody knows when it begins. */
export function dayBeforeMeeting({ deadlines }: Rules, what: Exclude<DeadlineKind, 'minutes'>, { start, days }: When): string | null {
  const rule = deadlines.find((each) => each.what === what);
  if (rule === undefined || (days === undefined && Number.isNaN(Date.parse(start)))) return null;
  return dayAfter(days?.first ?? isoDay(start), -rule.days);
}

/** By when an agenda that is still a draft goes out, and whether that day is over. It is told and never blocks, and nothing goes out by itself. */
export interface AgendaDue {
  /** ISO day. */
  readonly day: string;
  readonly isPast: boolean;
}

/**
 * Null where the agenda is out, or the body has no such rule.
 * @param event my own copy; null where I have none
 */
export function agendaDue(
  rules: Rules,
  file: Pick<MeetingFile, 'status' | 'pointer'>,
  event: Parameters<typeof agendaStateOf>[1],
  occasion: When,
  now: Date,
): AgendaDue | null {
  const day = dayBeforeMeeting(rules, 'agenda', occasion);
  if (day === null || agendaStateOf(file, event) !== 'draft') return null;
  return { day, isPast: isAfterDeadline(day, now, occasion) };
}

interface ComingMeeting {
  readonly occasion: Occasion;
  readonly agenda: AgendaState;
}

/** Until when proposals are taken for the next meeting whose agenda is not out. */
export interface ProposalsUntil<Meeting> {
  readonly meeting: Meeting;
  /** ISO day, to its end. */
  readonly day: string;
  readonly isPast: boolean;
}

/** Null where the body has no such rule, or no such meeting is ahead. */
export function proposalsUntil<Meeting extends ComingMeeting>(rules: Rules, meetings: readonly Meeting[], now: Date): ProposalsUntil<Meeting> | null {
  const [meeting] = meetings
    .filter(({ occasion, agenda }) => agenda === 'draft' && standingOf(occasion) !== 'cancelled' && Date.parse(occasion.start) > now.getTime())
    .sort((a, b) => Date.parse(a.occasion.start) - Date.parse(b.occasion.start));
  const day = meeting === undefined ? null : dayBeforeMeeting(rules, 'proposals', meeting.occasion);
  return meeting === undefined || day === null ? null : { meeting, day, isPast: isAfterDeadline(day, now, meeting.occasion) };
}

/** Was it proposed after that day? It can be taken all the same. What was proposed at a time nobody wrote down is not late. */
export const isLateProposal = ({ proposedAt }: { readonly proposedAt: string }, until: ProposalsUntil<ComingMeeting> | null): boolean =>
  until !== null && !Number.isNaN(Date.parse(proposedAt)) && isAfterDeadline(until.day, proposedAt, until.meeting.occasion);
