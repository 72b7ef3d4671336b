import { dayAfter, isoDay } from './danishTime.ts';
import type { Occasion } from './meeting.ts';
import type { BodyRules } from './profile.ts';

/**
 * The last ISO day on which an apology comes in time by the body's rule, so many whole days before the one the meeting begins on; null where it has none. It is shown
 * and never blocks.
 */
export function apologyDeadline({ deadlines }: Pick<BodyRules, 'deadlines'>, occasion: Pick<Occasion, 'start' | 'days'>): string | null {
  const rule = deadlines.find(({ what }) => what === 'apology');
  if (rule === undefined) return null;
  return dayAfter(occasion.days?.first ?? isoDay(occasion.start), -rule.days);
}

/** Does this instant come after the deadline? The day of the deadline counts to its end, the day of the meeting until it begins. */
export function isAfterDeadline(deadline: string | null, at: string | Date, occasion: Pick<Occasion, 'start' | 'days'>): boolean {
  if (deadline === null) return false;
  const day = isoDay(at);
  if (day !== deadline) return day > deadline;
  const onTheDay = occasion.days === undefined && deadline === isoDay(occasion.start);
  return onTheDay && new Date(at) >= new Date(occasion.start);
}
