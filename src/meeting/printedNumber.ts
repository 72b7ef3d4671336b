/** A number as it is printed, taken apart: "Punkt 4:" is a 4 between "Punkt " and ":". */
export interface PrintedNumber {
  readonly before: string;
  readonly value: number;
  readonly behind: string;
}

/** Null where the number holds no whole number, or more than one ("5.a" holds one, "1.1" two). */
export function printedNumber(number: string | null): PrintedNumber | null {
  const match = /^([^\d]*)(\d{1,6})([^\d]*)$/u.exec(number?.trim() ?? '');
  return match ? { before: match[1] ?? '', value: Number(match[2]), behind: match[3] ?? '' } : null;
}

/** The same number written so. */
export const printNumber = ({ before, behind }: PrintedNumber, value: number): string => `${before}${value}${behind}`;

/** Are both written in the same way, so that one can follow the other? */
export const sameWay = (one: PrintedNumber, other: PrintedNumber): boolean => one.before === other.before && one.behind === other.behind;
