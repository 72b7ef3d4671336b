import { h } from 'hastscript';
import type { Element } from 'hast';
import type { Root } from 'mdast';
import { printDate } from '../document/when.ts';
import { proseOf } from '../document/prose.ts';
import { paperWordsOf, type PaperWords } from '../document/paperWords.ts';
import { decidedBy } from '../paper/decided.ts';
import { openPaper } from '../paper/openPaper.ts';
import type { Paper, PaperAttachment, PaperEdition, PaperItem } from '../paper/paper.ts';
import { keyOf } from '../paper/when.ts';
import { htmlTreeOf, stringifyHtml } from './proseHtml.ts';

/**
 * A paper as XML of the shape that SBSYS hands over and OS2web reads (`/Dagsorden`, `Møde`, `Dagsordenpunkter/Dagsordenpunkt`). Texts are HTML in
 * elements named after their headings. OS2web knows no sub-items: they follow their item, with its number before their own.
 */
export function printSbsys(whole: Paper, edition: PaperEdition): string {
  const paper = edition === 'open' ? openPaper(whole) : whole;
  const words = paperWordsOf('da');
  const key = keyOf(paper);
  const root = element(
    'Dagsorden',
    { DagsordenID: key, Åben: edition === 'open', Dagsordentype: paper.kind === 'minutes' ? 'Referat' : 'Dagsorden' },
    [
      element('Møde', {
        MødeID: key,
        Udvalg: paper.body ?? paper.title ?? '',
        UdvalgID: keyOf({ ...paper, date: null, start: null }),
        Mødedato: dayOf(paper.date),
        Mødetid: paper.start ?? '',
        Mødeslutdato: dayOf(paper.endDate ?? paper.date),
        Mødesluttid: paper.end ?? '',
        Mødested: paper.location ?? '',
      }),
      element('Deltagere', {}, [
        ...paper.participants.map((name) => element('Deltager', { Navn: name, Status: 'Til stede' })),
        ...paper.absent.map((name) => element('Deltager', { Navn: name, Status: 'Fraværende' })),
        ...paper.apologies.map(({ name, substitute }) => element('Deltager', { Navn: name, Status: 'Afbud', Stedfortræder: substitute ?? '' })),
      ]),
      element(
        'Dagsordenpunkter',
        {},
        paper.items.flatMap((item, place) => point(item, [place + 1], words)),
      ),
      element(
        'Bilagsliste',
        {},
        paper.attachments.map((each, place) => paperOf(each, `0.${place + 1}`)),
      ),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function point(item: PaperItem, place: readonly number[], words: PaperWords): string[] {
  const id = item.id ?? place.join('.');
  const title = item.title === '' && item.closed ? (item.neutralTitle ?? words.closedItem) : item.title;
  const own = element('Dagsordenpunkt', { DagsordenpunktID: id, Punktnummer: item.number ?? '', Åbent: !item.closed }, [
    element('Overskrift', {}, [escaped(title)]),
    element('Indhold', {}, contents(item, words)),
    element(
      'Bilagsliste',
      {},
      item.attachments.map((each, index) => paperOf(each, `${id}.${index + 1}`)),
    ),
  ]);
  return [own, ...item.children.flatMap((child, index) => point(child, [...place, index + 1], words))];
}

function contents(item: PaperItem, words: PaperWords): string[] {
  const texts = item.sections
    .filter(({ role, text }) => !['meta', 'attachments', 'decision'].includes(role) && text.trim() !== '')
    .map(({ role, heading, text }) => ({ name: heading ?? words.sections[role] ?? 'Tekst', text }));
  const { outcome, text } = decidedBy(item, 'da');
  const decision = [outcome, text].filter((part) => part !== null && part !== '').join('\n\n');
  const all = decision === '' ? texts : [...texts, { name: words.sections['decision'] ?? '', text: decision }];
  // Readers take the element's name for a key: two of one name would be one.
  const seen = new Map<string, number>();
  return all.map(({ name, text: prose }) => {
    const bare = elementName(name);
    const count = (seen.get(bare) ?? 0) + 1;
    seen.set(bare, count);
    return element(count === 1 ? bare : `${bare}_${count}`, {}, [escaped(html(prose))]);
  });
}

const paperOf = ({ title, closed, url }: PaperAttachment, id: string): string =>
  element('Bilag', { BilagID: id, Navn: title, MaaPubliceres: closed !== true, BilagUrl: url ?? '' });

function html(text: string): string {
  const tree: Root = { type: 'root', children: proseOf(text) };
  const nodes = htmlTreeOf(tree);
  return stringifyHtml({ type: 'root', children: [h('div', nodes.children as Element[])] });
}

const dayOf = (day: string | null): string => (day === null ? '' : printDate(day, 'da'));

/** A heading as the name of an element: letters, digits and "_". */
function elementName(words: string): string {
  const name = words.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
  return name === '' || !/^\p{L}/u.test(name) ? `Tekst_${name}`.replace(/_$/, '') : name;
}

function element(name: string, attributes: Readonly<Record<string, string | boolean>>, children: readonly string[] = []): string {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return children.length === 0 ? `<${name}${told.join('')}/>` : `<${name}${told.join('')}>${children.join('')}</${name}>`;
}

/** Signs that XML 1.0 does not allow are left out. */
const escaped = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
