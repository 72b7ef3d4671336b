/*
 * Somebody may have turned a column of ours to rich text: from then on SharePoint gives back HTML. It is read as the text it says, so that
 * nothing but its looks is lost. Nothing here is shown as HTML; what is left of it is text.
 */

const BLOCK = 'div|p|ul|ol|li|table|tbody|thead|tr|h[1-6]|blockquote|section';
const OPENS = new RegExp(`^\\s*<(?:${BLOCK})(?:\\s[^<>]*)?>`, 'i');
const CLOSES = new RegExp(`</(?:${BLOCK})>\\s*$`, 'i');
/** Each sign is looked at once, whatever the text: no tag runs over the next "<". */
const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi;
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    aelig: 'æ',
    oslash: 'ø',
    aring: 'å',
    AElig: 'Æ',
    Oslash: 'Ø',
    Aring: 'Å',
  }),
);

const isRich = (stored: string): boolean => OPENS.test(stored) && CLOSES.test(stored);

/** The words of a stored text, whether its column keeps plain text or rich. The opposite of `asStored`. */
export function asRead(stored: string): string {
  if (!isRich(stored.replace(/^\\+/, ''))) return stored;
  return stored.startsWith('\\') ? stored.slice(1) : wordsOf(stored);
}

/** A text as it is stored: one that would read as rich text gets a backslash, which CommonMark leaves out. */
export function asStored(text: string): string {
  return isRich(text.replace(/^\\+/, '')) ? `\\${text}` : text;
}

function wordsOf(html: string): string {
  const lines = html
    .replace(/\s+/g, ' ')
    .replace(TAG, (_tag, slash: string, name: string) => breakFor(name.toLowerCase(), slash === '/'))
    .replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) =>
      name === undefined ? signOf(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)) : (NAMED.get(name) ?? whole),
    )
    .split('\n');
  return lines
    .map((line) => line.replaceAll('\u00A0', ' ').replaceAll('\u200B', '').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

function breakFor(name: string, closing: boolean): string {
  if (name === 'li') return closing ? '' : '\n- ';
  if (name === 'td' || name === 'th') return closing ? ' ' : '';
  if (name === 'br') return '\n';
  if (name === 'p') return closing ? '\n' : '\n\n';
  return new RegExp(`^(?:${BLOCK})$`).test(name) ? '\n' : '';
}

const signOf = (code: number): string => (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '');
