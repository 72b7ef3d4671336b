import { element } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import type { AppTab } from '../page/installedApp.ts';
import type { TeamsContext } from './context.ts';
import { teamsTexts } from './texts.ts';

/** pages.shareDeepLink: a dialog with the deep link to a sub-page, ready to copy. */
export function showShareLink(page: HostPage, link: { tab: AppTab; subPageId: string; label: string; webUrl: string; place: TeamsContext }): void {
  const texts = teamsTexts[page.locale];
  const { channelId, chatId } = link.place;
  const context = { subEntityId: link.subPageId, ...(channelId ? { channelId } : {}), ...(chatId ? { chatId, contextType: 'chat' } : {}) };
  const query = new URLSearchParams({ ...(link.webUrl ? { webUrl: link.webUrl } : {}), label: link.label, context: JSON.stringify(context) });
  const address = `https://teams.microsoft.com/l/entity/${page.app.id}/${encodeURIComponent(link.tab.entityId)}?${query.toString().replaceAll('+', '%20')}`;
  const status = element('p.hint', { role: 'status' });
  const dialog = element(
    'dialog.sheet',
    { 'aria-labelledby': 'share-title' },
    element('h2', { id: 'share-title' }, texts.shareTitle),
    element('p', {}, link.label),
    element('textarea', { readonly: true, rows: 4, style: 'width:100%', 'aria-label': texts.shareTitle }, address),
    status,
    element(
      'div.buttons',
      {},
      element(
        'button.primary',
        {
          type: 'button',
          onclick: () => {
            void navigator.clipboard.writeText(address).then(() => (status.textContent = texts.copied));
          },
        },
        texts.copy,
      ),
      element('button', { type: 'button', onclick: () => dialog.close() }, page.texts.close),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
