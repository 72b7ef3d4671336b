import type { ItemId } from './ids.ts';
import type { Attendance, Edition, EditionLine } from './meeting.ts';
import { withItemsNamed } from './namedItems.ts';

/** What those outside the closed circle are told of an item that is closed after its minutes were published. */
export interface ClosedSince {
  readonly itemId: ItemId;
  /** Null: the standard words "Lukket punkt". */
  readonly neutralTitle: string | null;
  /** The decision meant for the public; empty tells nothing. */
  readonly publicDecision: string;
}

type Line = Omit<EditionLine, 'depth'>;

/** A published edition as those outside the circle read it. */
export interface OutsideLines<Of extends Line = Line> {
  readonly excused: Edition['excused'];
  readonly attendance?: Attendance;
  readonly lines: readonly Of[];
}

/**
 * Published minutes with some items closed: what those outside read from now on, and the lines in full that go to the closed circle. What was
 * decided stays as it was published; nothing of the meeting as it is now gets in. Lines that are closed already are left alone.
 */
export function closeInEdition<Of extends Line>(
  published: OutsideLines<Of>,
  since: readonly ClosedSince[],
): { readonly outside: OutsideLines<Of>; readonly closed: readonly Of[] } {
  const told = new Map(since.map((each) => [each.itemId, each]));
  const closed = published.lines.filter((line) => line.openness === 'open' && told.has(line.itemId));
  const lines = published.lines.map((line): Of => {
    const now = closed.includes(line) ? told.get(line.itemId) : undefined;
    if (now === undefined) return line;
    // Further decisions go with the rest of the line: what is meant for the public is the one text that was asked for.
    const neutral = {
      title: now.neutralTitle ?? '',
      decision: now.publicDecision,
      outcome: null,
      further: undefined,
      dissent: undefined,
      votes: undefined,
      recommendations: [],
    };
    return { ...line, openness: 'closed', ...neutral, ...(line.recused && { recused: [] }), ...(line.followUps && { followUps: [] }) };
  });
  const open = new Set(lines.filter((line) => line.openness === 'open').map(({ block }) => block));
  const titleOf = new Map([...told.values()].map(({ itemId, neutralTitle }) => [itemId, neutralTitle ?? '']));
  return {
    closed: closed.map((line) => ({ ...line, openness: 'closed' })),
    outside: {
      lines: lines.map((line) => (line.openness === 'closed' && !open.has(line.block) ? { ...line, block: null } : line)),
      ...withItemsNamed(published, (item) => {
        const title = titleOf.get(item.itemId);
        return title === undefined || item.openness === 'closed' ? item : { ...item, title, openness: 'closed' };
      }),
    },
  };
}
