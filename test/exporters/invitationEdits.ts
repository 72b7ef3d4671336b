import { JSDOM } from 'jsdom';

/** A body under edit, as the editor of a mail program holds it. */
export type Editing = (document: Document, words: string) => void;

const pick = <T>(all: Iterable<T>, words: string): T | undefined => {
  const list = [...all];
  return list[[...words].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % Math.max(1, list.length)];
};
const make = (document: Document, tag: string, words: string): HTMLElement => Object.assign(document.createElement(tag), { textContent: words });
const ours = (document: Document): HTMLAnchorElement | undefined =>
  [...document.querySelectorAll('a')].find((a) => /Åbn dagsordenen|Open the agenda/.test(a.textContent));
const table = (document: Document): Element | null => ours(document)?.closest('body')?.querySelector('table[role], table') ?? null;

/** What a person does to an invitation. Each leaves its words somewhere. */
export const PERSONS: Readonly<Record<string, Editing>> = {
  'types below the link': (d, w) => (ours(d)?.closest('p,div') ?? d.body).after(make(d, 'p', w)),
  'types behind the link': (d, w) => ours(d)?.after(` ${w}`),
  'types before the link': (d, w) => ours(d)?.before(`${w} `),
  'types inside the link': (d, w) => ours(d)?.append(` ${w}`),
  'breaks the line behind the link and types': (d, w) => ours(d)?.after(d.createElement('br'), w),
  'types above the table': (d, w) => table(d)?.before(make(d, 'p', w)),
  'types right below the table': (d, w) => table(d)?.after(make(d, 'div', w)),
  'types in a cell': (d, w) => pick(d.querySelectorAll('td'), w)?.append(` ${w}`),
  'adds a line in a cell': (d, w) => pick(d.querySelectorAll('td'), w)?.append(d.createElement('br'), w),
  'adds a paragraph in a cell': (d, w) => pick(d.querySelectorAll('td'), w)?.append(make(d, 'p', w)),
  'adds a list in a cell': (d, w) => {
    const list = d.createElement('ul');
    list.append(make(d, 'li', w), make(d, 'li', 'og mere'));
    pick(d.querySelectorAll('td'), w)?.append(list);
  },
  'inserts a row': (d, w) => {
    const row = pick(d.querySelectorAll('tr'), w);
    const copy = row?.cloneNode(true) as Element | undefined;
    if (!row || !copy) return;
    copy.querySelectorAll('td').forEach((cell, index) => (cell.textContent = index === 0 ? '' : w));
    copy.lastElementChild!.textContent = w;
    row.after(copy);
  },
  'changes the title': (d, w) => pick(d.querySelectorAll('h2'), w)?.append(` ${w}`),
  'puts a link on a word': (d, w) => {
    const cell = pick(d.querySelectorAll('td'), w);
    if (cell) cell.innerHTML += ` <a href="https://fjordby.example/${w}">${w}</a>`;
  },
  'types above everything': (d, w) => d.body.prepend(make(d, 'p', w)),
  'types bare words above everything': (d, w) => d.body.prepend(w),
  'types below everything': (d, w) => d.body.append(make(d, 'p', w)),
  'pastes the link of the last meeting above': (d, w) => {
    const href = 'https://dagsorden.fjordby.example/index.html#/m?s=site&k=sidste&l=aaaabbbb';
    const line = make(d, 'p', `${w} fra `);
    line.append(Object.assign(make(d, 'a', 'Åbn dagsordenen og meld afbud'), { href }));
    d.body.prepend(line);
  },
  'signs with a line of underscores': (d, w) => d.body.prepend(make(d, 'div', '____________________________'), make(d, 'div', w)),
  'adds a form': (d, w) => d.body.prepend(make(d, 'p', `${w}: __________________________`)),
  'pastes a picture in a cell': (d, w) =>
    pick(d.querySelectorAll('td'), w)?.append(Object.assign(d.createElement('img'), { src: 'cid:kort', alt: w })),
};

const each = (d: Document, selector: string, change: (element: HTMLElement) => void) =>
  d.body.querySelectorAll<HTMLElement>(selector).forEach((element) => change(element));
const becomes = (element: Element, tag: string): void => {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
};

/** What mail programs and gateways do to it. */
export const PROGRAMS: Readonly<Record<string, (document: Document) => void>> = {
  'takes ids and classes away': (d) =>
    each(d, '*', (element) => {
      element.removeAttribute('id');
      element.removeAttribute('class');
    }),
  'puts x_ before ids and classes': (d) =>
    each(d, '*', (element) => {
      if (element.id) element.id = `x_${element.id}`;
      if (element.className) element.className = element.className.replace(/\S+/g, 'x_$&');
    }),
  'takes styles away': (d) => each(d, '*', (element) => element.removeAttribute('style')),
  'makes paragraphs divisions': (d) => each(d, 'p', (element) => becomes(element, 'div')),
  'makes headings bold paragraphs': (d) =>
    each(d, 'h2,h3,h4', (element) => {
      element.innerHTML = `<b>${element.innerHTML}</b>`;
      becomes(element, 'p');
    }),
  'gives paragraphs a class of Word': (d) =>
    each(d, 'p', (element) => {
      element.className = 'MsoNormal';
      element.innerHTML = `<span lang="DA">${element.innerHTML}<o:p></o:p></span>`;
    }),
  'puts paragraphs in cells': (d) => each(d, 'td', (element) => (element.innerHTML = `<p class="MsoNormal">${element.innerHTML}<o:p></o:p></p>`)),
  'restyles tables': (d) =>
    each(d, 'table', (element) => {
      element.removeAttribute('role');
      element.className = 'MsoTableGrid';
      element.setAttribute('border', '1');
      becomes(element.querySelector('tbody') ?? d.createElement('i'), 'tbody');
    }),
  'puts a division around everything': (d) => (d.body.innerHTML = `<div style="font-size:12pt">${d.body.innerHTML}</div>`),
  'puts a division around each part': (d) => {
    for (const child of [...d.body.children]) {
      const around = d.createElement('div');
      child.replaceWith(around);
      around.append(child);
    }
  },
  'takes the frame apart': (d) => {
    const frame = d.querySelector('[id$=dagsorden-agenda]') ?? ours(d)?.closest('p,div')?.parentElement;
    if (frame && frame !== d.body && frame.tagName === 'DIV' && !frame.querySelector('[href*=meetup-join]')) frame.replaceWith(...frame.childNodes);
  },
  'puts empty lines between': (d) =>
    each(d, 'p,h2,table', (element) => element.after(Object.assign(d.createElement('div'), { innerHTML: '&nbsp;<br>' }))),
  'writes spaces as hard ones': (d) => {
    const walker = d.createTreeWalker(d.body, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) node.nodeValue = (node.nodeValue ?? '').replace(/ /g, '\u00a0');
  },
  'wraps links in Safe Links': (d) =>
    each(d, 'a', (element) => {
      const href = (element as HTMLAnchorElement).href;
      const wrapped = `https://eur05.safelinks.protection.outlook.com/?url=${encodeURIComponent(href)}&data=05%7C02%7C&sdata=abc%3D&reserved=0`;
      (element as HTMLAnchorElement).href = wrapped;
    }),
};

/** The body after edits, as it is read back. */
export function edited(html: string, edits: readonly ((document: Document) => void)[]): string {
  const { document } = new JSDOM(html).window;
  for (const edit of edits) edit(document);
  return `<html><head>${document.head.innerHTML}</head><body>${document.body.innerHTML}</body></html>`;
}
