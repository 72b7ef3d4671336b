// Segments → items: heading, body, and what stands under them.
import { type Block, roleAtEnd } from '../blocks.ts';
import { type HeadingContext, joinText, readHeading } from '../grammar/heading.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { ImportedItem } from '../paper.ts';
import { readSlotChildren, splitChildren, type ChildBlocks } from './children.ts';
import { type ItemContext, applyHeading, emptyItem, fillItem } from './items.ts';
import type { Opener, Openers } from './openers.ts';
import { joinPrintedTwice } from './printedTwice.ts';
import { splitChildRunIns, splitRunIn, splitSubject } from './runIn.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { slotLines } from './slotTimes.ts';
import { splitStanding } from './standingHeadings.ts';
import { splitTopics } from './topics.ts';

export function readItems(
  region: readonly Block[],
  blockOpener: ReadonlyMap<Block, Opener>,
  main: ReadonlySet<Opener>,
  openers: Openers,
  language: Language,
  context: ItemContext,
  head: readonly Block[],
): ImportedItem[] {
  const segments = segmentsOf(region, blockOpener, main, openers, language, head, context.headings);
  const items: ImportedItem[] = [];
  const bySlot = new Map<number, ImportedItem>();
  for (const segment of segments) {
    const made = itemsOf(segment);
    const first = made[0];
    if (first && segment.opener) bySlot.set(segment.opener.line, first);
    const owner = segment.opener?.owner;
    const parent = owner === undefined ? items.at(-1) : bySlot.get(owner);
    if (segment.opener?.under && parent) parent.children.push(...made);
    else for (const item of made) items.push(item);
  }
  return joinPrintedTwice(items);

  function itemsOf(segment: Segment): ImportedItem[] {
    const topics = context.kind === 'case' && openers.mode === 'timed' ? splitTopics(segment.heading, segment.body, language) : null;
    if (!topics) return [itemOf(segment, language, context)];
    return topics.map((topic, i) =>
      itemOf({ ...segment, opener: i === 0 ? segment.opener : null, heading: [topic.heading], body: topic.body }, language, context),
    );
  }
}

/** A heading's text without its number. */
export function afterNumber(block: Block, opener: Opener | null, text: string = block.text): string {
  let rest = text;
  if (opener && opener.style !== 'cell' && opener.number !== null) {
    const own = block.lines[0]?.text ?? '';
    const at = opener.rest === '' ? own.length : own.lastIndexOf(opener.rest.replace(/^\* /, ''));
    rest = `${opener.rest.startsWith('* ') ? '* ' : ''}${at >= 0 ? text.slice(at) : text}`;
  } else if (opener?.style === 'cell' && opener.number !== null) rest = text.replace(/^\s*\d{1,3}\.?/, '');
  else if (opener?.time) rest = text.replace(/^\d{1,2}[.)]\s+(?=\d{1,2}[.:]\d{2})/, '');
  return rest.trim();
}

function headingText(segment: Segment): string {
  const text = segment.heading.map((block) => block.text).join(' ');
  return segment.heading[0] ? afterNumber(segment.heading[0], segment.opener, text) : text;
}

export function itemOf(segment: Segment, language: Language, context: ItemContext): ImportedItem {
  const item = emptyItem();
  const { opener } = segment;
  item.number = opener?.number ?? null;
  item.day = segment.day;
  item.block = segment.block;
  const text = headingText(segment);
  let body = [...segment.body];
  const signed = opener?.subject ? splitSubject(text, language) : context.runIn || opener?.runIn === true ? splitRunIn(text, language) : null;
  const runIn = signed ?? (context.kind === 'minutes' && !context.timed ? splitStanding(text, language, context.behind) : null);
  let heading = readHeading(runIn?.heading ?? text, language, context as HeadingContext, null);
  if (runIn) heading.rest = joinText(heading.rest, runIn.text);
  const headBlocks = [...segment.heading];
  // A slot whose line holds only the time: the title is the next block, with its own number perhaps.
  for (
    let round = 0;
    round < 2 && heading.title === '' && body[0] && language.label(body[0].text) === null && body[0].bullet === null && opener?.style !== 'answer';
    round++
  ) {
    let next = body.shift();
    if (!next) break;
    headBlocks.push(next);
    const role = body[0];
    if (role && roleAtEnd(language).test(next.text.slice(-60)) && language.people.isName(role.text, false)) {
      body.shift();
      headBlocks.push(role);
      next = { ...next, text: `${next.text} ${role.text}` };
    }
    const number = /^(\d{1,3})\s?[.)]\s+(?=\p{L})/u.exec(next.text);
    if (number?.[1] && item.number === null) item.number = number[1];
    const times = {
      start: heading.start,
      end: heading.end,
      minutes: heading.minutes,
      fixed: heading.fixed,
      closed: heading.closed,
      type: heading.type,
      presenters: heading.presenters,
    };
    heading = readHeading(number ? next.text.slice(number[0].length) : next.text, language, context as HeadingContext, null);
    heading.start = times.start ?? heading.start;
    heading.end = times.end ?? heading.end;
    heading.minutes ??= times.minutes;
    heading.fixed ||= times.fixed;
    heading.closed ||= times.closed;
    heading.type ??= times.type;
    heading.presenters = [...new Set([...times.presenters, ...heading.presenters])];
  }
  // A numbered title behind a time on the same line.
  const inner = context.timed && item.number === null ? /^(\d{1,3})\s?[.)]\s+(?=\p{L})/u.exec(heading.title) : null;
  if (inner?.[1]) {
    item.number = inner[1];
    const again = readHeading(heading.title.slice(inner[0].length), language, context as HeadingContext, null);
    heading = {
      ...again,
      start: heading.start ?? again.start,
      end: heading.end ?? again.end,
      minutes: heading.minutes ?? again.minutes,
      presenters: [...new Set([...heading.presenters, ...again.presenters])],
      type: again.type ?? heading.type,
      fixed: heading.fixed || again.fixed,
      closed: heading.closed || again.closed,
      rest: heading.rest,
    };
  }
  const lead = segment.lead ? language.clock.opening(segment.lead.text) : null;
  if (lead && heading.start === null) {
    heading.start = lead.start;
    heading.end = lead.end;
  }
  if (segment.lead) headBlocks.unshift(segment.lead);
  const below = slotLines(body, language);
  if (below.time === null || heading.start === null) {
    heading.start ??= below.time?.start ?? null;
    heading.end ??= below.time?.end ?? null;
    heading.minutes ??= below.minutes;
    heading.type ??= below.type;
    for (const at of below.at) if (body[at]) headBlocks.push(body[at]);
    body = body.filter((_, at) => !below.at.includes(at));
  }
  applyHeading(item, heading);
  item.heading = headBlocks.map((block) => block.text).join('\n');
  const titleSpan = context.spans(headBlocks, item.title, opener ? 0.95 : 0.75);
  if (titleSpan) {
    item.spans['title'] = titleSpan;
    if (item.start) item.spans['start'] = context.spans(headBlocks, null, 0.9) ?? titleSpan;
  }
  if (segment.group) {
    item.fixed ||= segment.group.fixed;
    item.closed ||= segment.group.closed;
    if (item.type !== 'break') item.type = segment.group.type ?? item.type;
  }
  const split = splitChildren(
    item.number,
    body,
    language,
    context.timed,
    context.kind === 'agenda' || context.kind === 'programme' ? (segment.heading[0]?.indent ?? null) : null,
  );
  body = split.body;
  if (heading.rest !== '' && headBlocks[0]) body = [{ ...headBlocks[0], text: heading.rest, cells: [heading.rest], gap: 0 }, ...body];
  const slot = context.timed && split.children.length === 0 && item.type !== 'break' ? readSlotChildren(body, language) : null;
  fillItem(item, slot ? slot.body : body, language, context);
  const children = slot ? slot.children : split.children;
  const runIns = splitChildRunIns(
    children.map((child) => child.heading),
    language,
  );
  item.children = children.map((child, i) => childOf(child, runIns[i] ?? null, item, language, context));
  if (slot && slot.children.length > 0) item.presenters = heading.presenters;
  if (item.type === 'break') item.presenters = [];
  // A heading without words is its first sentence.
  if (item.title === '' && opener?.style !== 'answer') {
    const first = item.sections[0]?.text;
    if (first) item.title = unpunctuate(language.sentences.first(first));
  }
  return item;
}

function childOf(
  child: ChildBlocks,
  runIn: { heading: string; text: string } | null,
  parent: ImportedItem,
  language: Language,
  context: ItemContext,
): ImportedItem {
  const item = emptyItem();
  item.number = child.number;
  item.day = parent.day;
  item.block = parent.block;
  const heading = readHeading(runIn?.heading ?? child.heading, language, context as HeadingContext, null);
  if (runIn) heading.rest = joinText(heading.rest, runIn.text);
  // "Kaffe og kage" under a point is a subject, not a pause.
  if (heading.type === 'break' && heading.start === null && heading.minutes === null && !context.timed) heading.type = null;
  applyHeading(item, heading);
  item.heading = child.block.text;
  const span = context.spans([child.block], item.title, 0.85);
  if (span) item.spans['title'] = span;
  const body = heading.rest === '' ? child.body : [{ ...child.block, text: heading.rest, cells: [heading.rest] }, ...child.body];
  fillItem(item, body, language, context);
  return item;
}
