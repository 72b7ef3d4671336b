import type { NestedAuthRequest } from '../wire/nestedAppAuth.ts';
import { element } from './dom.ts';
import type { HostPage } from './hostPage.ts';
import { fill } from './texts.ts';

/** The window a real host opens for sign-in and consent, as a dialog in the page. Resolves to the person's answer. */
export function askConsent(page: HostPage, request: NestedAuthRequest): Promise<boolean> {
  const { texts, app, person } = page;
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
