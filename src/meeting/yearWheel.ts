import { digest } from './digest.ts';
import type { Openness } from './agenda.ts';
import type { Person } from './meeting.ts';
import type { Proposal } from './proposal.ts';

/** What returns each year on a body's agendas (årshjul). What is closed stands in the closed circle's list, and nowhere else. */
export interface YearEntry {
  readonly id: string;
  readonly title: string;
  /** The case text to begin from, CommonMark. */
  readonly text: string;
  readonly openness: Openness;
  /** 1 is January. */
  readonly month: number;
  /** Who is to prepare it; null where nobody is named. */
  readonly owner: Person | null;
}

/** The name in the backlog of an entry's turn in a year: claimed there, it is proposed no more that year. */
export const turnId = (entryId: string, year: string): Promise<string> => digest(`year ${entryId} ${year}`);

/**
 * What returns in the month of a meeting, as proposals.
 * @param day the meeting's first ISO day
 */
export function returningIn(entries: readonly YearEntry[], day: string, by: Person, at: string): Promise<readonly Proposal[]> {
  const [year = '', month = ''] = day.split('-');
  return Promise.all(
    entries
      .filter((entry) => entry.month === Number(month))
      .map(async ({ id, title, text, openness, owner }): Promise<Proposal> => ({
        id: await turnId(id, year),
        title,
        text,
        openness,
        proposer: owner ?? by,
        proposedAt: at,
        deadline: null,
        state: 'proposed',
        taken: null,
        origin: null,
      })),
  );
}
