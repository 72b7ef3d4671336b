import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { plain } from './document/document.ts';

/** Somebody whom a channel message tells of itself: the message's text names them in `<at id>`, and Teams notifies them. */
export interface Mention {
  /** What the text calls them by, from 0. */
  readonly id: number;
  /** The person's object id in the directory. */
  readonly userId: string;
  readonly name: string;
}

/** People a message names: those whom Teams can notify in this channel, and those who only stand there by name. */
export interface NamedPeople {
  readonly mentioned: readonly { readonly id: string; readonly name: string }[];
  readonly named: readonly string[];
}

export interface MentionLine {
  /** A paragraph. */
  readonly html: string;
  readonly mentions: readonly Mention[];
  /** Bytes of a message that its mentions fill beside the paragraph, in UTF-16. */
  readonly beside: number;
}

/** A body may have many members and a message has 28 KB: beyond so many, people are named and not notified. */
const MOST = 20;
/** What Graph asks for around a name and an id. */
const ENVELOPE = '{"id":00,"mentionText":"","mentioned":{"user":{"displayName":"","id":"","userIdentityType":"aadUser"}}},'.length;

const printer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/** One paragraph that names people, those who can be notified first, with what is said to or of them before and after. */
export function mentionLine({ mentioned, named }: NamedPeople, words: { readonly before?: string; readonly after?: string }): MentionLine {
  const mentions = mentioned.slice(0, MOST).map(({ id, name }, place): Mention => ({ id: place, userId: id, name: plain(name) }));
  const people: ElementContent[] = [
    ...mentions.map(({ id, name }) => h('at', { id: String(id) }, name)),
    ...[...mentioned.slice(MOST).map(({ name }) => name), ...named].map((name): ElementContent => ({ type: 'text', value: plain(name) })),
  ];
  const between = people.flatMap((each, place): ElementContent[] => (place === 0 ? [each] : [{ type: 'text', value: ', ' }, each]));
  const tree: Root = { type: 'root', children: [h('p', words.before ?? '', between, words.after ?? '')] };
  const beside = 2 * mentions.reduce((sum, { userId, name }) => sum + ENVELOPE + userId.length + 2 * name.length, 0);
  return { html: printer.stringify(tree), mentions, beside };
}
