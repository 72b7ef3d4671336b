import { isClosed, type Agenda, type AgendaItem, depthOf } from '../meeting/agenda.ts';
import { printClock } from '../meeting/clock.ts';
import { asOutsider } from '../meeting/openness.ts';
import { scheduleOf, type Slot } from '../meeting/timing.ts';
import { element, join, text, type Html } from './html.ts';
import { printNumber, wordsOf, type Language } from './words.ts';

/** Our part of an invitation carries this id; mail programs may put a prefix before it ("x_"). */
export const BLOCK_ID = 'dagsorden-agenda';

/**
 * The agenda as mail-safe HTML (tables and inline styles, no classes), to be placed in an invitation.
 * Closed items are shown by their neutral title only: an invitation is forwarded, printed and searched.
 *
 * @param link the https address that opens the agenda; it is also the pointer by which every participant's copy finds its rows
 */
export function invitationHtml(agenda: Agenda, link: string, language: Language): string {
  const words = wordsOf(language);
  const slots = scheduleOf(agenda);
  const rows: Html[] = [];
  let day: number | null = null;
  let block: string | null = null;
  for (const item of agenda.items) {
    if (item.day !== null && item.day !== day) rows.push(headingRow(words.day(item.day)));
    if (item.block !== null && item.block !== block) rows.push(headingRow(item.block));
    day = item.day ?? day;
    block = item.block;
    rows.push(itemRow(agenda.items, asOutsider(agenda.items, item), slots.get(item.id), language));
  }
  return element(
    'div',
    { id: BLOCK_ID, style: 'font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:14px' },
    element(
      'p',
      { style: 'font-size:18px;font-weight:600;margin:0 0 8px' },
      text(/^(dagsorden|program|agenda)/i.test(agenda.title) ? agenda.title : `${words.agenda}: ${agenda.title}`),
    ),
    element('table', { style: 'border-collapse:collapse', role: 'presentation' }, element('tbody', {}, ...rows)),
    element('p', { style: 'margin:12px 0' }, element('a', { href: link }, text(words.openAgenda))),
  ).html;
}

function headingRow(title: string): Html {
  return element('tr', {}, element('td', { colspan: '2', style: 'padding:10px 0 4px;font-weight:600' }, text(title)));
}

function itemRow(items: readonly AgendaItem[], item: AgendaItem, slot: Slot | undefined, language: Language): Html {
  const words = wordsOf(language);
  const time = slot?.start ? `${printClock(slot.start)}${slot.end ? `–${printClock(slot.end)}` : ''}` : '';
  const closed = isClosed(items, item);
  const title = closed ? (item.neutralTitle ?? words.closedItem) : item.title;
  const more = [
    closed ? (item.neutralTitle === null ? '' : words.closedItem) : '',
    item.type && !closed ? words.types[item.type] : '',
    item.presenters.length > 0 ? words.presentedBy(item.presenters.join(', ')) : '',
    !slot?.start && item.minutes !== null ? words.minutesOf(item.minutes) : '',
  ].filter((part) => part !== '');
  const indent = 16 * depthOf(items, item);
  return element(
    'tr',
    {},
    element('td', { style: 'padding:3px 16px 3px 0;vertical-align:top;white-space:nowrap' }, text(time)),
    element(
      'td',
      { style: `padding:3px 0 3px ${indent}px;vertical-align:top` },
      join([
        element('span', item.kind === 'break' ? { style: 'font-style:italic' } : {}, text(`${printNumber(item.number)}${title}`)),
        ...(more.length > 0 ? [text(` (${more.join(', ')})`)] : []),
      ]),
    ),
  );
}
