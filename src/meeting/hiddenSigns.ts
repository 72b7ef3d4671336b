/*
 * Signs that nobody sees and that change what everybody sees: orders to write from right to left ("Godkendt" turned round), signs of no width,
 * control characters. What holds words together stays: joiners (ZWNJ, ZWJ), the tags that flags are made of, the soft hyphen, line breaks and tabs.
 */
const HIDDEN = /(?![\n\t\u00AD\u200C\u200D\u{E0020}-\u{E007F}])(?:\p{Cc}|(?=\p{DI})\p{Cf}|[\u{FFF9}-\u{FFFB}])/gu;

/** The text without signs that hide or reorder others. Whatever comes from outside goes through it before anybody reads it. */
export function withoutHiddenSigns(text: string): string {
  return text.replace(HIDDEN, '');
}
