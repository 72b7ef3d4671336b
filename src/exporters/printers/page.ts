import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { PaperDocument } from '../document/paperDocument.ts';
import { pageStyle } from './pageStyle.ts';
import { htmlTreeOf, stringifyHtml } from './proseHtml.ts';

/** A paper as a whole HTML page that stands alone: language, title, headings, its own print style, no scripts and nothing from elsewhere. */
export function printPage(document: PaperDocument): string {
  const { paper } = document;
  const { children } = htmlTreeOf(document);
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', paper.title),
    h('style', pageStyle(paper)),
  ]);
  const body = h('body', [h('main', children as ElementContent[])]);
  const tree: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: paper.language === 'da' ? 'da-DK' : 'en-GB' }, [head, body])],
  };
  return `${stringifyHtml(tree)}\n`;
}
