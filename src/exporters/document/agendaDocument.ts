import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import { shownAddress } from '../../meeting/linkAddress.ts';
import { isClosed, type Agenda, type AgendaItem, type Attachment } from '../../meeting/agenda.ts';
import { chaptersOf, type Branch } from '../../meeting/chapters.ts';
import type { Audience } from '../../meeting/edition.ts';
import { HOMEWORK_HEADINGS, homeworkOf } from '../../meeting/homework.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingHead } from '../../meeting/head.ts';
import { asOutsider } from '../../meeting/openness.ts';
import { scheduleOf, type Slot } from '../../meeting/timing.ts';
import { chapterNodes } from './chapterNodes.ts';
import { documentOf, heading, label, list, listItem, plain, text, type Document, type ItemData } from './document.ts';
import { followUpWords } from './followUpWords.ts';
import { headLines } from './head.ts';
import { itemLine, numbered, shownTitle } from './itemLine.ts';
import { proseOf } from './prose.ts';
import { printSpan } from './when.ts';
import { wordsOf, type Language } from './words.ts';

export interface AgendaSource {
  readonly agenda: Agenda;
  /** As the caller knows it: what the calendar says is not told by the agenda's own paper. */
  readonly head: MeetingHead;
  readonly audience: Audience;
  readonly language: Language;
  /** `outline`: a line for each item; `full`: with its texts and the names of its papers. */
  readonly detail: 'outline' | 'full';
  /** Items that came in a supplementary agenda: they are marked. */
  readonly supplement?: readonly ItemId[] | undefined;
}

/** The agenda as a document. `outside` holds nothing of a closed item but its place, number, time and neutral title. */
export function agendaDocument(source: AgendaSource): Document {
  const { agenda, head, audience, language } = source;
  const slots = scheduleOf(agenda);
  const title = titleOf(head.title, language);
  const chapters = chaptersOf(audience === 'outside' ? agenda.items.map((item) => asOutsider(agenda.items, item)) : agenda.items, (item) => item.id);
  return documentOf({ kind: 'agenda', audience, language, title, head, published: null }, [
    heading(1, 'title', title),
    ...headLines(head, title, language),
    ...chapterNodes(chapters, language, (branch) => itemNode(source, slots, branch, 0)),
  ]);
}

/** "Dagsorden: Direktionsmøde"; a title that says what it is stands alone. */
function titleOf(printed: string, language: Language): string {
  const { agenda } = wordsOf(language);
  const title = plain(printed);
  if (title === '') return agenda;
  return /^(dagsorden|program|agenda)/i.test(title) ? title : `${agenda}: ${title}`;
}

function itemNode(source: AgendaSource, slots: ReadonlyMap<string, Slot>, { line: item, children }: Branch<AgendaItem>, depth: number): ListItem {
  const { agenda, language, detail } = source;
  const closed = isClosed(agenda.items, item);
  const data = dataOf(source, item, slots.get(item.id), { closed, depth });
  return listItem(
    { item: data },
    itemLine(printSpan(data.start, data.end, language), titleNode(source, item, data), notesOf(source, item, data)),
    ...(detail === 'full' ? texts(item, language) : homeworkLines(item, language)),
    ...(children.length === 0
      ? []
      : [
          list(
            'items',
            children.map((child) => itemNode(source, slots, child, depth + 1)),
          ),
        ]),
  );
}

function dataOf(source: AgendaSource, item: AgendaItem, slot: Slot | undefined, { closed, depth }: { closed: boolean; depth: number }): ItemData {
  const words = wordsOf(source.language);
  const own = closed && source.audience === 'outside' ? item.neutralTitle : item.title;
  return {
    itemId: item.id,
    kind: item.kind,
    type: item.type,
    number: item.number,
    title: shownTitle(own, closed, item.kind === 'break' ? words.break : words.untitled, source.language),
    openness: closed ? 'closed' : 'open',
    depth,
    day: item.day,
    block: item.block,
    start: slot?.start ?? item.start,
    end: slot?.end ?? item.end,
    minutes: item.minutes,
    presenters: item.presenters,
    outcome: null,
    notTreated: false,
  };
}

function titleNode({ detail }: AgendaSource, item: AgendaItem, data: ItemData): PhrasingContent {
  const words = text(numbered(data));
  if (item.kind === 'break') return { type: 'emphasis', children: [words] };
  return detail === 'full' ? { type: 'strong', children: [words] } : words;
}

/** What stands in parentheses behind the title. */
function notesOf({ language, supplement = [] }: AgendaSource, item: AgendaItem, data: ItemData): string[] {
  const words = wordsOf(language);
  const presenters = item.presenters.map(plain).filter((name) => name !== '');
  return [
    supplement.includes(item.id) ? words.supplement : '',
    data.openness === 'closed' && data.title !== words.closedItem ? words.closedMark : '',
    item.type === null ? '' : words.types[item.type],
    presenters.length === 0 ? '' : words.presentedBy(presenters.join(', ')),
    data.start === null && item.minutes !== null ? words.minutesOf(item.minutes) : '',
  ];
}

/** What is to be done before the meeting, a line each: of an outline, which has no texts. */
function homeworkLines(item: AgendaItem, language: Language): BlockContent[] {
  return homeworkOf(item).map((each) => ({
    type: 'paragraph',
    children: [text(`${HOMEWORK_HEADINGS[language]}: ${followUpWords(each, language)}`)],
  }));
}

/** The item's texts under their headings, and its papers. */
function texts(item: AgendaItem, language: Language): BlockContent[] {
  const words = wordsOf(language);
  const sections = item.sections.flatMap((section): BlockContent[] => {
    const name = plain(section.heading ?? words.sections[section.role] ?? '');
    const prose = proseOf(section.text);
    return prose.length === 0 ? [] : [...(name === '' ? [] : [label(name)]), ...prose];
  });
  const papers = item.attachments.filter((paper) => plain(paper.title) !== '');
  if (papers.length === 0) return sections;
  return [
    ...sections,
    label(words.attachments),
    list(
      'attachments',
      papers.map((paper) => listItem(undefined, paperLine(paper))),
    ),
  ];
}

function paperLine(paper: Attachment): BlockContent {
  const name = numbered({ number: paper.number, title: plain(paper.title) });
  const { link, words } = shownAddress(paper.url);
  if (link !== null) return { type: 'paragraph', children: [{ type: 'link', url: link, children: [text(name)] }] };
  return { type: 'paragraph', children: [text(words === null ? name : `${name} (${plain(words)})`)] };
}
