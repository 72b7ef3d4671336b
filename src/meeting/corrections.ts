import { editionOf, type EditionSource } from './edition.ts';
import { joinedDecisions } from './joinedDecisions.ts';
import type { Edition, EditionLine, Excused, MeetingFile, MinutesLine, Publication } from './meeting.ts';

// What has been published stands. Whoever changes a decision afterwards makes a correction: it is shown beside what was published, and is read by
// others only in a new edition.

/** One item that the published minutes tell otherwise than the drafts do now; null where it is in one of the two only. */
export interface LineChange {
  readonly published: EditionLine | null;
  readonly now: EditionLine | null;
}

/** How the minutes as they would be published now differ from those that were. */
export interface Corrections {
  readonly lines: readonly LineChange[];
  /** Do time, place or chair differ, or who was excused? */
  readonly head: boolean;
  readonly excused: boolean;
}

const NONE: Corrections = { lines: [], head: false, excused: false };

/** The newest edition that the log tells of; `complete`: every target it was sent to has it. Null before the first. */
export function newestInLog(log: readonly Publication[]): { readonly version: number; readonly at: string; readonly complete: boolean } | null {
  const version = Math.max(0, ...log.map((line) => line.version));
  const lines = log.filter((line) => line.version === version);
  const last = lines.at(-1);
  if (last === undefined) return null;
  const done = (target: Publication['target']) => lines.some((line) => line.target === target && line.state === 'done');
  return { version, at: last.at, complete: done('lists') && done('channel') && lines.every(({ state }) => state === 'done') };
}

/**
 * What has been changed since the minutes were published, as this person may read both. None while an edition is still on its way, and none for
 * somebody outside the closed circle, who cannot read the drafts.
 * @param asPrinted adds what an edition prints beside the file: the roll call
 */
export function correctionsOf(
  file: EditionSource & Pick<MeetingFile, 'minutes' | 'publications' | 'closedAccess'>,
  asPrinted: (edition: Edition) => Edition = (edition) => edition,
): Corrections {
  const { minutes, publications, closedAccess } = file;
  const newest = newestInLog(publications);
  if (minutes === null || newest === null || !newest.complete || newest.version !== minutes.version || closedAccess === 'no') return NONE;
  return differences(minutes, asPrinted(editionOf(file, minutes.audience, minutes.version, minutes.publishedAt)));
}

/** Is there anything to correct? */
export const isCorrected = ({ lines, head, excused }: Corrections): boolean => lines.length > 0 || head || excused;

/** Do the two lines say the same of an item? Where it stands among the others, and spaces at the ends, make no difference. */
export const saysTheSame = (one: MinutesLine, other: MinutesLine): boolean => said(one) === said(other);

function differences(published: Edition, now: Edition): Corrections {
  const changed = now.lines.flatMap((line): LineChange[] => {
    const before = published.lines.find(({ itemId }) => itemId === line.itemId) ?? null;
    return before !== null && saysTheSame(before, line) && besideIt(before) === besideIt(line) ? [] : [{ published: before, now: line }];
  });
  const gone = published.lines.filter(({ itemId }) => !now.lines.some((line) => line.itemId === itemId));
  return {
    lines: [...changed, ...gone.map((line) => ({ published: line, now: null }))],
    head: canonical(published.head) !== canonical(now.head),
    excused: whoIsExcused(published.excused) !== whoIsExcused(now.excused) || whoWasThere(published) !== whoWasThere(now),
  };
}

function said(line: MinutesLine): string {
  const { number, title, openness, notTreated } = line;
  return JSON.stringify([
    number?.trim() ?? '',
    title.trim(),
    openness,
    notTreated,
    line.dissent?.trim() ?? '',
    line.votes ?? null,
    ...joinedDecisions(line),
  ]);
}

const besideIt = ({ recommendations, recused, followUps = [] }: EditionLine): string =>
  JSON.stringify([
    recommendations.map(({ heading, text }) => [heading, text.trim()]),
    recused ?? [],
    followUps.map(({ what, owner, due }) => [what.trim(), owner ?? '', due ?? '']),
  ]);

const whoWasThere = ({ attendance }: Edition): string => canonical(attendance ?? null);

const whoIsExcused = (excused: readonly Excused[]): string =>
  JSON.stringify(
    excused
      .map(({ name, scope, substitute }) =>
        [
          name,
          substitute ?? '',
          scope.kind === 'items' ? scope.items.map(({ itemId }) => itemId).join() : scope.kind === 'part' ? canonical(scope) : '',
        ].join('|'),
      )
      .sort(),
  );

/** As text, whatever order its parts were put together in: what was read says the same as what is made now. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
