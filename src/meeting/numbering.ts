import type { NumberRestart, NumberSigns } from './words.ts';

/**
 * A way of numbering, as data. "1", "5.a": levels decimal and letter, joined by ".". "1.", "1.1.": two decimal levels with `behind` ".".
 */
export interface Numbering {
  /** From the top level down; levels below the last one are counted as it is. `null`: items of that level have no number. */
  readonly levels: readonly (NumberSigns | null)[];
  /** Between a parent's number and a sub-item's; null where a sub-item has its own sign only ("a"). */
  readonly between: string | null;
  /** Printed before the number of a top item ("Punkt "); left out where nothing is. */
  readonly before?: string;
  /** Printed behind every number: ".", ")" or nothing. */
  readonly behind: string;
  /** Do breaks take a number as well? */
  readonly breaks: boolean;
  /** Where top items begin again at the first number. */
  readonly restart: NumberRestart;
  /** The first top number; boards that count through the year do not begin at 1. */
  readonly from: number;
}

/** "1, 2, 2.a, 3": what a Danish agenda without a printed way of its own is counted by. */
export const plainNumbering: Numbering = { levels: ['decimal', 'letter'], between: '.', behind: '', breaks: false, restart: 'never', from: 1 };
