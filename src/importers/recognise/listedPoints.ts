// Points printed a second time: a list of points before the answers, times of points in a head line.
import type { Block } from '../blocks.ts';
import { readHeading } from '../grammar/heading.ts';
import { numeralValue } from '../grammar/numeral.ts';
import { pattern } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { ImportedItem } from '../paper.ts';
import { type Group, readGroup } from './groups.ts';
import { itemOf } from './itemOf.ts';
import type { ItemContext } from './items.ts';
import type { Opener } from './openers.ts';
import { foldTitle } from './titleWords.ts';

/** A list of points printed before the answers: titles for points without one, points that came up nowhere else. */
export function mergeList(
  items: ImportedItem[],
  listRegion: readonly Block[],
  blockOpener: ReadonlyMap<Block, Opener>,
  language: Language,
  context: ItemContext,
): void {
  const listed: { item: ImportedItem; value: number; words: string; line: number }[] = [];
  let body: Block[] = [];
  let at: { block: Block; opener: Opener; group: Group | null } | null = null;
  let group: Group | null = null;
  const flush = () => {
    if (!at) return;
    const item = itemOf({ opener: at.opener, heading: [at.block], body, group: at.group, day: null, block: null }, language, {
      ...context,
      attachments: [],
      kind: 'agenda',
    });
    listed.push({
      item,
      value: at.opener.value,
      words: [at.block, ...body].map((block) => block.text).join('\n'),
      line: at.block.lines[0]?.number ?? 0,
    });
    body = [];
  };
  for (const block of listRegion) {
    const opener = blockOpener.get(block);
    if (opener) {
      flush();
      at = { block, opener, group };
      if (group?.once) group = null;
    } else {
      group = readGroup(block.text, language) ?? group;
      body.push(block);
    }
  }
  flush();
  const byTitle = new Map<string, ImportedItem>();
  const byNumber = new Map<number, ImportedItem>();
  const know = (item: ImportedItem) => {
    const title = foldTitle(item.title);
    const value = item.number === null ? null : numeralValue(item.number);
    if (title !== '' && !byTitle.has(title)) byTitle.set(title, item);
    if (value !== null && !byNumber.has(value)) byNumber.set(value, item);
  };
  items.forEach(know);
  const inserted = new Set<ImportedItem>();
  // A title several points share ("Lukket punkt") tells none of them: their numbers do.
  const shared = new Map<string, number>();
  for (const { item } of listed) shared.set(foldTitle(item.title), (shared.get(foldTitle(item.title)) ?? 0) + 1);
  let cursor = 0;
  for (const { item, value, words, line } of listed) {
    const onlyPerson = item.presenters.length > 0 && item.title === '';
    const personTitle = language.people.isName(item.title);
    const title = foldTitle(item.title);
    const byName = title === '' || (value > 0 && (shared.get(title) ?? 0) > 1) ? undefined : byTitle.get(title);
    const same = byName ?? byNumber.get(value);
    // Two points of one list are two, though both are called "Eventuelt".
    const other = same !== undefined && inserted.has(same) && same.number !== null && numeralValue(same.number) !== value;
    const own = other ? undefined : same;
    if (!own) nameClosed(item);
    if (own) {
      cursor = items.indexOf(own) + 1;
      own.start ??= item.start;
      own.end ??= item.end;
      own.minutes ??= item.minutes;
      own.fixed ||= item.fixed;
      own.closed ||= item.closed;
      own.type ??= item.type;
      own.listed = words;
      // "Ad 1: Lene blev valgt." answers the listed "1. Valg af dirigent", and "Ad 6: Intet." the listed "6. Eventuelt".
      const says = language.holds.finiteVerb.test(own.title) || language.is.none(own.title);
      const answers = says && !language.holds.finiteVerb.test(item.title) && !foldTitle(own.title).startsWith(`${title} `);
      if (own.title === '' || (answers && item.title !== '')) {
        own.title = item.title;
        if (item.spans['title']) own.spans['title'] = item.spans['title'];
      }
      if (own.presenters.length === 0) own.presenters = personTitle ? [item.title] : item.presenters;
      if (own.children.length === 0) own.children = item.children;
    } else if (!onlyPerson && !personTitle && item.title !== '' && !(item.start !== null && personTitle)) {
      items.splice(cursor, 0, item);
      inserted.add(item);
      know(item);
      cursor++;
    } else context.headings.push({ line, text: words });
  }
}

/** "16. Lukket punkt": a closed point may have no other name. */
export function nameClosed(item: ImportedItem): void {
  if (item.title !== '' || !item.closed || item.number === null) return;
  item.title = unpunctuate(item.heading.replace(/^\W*\d{1,3}\s?[.):–-]*\s*/u, ''));
}

/** "Pkt. 1 kl. 12.00-12.20 Niels" in a head line: times and names for points titled elsewhere. */
export function mergeSchedule(items: ImportedItem[], head: readonly Block[], language: Language, context: ItemContext): void {
  for (const block of head) {
    const label = language.label(block.text, block.lines[0]?.cells);
    const text = label?.key === 'information' ? label.rest : block.text;
    const hit = pattern(`^(?:${language.lexicon.numbering.strong})\\.?\\s*(\\d{1,3})[.:]?\\s+(.+)$`).exec(text);
    if (!hit?.[1] || !hit[2] || !language.clock.opening(hit[2])) continue;
    const own = items.find((item) => item.number !== null && numeralValue(item.number) === Number(hit[1]));
    if (!own) continue;
    const heading = readHeading(hit[2], language, context, null);
    own.start ??= heading.start;
    own.end ??= heading.end;
    const name = language.people.isName(heading.title, false) && heading.title.split(' ').length <= 3 ? heading.title : null;
    if (own.presenters.length === 0) own.presenters = name ? [name] : heading.presenters;
  }
}
