import { element, icon } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import type { AppTab } from '../page/installedApp.ts';
import { fill } from '../page/texts.ts';
import { AppFrame } from './appFrame.ts';
import type { TeamsContext } from './context.ts';
import { storeTab } from './tabStore.ts';
import { teamsTexts } from './texts.ts';

/**
 * Adding a tab: the app's configuration page in a dialog. Save stays closed until the page declares itself valid; then the host
 * raises `settings.save`, the page answers with its settings and `settings.save.success` (teams-js public/pages/config).
 * @param onAdded called with the stored tab
 */
export function addTab(page: HostPage, options: { placeId: string; placeName: string; place: TeamsContext; onAdded: (tab: AppTab) => void }): void {
  const { app } = page;
  const texts = teamsTexts[page.locale];
  const title = fill(texts.addTabTitle, { app: app.name, place: options.placeName });
  let settings: AppTab | null = null;
  const save = element('button.primary', { type: 'button', disabled: true }, texts.save);
  const status = element('p.hint', { role: 'status' });
  const frame = new AppFrame(page, {
    tab: { entityId: '', name: app.name, contentUrl: app.configurationUrl, websiteUrl: '' },
    frameContext: 'settings',
    place: options.place,
    title,
    name: 'embedded-settings',
    onValidity: (valid) => {
      save.disabled = !valid;
    },
    onSettings: (tab) => {
      settings = tab;
    },
    onSaved: (failure) => {
      if (failure !== null || !settings) {
        save.disabled = false;
        status.textContent = fill(texts.saveFailed, { app: app.name, reason: failure ?? 'contentUrl' });
        return;
      }
      storeTab(options.placeId, settings);
      dialog.close();
      options.onAdded(settings);
    },
  });
  save.addEventListener('click', () => {
    save.disabled = true;
    status.textContent = texts.saving;
    frame.send('settings.save', {});
  });
  const dialog = element(
    'dialog.app-dialog',
    { 'aria-label': title },
    element(
      'header',
      {},
      element('h2', {}, title),
      element(
        'button.plain',
        { type: 'button', 'aria-label': page.texts.close, title: page.texts.close, onclick: () => dialog.close() },
        icon('close'),
      ),
    ),
    frame.element,
    element('footer.buttons', {}, status, save),
  );
  frame.element.style.height = '480px';
  dialog.addEventListener('close', () => {
    frame.close();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
