import type { ChannelMessage } from '../graphClient/teams.ts';
import { element } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { safeHtml } from '../page/safeHtml.ts';
import { formatClock, formatShortDay } from '../page/times.ts';
import { avatar } from '../page/topBar.ts';
import { isRecord, parseJsonRecord, recordsAt, textAt } from '../wire/record.ts';
import { openDeepLink } from './deepLinks.ts';

/** Posts or chat messages with their replies. Links open in a new browser tab, Teams deep links in this page. */
export function messageList(page: HostPage, messages: readonly ChannelMessage[], empty: string): HTMLElement {
  if (messages.length === 0) return element('p.empty', {}, empty);
  const list = element('ol.messages', {}, ...messages.map((message) => element('li', {}, post(page, message))));
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href.startsWith('https://teams.microsoft.com/')) return;
    event.preventDefault();
    void openDeepLink(page, link.href);
  });
  return list;
}

function post(page: HostPage, message: ChannelMessage): HTMLElement {
  return element(
    'article.post',
    {},
    avatar(message.from),
    element(
      'div',
      {},
      element(
        'p.byline',
        {},
        element('span.author', {}, message.from),
        element(
          'time',
          { datetime: message.created.toISOString() },
          `${formatShortDay(message.created, page.locale)} ${formatClock(message.created, page.locale)}`,
        ),
      ),
      message.subject ? element('h3', {}, message.subject) : null,
      element('div.post-body', {}, safeHtml(message.html)),
      ...message.cards.map((card) => adaptiveCard(card)),
      message.replies.length > 0 ? element('ol.replies', {}, ...message.replies.map((reply) => element('li', {}, post(page, reply)))) : null,
    ),
  );
}

/**
 * A card as a user's post shows it: texts and Action.OpenUrl only; other buttons have no bot behind them and are left out
 * (td#2408, gdc#8955).
 */
function adaptiveCard(json: string): HTMLElement {
  const card = parseJsonRecord(json) ?? {};
  const texts = (value: unknown): HTMLElement[] => {
    if (!isRecord(value)) return [];
    if (value['type'] === 'TextBlock') return [element('p', { class: value['weight'] === 'Bolder' ? 'strong' : null }, textAt(value, 'text'))];
    if (value['type'] === 'FactSet')
      return recordsAt(value, 'facts').map((fact) => element('p', {}, `${textAt(fact, 'title')} ${textAt(fact, 'value')}`));
    return [...recordsAt(value, 'items'), ...recordsAt(value, 'columns')].flatMap(texts);
  };
  return element(
    'div.card',
    {},
    ...recordsAt(card, 'body').flatMap(texts),
    element(
      'p.card-actions',
      {},
      ...recordsAt(card, 'actions')
        .filter((action) => action['type'] === 'Action.OpenUrl' && /^https:\/\//.test(textAt(action, 'url')))
        .map((action) => element('a', { href: textAt(action, 'url'), target: '_blank', rel: 'noopener noreferrer' }, textAt(action, 'title'))),
    ),
  );
}
