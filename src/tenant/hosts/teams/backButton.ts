import { element, icon } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { teamsTexts } from './texts.ts';

/** Raised in the page when its back button is pressed, before anything is done about it; an app that listens takes it over. */
export const backPressed = 'teams-back-pressed';

/**
 * Teams' own back button. An app that has asked for it (pages.backStack.registerBackButtonHandler) is told instead, and
 * calls navigateBack when it has nothing to go back to itself.
 */
export function backButton(page: HostPage): HTMLElement {
  const label = teamsTexts[page.locale].goBack;
  const press = (): void => {
    if (dispatchEvent(new Event(backPressed, { cancelable: true }))) history.back();
  };
  return element('button.back', { type: 'button', title: label, 'aria-label': label, onclick: press }, icon('back'));
}
