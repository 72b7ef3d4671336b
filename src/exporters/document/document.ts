import type { BlockContent, Heading, List, ListItem, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import type { ItemKind, ItemType, Openness } from '../../meeting/agenda.ts';
import type { ClockTime } from '../../meeting/clock.ts';
import type { Audience, Excused } from '../../meeting/edition.ts';
import type { MeetingHead } from '../../meeting/head.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { withoutHiddenSigns } from '../../meeting/hiddenSigns.ts';
import type { OutcomeCode } from '../../meeting/meeting.ts';
import type { Language } from './words.ts';

/**
 * A document is an mdast tree made once and printed by many printers, which add nothing to its words and leave none out:
 *
 *   heading 1 title · paragraphs of the head · for each day heading 2, for each block heading 2 or 3 · a list of items
 *
 * An item is a list item: a paragraph with its time, number and title, then its texts, then a list of its sub-items. Whatever a printer
 * might need as a value rather than as words is in `data`.
 */
export interface Document extends Root {
  data: { document: DocumentData };
}

export interface DocumentData {
  readonly kind: 'agenda' | 'minutes' | 'apologies';
  readonly audience: Audience;
  readonly language: Language;
  /** The title as printed, e.g. "Dagsorden: Direktionsmøde". */
  readonly title: string;
  readonly head: MeetingHead;
  /** Of published minutes only. */
  readonly published: { readonly version: number; readonly at: string } | null;
}

/** An item as values. Of a closed one an outsider's document holds its neutral words only. */
export interface ItemData {
  readonly itemId: ItemId;
  readonly kind: ItemKind;
  readonly type: ItemType | null;
  readonly number: string | null;
  /** As printed, "Lukket punkt" included. */
  readonly title: string;
  readonly openness: Openness;
  readonly depth: number;
  readonly day: number | null;
  readonly block: string | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly minutes: number | null;
  readonly presenters: readonly string[];
  readonly outcome: OutcomeCode | null;
  readonly notTreated: boolean;
}

declare module 'mdast' {
  interface RootData {
    document?: DocumentData;
  }
  interface HeadingData {
    part?: 'title' | 'day' | 'block' | 'list' | 'prose';
  }
  interface ParagraphData {
    /** `line`: the one with an item's time, number and title; `label`: what the text after it is. */
    part?: 'head' | 'line' | 'label' | 'foot' | 'field' | 'kind';
  }
  interface ListData {
    part?: 'items' | 'people' | 'attachments';
  }
  interface ListItemData {
    item?: ItemData;
    excused?: Excused;
  }
  interface TextData {
    /** A time, which no printer lets wrap; the `gap` parts the time of an item from its title. */
    part?: 'time' | 'gap';
  }
}

export function documentOf(data: DocumentData, children: Root['children']): Document {
  return { type: 'root', data: { document: data }, children };
}

/** One line of plain words: no line breaks, no signs that hide or turn others, nothing around it. */
export function plain(text: string): string {
  return withoutHiddenSigns(text.replace(/[\s\p{Cc}]+/gu, ' ')).trim();
}

export const text = (value: string): Text => ({ type: 'text', value });
export const timeText = (value: string): Text => ({ type: 'text', value, data: { part: 'time' } });

export function heading(depth: Heading['depth'], part: 'title' | 'day' | 'block' | 'list', words: string): Heading {
  return { type: 'heading', depth, data: { part }, children: [text(words)] };
}

export function paragraph(part: 'head' | 'line' | 'label' | 'foot', ...children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', data: { part }, children: [...children] };
}

export const label = (words: string): Paragraph => paragraph('label', { type: 'strong', children: [text(words)] });

export function list(part: 'items' | 'people' | 'attachments', children: readonly ListItem[]): List {
  const spread = part === 'items' && children.some((item) => item.children.length > 1);
  return { type: 'list', ordered: false, spread, data: { part }, children: [...children] };
}

export function listItem(data: ListItem['data'], ...children: readonly BlockContent[]): ListItem {
  return { type: 'listItem', spread: children.length > 1, ...(data ? { data } : {}), children: [...children] };
}
