import { element } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import type { Person } from '../page/people.ts';
import { outlookTexts } from './texts.ts';

/** The colleague whose shared calendar is open (`?calendar=<UPN>`); null in the person's own. */
export function calendarOwner(page: HostPage): Person | null {
  const name = page.address.place.get('calendar')?.toLowerCase();
  return page.people.find((person) => person.userPrincipalName.toLowerCase() === name && person.id !== page.person.id) ?? null;
}

/** A place in the calendar that is open now. */
export function here(page: HostPage, place: Readonly<Record<string, string>>): Record<string, string> {
  const owner = calendarOwner(page);
  return owner ? { calendar: owner.userPrincipalName, ...place } : { ...place };
}

/** The choice of whose calendar is shown. One that is not shared with the person is refused by Graph when it is opened. */
export function calendarChoice(page: HostPage): HTMLElement {
  const texts = outlookTexts[page.locale];
  const chosen = calendarOwner(page)?.userPrincipalName ?? '';
  const choice = element(
    'select',
    { 'aria-label': texts.whoseCalendar },
    element('option', { value: '', selected: chosen === '' }, texts.ownCalendar),
    ...page.people
      .filter((person) => person.id !== page.person.id)
      .map((person) => element('option', { value: person.userPrincipalName, selected: person.userPrincipalName === chosen }, person.displayName)),
  );
  choice.addEventListener('change', () => page.go(choice.value ? { calendar: choice.value } : {}));
  return choice;
}
