import { visit } from 'unist-util-visit';
import type { Agenda } from '../meeting/agenda.ts';
import type { ItemId } from '../meeting/ids.ts';
import { plainest, readBody, type Line } from './bodyLines.ts';
import { agendaDocument } from './document/agendaDocument.ts';
import type { Language } from './document/words.ts';
import { invitationHead } from './invitationHtml.ts';
import { ownParts } from './ownPart.ts';

/** One line in which the invitation is not as the agenda: `before` stands there, `after` would. */
export type InvitationChange =
  | { readonly kind: 'added'; readonly itemId: ItemId | null; readonly after: string }
  | { readonly kind: 'changed'; readonly itemId: ItemId | null; readonly before: string; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string }
  /** The same lines in another order. */
  | { readonly kind: 'order' };

/**
 * What differs between the agenda in an invitation and the one that would be put there; empty where it says the same. Null where no agenda of ours
 * stands there.
 * @param block the agenda as it would be put in (invitationHtml)
 */
export function invitationDiff(html: string, block: string, agenda: Agenda, language: Language): readonly InvitationChange[] | null {
  const next = readBody(block);
  const parts = ownParts(readBody(html), next);
  if (parts.length === 0) return null;
  const said = (lines: readonly Line[]) => lines.filter(({ text, anchors }) => text !== '' && anchors.length === 0).map(({ text }) => text);
  const old = parts.flatMap(({ ours, theirs, exact }) => said(exact ? ours : [...ours, ...theirs]));
  const wanted = said(next.lines);
  const items = idsOfRows(next.lines, agenda, language);
  const gone = without(old, wanted);
  const coming = without(wanted, old);
  if (gone.length === 0 && coming.length === 0) return old.join('\n') === wanted.join('\n') ? [] : [{ kind: 'order' }];
  const left = [...gone];
  const changes = coming.map((after): InvitationChange => {
    const itemId = items.get(after) ?? null;
    const title = agenda.items.find(({ id }) => id === itemId)?.title;
    const at = counterpart(left, after, title ?? null);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    return before === undefined ? { kind: 'added', itemId, after } : { kind: 'changed', itemId, before, after };
  });
  return [...changes, ...left.map((before) => ({ kind: 'removed', before }) as const)];
}

/** Which item each row is of: rows stand in the order of the document's items. */
function idsOfRows(lines: readonly Line[], agenda: Agenda, language: Language): ReadonlyMap<string, ItemId> {
  const ids: ItemId[] = [];
  visit(agendaDocument({ agenda, head: invitationHead(agenda), audience: 'outside', language, detail: 'outline' }), 'listItem', (node) => {
    const id = node.data?.item?.itemId;
    if (id !== undefined) ids.push(id);
  });
  const rows = lines.filter(({ row }) => row !== null);
  return new Map(
    rows.length === ids.length ? rows.flatMap(({ text }, at): [string, ItemId][] => (ids[at] === undefined ? [] : [[text, ids[at]]])) : [],
  );
}

/** Lines of the first that the second has not, each as often as it stands there more. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const NUMBER = /(?:^|\s)(\d+(?:\.[a-z\d]+)*)\.?\s/;
const withoutTimes = (line: string): string => line.replace(/^\d\d?[.:]\d\d(?:\s?[-–]\s?\d\d?[.:]\d\d)?\s/, '');
const numberOf = (line: string): string | undefined => NUMBER.exec(withoutTimes(line))?.[1];

/** The line that stood there for this one: with the same title, or else the same number. */
function counterpart(lines: readonly string[], after: string, title: string | null): number {
  const words = plainest(title ?? '').toLowerCase();
  const same = words === '' ? -1 : lines.findIndex((line) => line.toLowerCase().includes(words));
  const number = numberOf(after);
  return same >= 0 || number === undefined ? same : lines.findIndex((line) => numberOf(line) === number);
}
