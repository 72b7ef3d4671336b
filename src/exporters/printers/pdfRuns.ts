import type { PhrasingContent } from 'mdast';

export type Face = 'regular' | 'bold' | 'italic';

/** Words in one look. */
export interface Run {
  readonly words: string;
  readonly face: Face;
  readonly link: string | null;
  readonly strike: boolean;
}

const plainRun: Omit<Run, 'words'> = { face: 'regular', link: null, strike: false };

/** Phrasing as runs. Line breaks are new lines in the words. */
export function runsOf(nodes: readonly PhrasingContent[], style = plainRun): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ ...style, words: node.value }];
      case 'strong':
        return runsOf(node.children, { ...style, face: 'bold' });
      case 'emphasis':
        return runsOf(node.children, { ...style, face: style.face === 'bold' ? 'bold' : 'italic' });
      case 'delete':
        return runsOf(node.children, { ...style, strike: true });
      case 'break':
        return [{ ...style, words: '\n' }];
      case 'link':
        return runsOf(node.children, { ...style, link: node.url });
      default:
        return [];
    }
  });
}

/** What PDFKit keeps of a font that it reads with fontkit; its types do not tell. */
interface OpenFont {
  readonly _font?: { readonly font?: { hasGlyphForCodePoint?: (code: number) => boolean } };
}

/**
 * Words with signs the font does not have written by those it has: without their accents, else as "?" (pictures, rare scripts). A sign that is not in
 * the font would be drawn as an empty box and read as nothing.
 */
export function inFont(doc: object, words: string): string {
  const font = (doc as OpenFont)._font?.font;
  if (font?.hasGlyphForCodePoint === undefined) return words;
  const has = (sign: string) => sign === '\n' || (font.hasGlyphForCodePoint?.(sign.codePointAt(0) ?? 0) ?? true);
  return [...words.normalize('NFC').replaceAll('\t', ' ')]
    .map((sign) => {
      if (has(sign)) return sign;
      const bare = sign.normalize('NFKD').replace(/\p{M}/gu, '');
      return bare !== '' && [...bare].every(has) ? bare : '?';
    })
    .join('');
}
