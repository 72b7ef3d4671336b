/** Addresses as mail programs write them: the same sign in several ways. For reading only: nothing that was read so is written back. */

/** No address that is worth reading is longer; a picture written into the text is. */
export const LONGEST = 16_384;
const MOST_ESCAPES = 4;

const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', num: '#', quest: '?', equals: '=' };

/** The text with HTML's character references as the signs they stand for: the few that addresses meet, and all numeric ones. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(amp|quot|apos|lt|gt|nbsp|num|quest|equals));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number.parseInt(decimal, 10) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** Percent escapes as the signs they stand for; text that has none, or broken ones, stays as it is. */
export function withoutEscapes(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The text as it is, without its escapes, without the escapes of those, and so on: gateways escape what is escaped already. */
export function readings(text: string): string[] {
  const all = [text];
  for (let turn = 0; turn < MOST_ESCAPES; turn += 1) {
    const next = withoutEntities(withoutEscapes(all.at(-1) ?? ''));
    if (next === all.at(-1)) break;
    all.push(next);
  }
  return all;
}

/** All that may be an address in some HTML, in attributes and in words, in the order it stands; entities are read. */
export function addressesIn(html: string): string[] {
  return html
    .split(/[\s"'<>]+/)
    .filter((piece) => piece.length <= LONGEST && /:\/|#\/|%3A|%23|-3A|-23|&#/i.test(piece))
    .flatMap((piece) => withoutEntities(piece).split(/[\s"'<>]+/))
    .map((piece) => piece.slice(Math.max(0, piece.search(/(?:https?|msteams):\//i))))
    .filter((piece) => piece !== '');
}
