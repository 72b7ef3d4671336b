import type { PaperDocumentData } from '../document/paperDocument.ts';

/**
 * How a paper looks on a screen and on A4: a wide top margin, where a letterhead stands, page numbers and the edition at the foot of each page,
 * headings kept with what they are over. On a screen the edition stands at the end.
 */
export function pageStyle({ running, editionWords, page }: Pick<PaperDocumentData, 'running' | 'editionWords' | 'page'>): string {
  const [before = '', between = '', after = ''] = page('\u0000', '\u0000').split('\u0000').map(cssText);
  return `
@page {
  size: A4;
  margin: 30mm 22mm 24mm;
  @top-left { content: ${cssText(running)}; font: 9pt sans-serif; color: #595959; }
  @bottom-left { content: ${cssText(editionWords)}; font: 9pt sans-serif; color: #595959; }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; font: 9pt sans-serif; color: #595959; }
}
@page :first { @top-left { content: none; } }
:root { color-scheme: light; }
body { font: 11pt/1.45 Calibri, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; overflow-wrap: break-word; hyphens: auto; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; break-after: avoid; color: #1f3864; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.25em; margin-top: 1.6em; border-top: 1px solid #c8c8c8; padding-top: .6em; }
h3, h4 { font-size: 1.1em; }
h5, h6 { font-size: 1em; }
p, ul, ol, table { margin: .45em 0; }
p:has(> strong:only-child) { break-after: avoid; }
table { border-collapse: collapse; }
th, td { border: 1px solid #a6a6a6; padding: .2em .5em; text-align: left; vertical-align: top; }
blockquote { margin: .45em 0 .45em 1em; padding-left: .8em; border-left: 2px solid #c8c8c8; }
a { color: #0b57a4; }
main::after { content: ${cssText(running)}; display: block; margin-top: 3em; border-top: 1px solid #c8c8c8; padding-top: .5em; font-size: .85em; color: #595959; }
@media print { body { max-width: none; margin: 0; padding: 0; } a { color: inherit; } main::after { content: none; } }
`;
}

/** Words as a CSS string that cannot leave it. */
const cssText = (words: string): string =>
  `"${words.replace(/[^\p{L}\p{N} .,·:–()/-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
