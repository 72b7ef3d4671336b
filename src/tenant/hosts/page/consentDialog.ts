import type { NestedAuthRequest } from '../wire/nestedAppAuth.ts';
import { element } from './dom.ts';
import type { InstalledApp } from './installedApp.ts';
import type { Person } from './people.ts';
import { fill, type ChromeTexts } from './texts.ts';

/** The window a real host opens for sign-in and consent, as a dialog in the page. Resolves to the person's answer. */
export function askConsent(
  { texts, app, person }: { texts: ChromeTexts; app: InstalledApp; person: Person },
  request: NestedAuthRequest,
): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = element(
      'dialog.sheet',
      { 'aria-labelledby': 'consent-title' },
      element('h2', { id: 'consent-title' }, fill(texts.consentTitle, { app: app.name })),
      element('p', {}, fill(texts.consentLead, { app: app.name, name: person.displayName })),
      element('ul', {}, ...request.scopes.map((scope) => element('li', {}, element('code', {}, scope)))),
      element(
        'div.buttons',
        {},
        element('button.primary', { type: 'button', onclick: () => dialog.close('yes') }, texts.consentAccept),
        element('button', { type: 'button', onclick: () => dialog.close('') }, texts.cancel),
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
