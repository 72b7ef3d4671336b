/** Where a line stands: under which other line, on which day, in which block. */
export interface Placed {
  readonly parentId: string | null;
  readonly day: number | null;
  readonly block: string | null;
}

/** A line with those under it. */
export interface Branch<Line> {
  readonly line: Line;
  readonly children: readonly Branch<Line>[];
}

/** The lines under one heading: a day, and a block where the day has any. */
export interface Chapter<Line> {
  readonly day: number | null;
  readonly block: string | null;
  /** True where the day's own heading is printed above this chapter. */
  readonly newDay: boolean;
  readonly branches: readonly Branch<Line>[];
}

/**
 * A flat list of lines grouped by day and block in printed order, with sub-items under their parents; a day has a heading where there are
 * several. Every line stands there exactly once; one whose parent is unknown (or its own descendant) stands on its own.
 */
export function chaptersOf<Line extends Placed>(lines: readonly Line[], idOf: (line: Line) => string): Chapter<Line>[] {
  const byId = new Map(lines.map((line) => [idOf(line), line]));
  const tops = new Set(lines.filter((line) => !leadsToTop(byId, line)));
  const branchOf = (line: Line): Branch<Line> => ({
    line,
    children: lines.filter((other) => other.parentId === idOf(line) && !tops.has(other)).map(branchOf),
  });
  const severalDays = new Set([...tops].map((line) => line.day)).size > 1;
  const chapters: { day: number | null; block: string | null; newDay: boolean; branches: Branch<Line>[] }[] = [];
  for (const line of tops) {
    const last = chapters.at(-1);
    if (last && last.day === line.day && last.block === line.block) last.branches.push(branchOf(line));
    else {
      const newDay = severalDays && line.day !== null && line.day !== last?.day;
      chapters.push({ day: line.day, block: line.block, newDay, branches: [branchOf(line)] });
    }
  }
  return chapters;
}

/** Does the line have parents, and does their chain end at a line that stands on its own? */
function leadsToTop<Line extends Placed>(byId: ReadonlyMap<string, Line>, line: Line): boolean {
  let parentId = line.parentId;
  if (parentId === null) return false;
  for (let steps = 0; parentId !== null; steps += 1) {
    const parent = byId.get(parentId);
    // A parent that is not there ends the chain; a circle never ends.
    if (!parent) return steps > 0;
    if (steps > byId.size) return false;
    parentId = parent.parentId;
  }
  return true;
}
