import type { ApprovalLine, Signed } from './approval.ts';
import type { Person } from './meeting.ts';
import type { NoticeEnd } from './words.ts';

// The message to those who are asked to look minutes through. A message in a channel can be neither written over itself nor read back, so a line claims it before
// it is posted, and another says how it went. A claim that nobody ended may have been posted: only a person who looks in the channel can tell.

/** How the message of a review stands. */
export interface ReviewNoticeState {
  readonly state: 'none' | 'sent' | 'failed' | 'uncertain';
  /** Who said so last; null where nothing was sent. */
  readonly by: Signed | null;
  /** How often it was tried. */
  readonly tries: number;
}

/** The line that claims a try, counted from 1. Lines are unique by their id, so of two who press at once one has it. */
export const claimOf = (review: string, attempt: number): string => `${review}/besked/${attempt}`;
/** The line that says how a try went: by whoever posts, or by somebody who looked. */
export const endOf = (claim: string, act: NoticeEnd, looked: boolean): string => `${claim}/${act}${looked ? '/set' : ''}`;

/** @param review the id of the line that sent the minutes to review */
export function reviewNoticeState(lines: readonly ApprovalLine[], review: string): ReviewNoticeState {
  const of = (claim: string) => lines.filter(({ id }) => id === claim || id.startsWith(`${claim}/`));
  let tries = 0;
  while (of(claimOf(review, tries + 1)).length > 0) tries += 1;
  if (tries === 0) return { state: 'none', by: null, tries };
  const all = Array.from({ length: tries }, (_, place) => of(claimOf(review, place + 1)));
  // What arrived once is there, whatever was said of another try.
  const told = all.flat().find(({ act }) => act === 'told');
  if (told) return { state: 'sent', by: signed(told), tries };
  const open = all.find((lines) => !lines.some(({ act }) => act === 'notTold'));
  const last = open?.[0] ?? all.at(-1)?.at(-1);
  return { state: open ? 'uncertain' : 'failed', by: last ? signed(last) : null, tries };
}

/** Somebody outside the team, and how the message to them alone went. */
export interface ToldAlone {
  readonly name: string;
  readonly state: Exclude<ReviewNoticeState['state'], 'none'>;
}

/** The line that claims the message to one person alone, who reads no channel of the team: one for each review. */
export const aloneClaimOf = (review: string, { id, email, name }: Person): string => `${review}/chat/${id ?? email ?? name}`;

/** Who of those asked was written to alone. A claim that nobody ended may have been sent: nobody is written to twice. */
export function toldAlone(lines: readonly ApprovalLine[], review: string, asked: readonly Person[]): readonly ToldAlone[] {
  return asked.flatMap((person): ToldAlone[] => {
    const claim = aloneClaimOf(review, person);
    if (!lines.some(({ id }) => id === claim)) return [];
    const ended = lines.find(({ id }) => id.startsWith(`${claim}/`))?.act;
    return [{ name: person.name.trim() || (person.email ?? ''), state: ended === 'told' ? 'sent' : ended === undefined ? 'uncertain' : 'failed' }];
  });
}

const signed = ({ by, at }: ApprovalLine): Signed => ({ person: by, at });
