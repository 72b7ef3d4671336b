import { told, type Answer } from './wire.ts';
import type { Stops } from './stops.ts';

/** How a belief fared. What came is told in statuses, codes, counts and our own words: never in anything that stands in the tenant. */
export type Finding =
  { readonly kind: 'asBelieved' } | { readonly kind: 'otherwise'; readonly came: string } | { readonly kind: 'notTried'; readonly why: string };

/** One thing that Dagsorden takes for true of Microsoft 365. */
export interface Belief {
  /** Stands in reports: never reused for something else. */
  readonly id: string;
  readonly claim: string;
  /** Where it is from: a page, an issue, or that it is our own reasoning. */
  readonly source: string;
  /** What makes the embedded tenant answer otherwise; null where nothing does. */
  readonly played: string | null;
  /** Asks, and makes what it needs through the stops, which take it away again. */
  check(stops: Stops): Promise<Finding>;
}

export const asBelieved: Finding = { kind: 'asBelieved' };
export const notTried = (why: string): Finding => ({ kind: 'notTried', why });

/** As believed where the condition holds; else `came` says what was there. */
export const holds = (condition: boolean, came: string): Finding => (condition ? asBelieved : { kind: 'otherwise', came });

/** As believed where the answer has one of these statuses. */
export const answered = (answer: Answer, ...statuses: readonly number[]): Finding => holds(statuses.includes(answer.status), told(answer));

/** The first finding that is not as believed, or that all are. */
export const all = (...findings: readonly Finding[]): Finding => findings.find(({ kind }) => kind !== 'asBelieved') ?? asBelieved;
