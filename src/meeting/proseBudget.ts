/*
 * What a text would cost to read as CommonMark, told by looking at each of its signs once. The reader of CommonMark is built for what people write:
 * 60,000 characters of that are read in a moment. But its time grows with the square of the marks in one paragraph, of headings underlined one after
 * another, and with the depth of what stands in each other, so that a text of the same length can hold up the page for minutes. Such a text is shown as
 * it was typed. The weights are rounded up from what was measured; the unit is about the work of one ordinary character.
 */

/** Ordinary text of 60,000 characters comes to about half of it. */
const MOST = 250_000;
const LINE = 30;
const MARK = 8;
const CELL = 10;
const CONTAINER = 40;
/** How many containers may stand in each other, and how far in a line may begin: lists in quotes in lists. */
const DEEPEST = 10;
const FARTHEST = 40;

const INLINE = new Set('*_~[]');
const OTHER = new Set('`<&\\!@');
/** What begins a new paragraph whatever stands before it. */
const BEGINS = /^ {0,3}(?:#{1,6}[ \t]|[-+*][ \t]+\S)/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const CONTAINERS = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,999}\]:)/y;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/;

/** Would this text take too long to read as CommonMark? Then it is to be shown as it was typed. */
export function isTooHeavy(text: string): boolean {
  let cost = text.length;
  let underlines = 0;
  let marks = 0;
  for (const line of text.split('\n')) {
    const depth = depthOf(line);
    if (depth > DEEPEST) return true;
    if (line.trim() === '' || BEGINS.test(line)) {
      cost += squareOf(marks);
      marks = 0;
    }
    if (UNDERLINE.test(line)) underlines += 1;
    const counted = marksOf(line);
    marks += counted.inline;
    cost += LINE + MARK * (counted.inline + counted.other) + CELL * counted.cells + counted.cells ** 2 / 40 + CONTAINER * depth ** 2;
    if (cost > MOST) return true;
  }
  return cost + squareOf(marks) + (underlines * underlines) / 4 > MOST;
}

const squareOf = (marks: number): number => (marks * marks) / 6;

/** How many containers a line opens; one that begins too far in counts as too deep. */
function depthOf(line: string): number {
  if (line.length > 2 * DEEPEST && RULE.test(line)) return 0;
  let depth = 0;
  CONTAINERS.lastIndex = 0;
  for (let at = 0; CONTAINERS.test(line); at = CONTAINERS.lastIndex) {
    depth += 1;
    if (depth > DEEPEST || CONTAINERS.lastIndex - at > FARTHEST + 12) return DEEPEST + 1;
  }
  return depth;
}

/** Runs of marks: "**" is one. */
function marksOf(line: string): { readonly inline: number; readonly other: number; readonly cells: number } {
  let [inline, other, cells, before] = [0, 0, 0, ''];
  for (const sign of line) {
    if (sign === '|') cells += 1;
    else if (INLINE.has(sign) && (sign !== before || sign === '[' || sign === ']')) inline += 1;
    else if (OTHER.has(sign)) other += 1;
    before = sign;
  }
  return { inline, other, cells };
}
