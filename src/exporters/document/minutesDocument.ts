import type { BlockContent, ListItem } from 'mdast';
import { castingOf } from '../../meeting/castingVote.ts';
import { chaptersOf, type Branch } from '../../meeting/chapters.ts';
import { toldBy, type Edition, type EditionLine } from '../../meeting/edition.ts';
import { tallyOf, type Votes } from '../../meeting/votes.ts';
import { VOTE_SIDES } from '../../meeting/words.ts';
import { attendanceNodes } from './attendanceDocument.ts';
import { chapterNodes } from './chapterNodes.ts';
import { documentOf, heading, label, list, listItem, paragraph, plain, text, type Document, type ItemData } from './document.ts';
import { headLines, whenWords } from './head.ts';
import { followUpWords } from './followUpWords.ts';
import { itemLine, numbered, shownTitle } from './itemLine.ts';
import { proseOf } from './prose.ts';
import { instantOf } from './when.ts';
import { wordsOf, type Language } from './words.ts';

export interface MinutesSource {
  readonly edition: Edition;
  readonly language: Language;
  /** `outline`: each item with what became of it; `full`: with recommendations, apologies, place, chair, and when it was published. */
  readonly detail: 'outline' | 'full';
}

/** Published minutes as a document, made from their edition and nothing else. */
export function minutesDocument(source: MinutesSource): Document {
  const { edition, language, detail } = source;
  const { audience, version, publishedAt: at } = edition;
  const words = wordsOf(language);
  const head = detail === 'full' ? edition.head : { ...edition.head, location: null, chair: null };
  // Where the minutes are told of in a channel, a corrected edition must not pass for the first message sent twice.
  const kind = detail === 'outline' && version > 1 ? words.corrected : words.minutes;
  const title = plain(head.title) === '' ? kind : `${kind}: ${plain(head.title)}`;
  const chapters = chaptersOf(edition.lines, (line) => line.itemId);
  return documentOf({ kind: 'minutes', audience, language, title, head, published: { version, at } }, [
    heading(1, 'title', title),
    ...headLines(head, title, language),
    // As Danish minutes have it: who was there stands before what was decided, as soon as a roll was called.
    ...(detail === 'full' && edition.attendance !== undefined ? [...attendanceNodes(edition, language), heading(2, 'list', words.agenda)] : []),
    ...chapterNodes(chapters, language, (branch) => itemNode(source, branch)),
    ...(detail === 'full' && edition.attendance === undefined ? attendanceNodes(edition, language) : []),
    ...(detail === 'full' ? [foot(edition, language)] : []),
  ]);
}

/** When the edition was published; a later version says which it is. */
function foot({ publishedAt, version }: Edition, language: Language): BlockContent {
  const words = wordsOf(language);
  const when = whenWords(instantOf(publishedAt, language));
  return paragraph('foot', text(`${words.published} `), ...when, ...(version > 1 ? [text(` · ${words.version(version)}`)] : []));
}

function itemNode(source: MinutesSource, { line, children }: Branch<EditionLine>): ListItem {
  const { edition, language, detail } = source;
  const data = dataOf(line, language);
  const mark = line.openness === 'closed' && data.title !== wordsOf(language).closedItem ? wordsOf(language).closedMark : '';
  return listItem(
    { item: data },
    itemLine('', { type: 'strong', children: [text(numbered(data))] }, [mark]),
    ...(detail === 'full' ? recommendations(line, language) : []),
    ...recusedNodes(line, source),
    ...outcomeNodes(edition, line, source),
    ...(line.votes !== undefined && detail === 'full' ? voteNodes(line.votes, language) : []),
    ...(line.dissent !== undefined && detail === 'full' ? [label(wordsOf(language).dissent), ...proseOf(line.dissent)] : []),
    ...followUpNodes(line, source),
    ...(children.length === 0
      ? []
      : [
          list(
            'items',
            children.map((child) => itemNode(source, child)),
          ),
        ]),
  );
}

function dataOf(line: EditionLine, language: Language): ItemData {
  const closed = line.openness === 'closed';
  return {
    itemId: line.itemId,
    kind: 'item',
    type: null,
    number: line.number,
    title: shownTitle(line.title, closed, wordsOf(language).untitled, language),
    openness: line.openness,
    depth: line.depth,
    day: line.day,
    block: line.block,
    start: null,
    end: null,
    minutes: null,
    presenters: [],
    outcome: line.outcome,
    notTreated: line.notTreated,
  };
}

function recommendations(line: EditionLine, language: Language): BlockContent[] {
  return line.recommendations.flatMap(({ heading: own, text: words }) => {
    const prose = proseOf(words);
    return prose.length === 0 ? [] : [label(plain(own ?? '') || (wordsOf(language).sections.recommendation ?? '')), ...prose];
  });
}

/** Who took no part in the item. An outline tells of decisions alone. */
function recusedNodes({ recused = [] }: EditionLine, { language, detail }: MinutesSource): BlockContent[] {
  if (recused.length === 0 || detail === 'outline') return [];
  return [{ type: 'paragraph', children: [text(wordsOf(language).recused(recused.map(plain).join(', ')))] }];
}

/** What is to be done, by whom and when, a line each. An outline has no labels. */
function followUpNodes({ followUps = [] }: EditionLine, { language, detail }: MinutesSource): BlockContent[] {
  if (followUps.length === 0) return [];
  const words = wordsOf(language);
  const said = followUps.map((each) => followUpWords(each, language));
  if (detail === 'outline') return said.map((one) => ({ type: 'paragraph', children: [text(`${words.followUps}: ${one}`)] }));
  return [label(words.followUps), ...said.map((one): BlockContent => ({ type: 'paragraph', children: [text(one)] }))];
}

/** What became of the item. An outline goes without the label: nothing else stands under the title there. */
function outcomeNodes(edition: Edition, line: EditionLine, { language, detail }: MinutesSource): BlockContent[] {
  const words = wordsOf(language);
  const one = (said: string): BlockContent => ({ type: 'paragraph', children: [text(said)] });
  const labelled = detail === 'full' ? [label(words.decision)] : [];
  switch (toldBy(edition, line)) {
    case 'decision':
      return [...labelled, ...decisionNodes(line, words)];
    case 'outcome':
      return line.outcome === null ? [] : [...labelled, one(words.outcomes[line.outcome])];
    case 'notTreated':
      return [one(words.notTreated)];
    case 'nothing':
      return [one(words.noDecision)];
    case 'elsewhere':
    case 'withheld':
      return [];
  }
}

/** How the vote went, a line a side. */
function voteNodes(votes: Votes, language: Language): BlockContent[] {
  const { vote } = wordsOf(language);
  const counts = tallyOf(votes);
  const casting = castingOf(votes);
  const sides = VOTE_SIDES.filter((side) => votes[side].trim() !== '').map((side) => vote[side](counts[side], plain(votes[side])));
  const said = [...sides, ...(casting === null ? [] : [vote.casting(vote.sides[casting])])];
  return [label(vote.title), ...said.map((words): BlockContent => ({ type: 'paragraph', children: [text(words)] }))];
}

/** Every decision of the item, the first one first. */
function decisionNodes(line: EditionLine, words: ReturnType<typeof wordsOf>): BlockContent[] {
  return [line, ...(line.further ?? [])].flatMap(({ decision, outcome }): BlockContent[] => {
    if (decision.trim() !== '') return proseOf(decision);
    return outcome === null ? [] : [{ type: 'paragraph', children: [text(words.outcomes[outcome])] }];
  });
}
