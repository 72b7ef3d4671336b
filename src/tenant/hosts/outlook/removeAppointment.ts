import { element } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { here } from './sharedCalendar.ts';
import { outlookTexts } from './texts.ts';

/** Takes an appointment out of the mailbox if the person is sure, or leaves a new one unsaved. @throws GraphRefusal */
export async function removeAppointment(page: HostPage, id: string | null): Promise<void> {
  if (id !== null) {
    if (!(await confirmRemoval(page))) return;
    await page.session.remove(`${page.session.mailbox}/events/${encodeURIComponent(id)}`);
  }
  page.go(here(page, {}));
}

/** Asks whether the event shall go. Resolves to the person's answer. */
function confirmRemoval(page: HostPage): Promise<boolean> {
  const texts = outlookTexts[page.locale];
  return new Promise((resolve) => {
    const dialog = element(
      'dialog.sheet',
      { 'aria-labelledby': 'remove-title' },
      element('h2', { id: 'remove-title' }, texts.removeSure),
      element(
        'div.buttons',
        {},
        element('button.primary', { type: 'button', onclick: () => dialog.close('yes') }, texts.remove),
        element('button', { type: 'button', onclick: () => dialog.close('') }, page.texts.cancel),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
