// Numbers of points as they are printed: 3, 03, IV, b.

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10 };

/** The value of a Roman number up to 89, or null when it is written against the rules ("IIX"). */
export function romanValue(printed: string): number | null {
  if (!/^(?:X{0,3}|XL|LX{0,3})(?:IX|IV|V?I{0,3})$/.test(printed) || printed === '') return null;
  let value = 0;
  for (let i = 0; i < printed.length; i++) {
    const digit = romanDigits[printed.charAt(i)] ?? 50;
    const next = romanDigits[printed.charAt(i + 1)] ?? (printed.charAt(i + 1) === 'L' ? 50 : 0);
    value += next > digit ? -digit : digit;
  }
  return value;
}

/** The value of a printed number, Arabic or Roman; null when it is neither. */
export function numeralValue(printed: string): number | null {
  const arabic = Number.parseInt(printed, 10);
  return Number.isNaN(arabic) ? romanValue(printed) : arabic;
}
