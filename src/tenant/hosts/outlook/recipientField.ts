import { element, icon, show } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { fill } from '../page/texts.ts';
import { avatar } from '../page/topBar.ts';
import type { AppointmentDraft, Recipient } from './appointmentDraft.ts';
import { outlookTexts } from './texts.ts';

/** A line of recipients: each with their answer and a way to take them out, and a field to add somebody from the directory. */
export function recipientField(page: HostPage, draft: AppointmentDraft, field: 'required' | 'optional'): HTMLElement {
  const texts = outlookTexts[page.locale];
  const label = field === 'required' ? texts.required : texts.optional;
  const chips = element('ul.chips', { 'aria-label': label });
  const input = element('input', {
    type: 'text',
    id: `add-${field}`,
    list: 'directory',
    placeholder: texts.addPerson,
    'aria-label': `${label}: ${texts.addPerson}`,
    autocomplete: 'off',
  });

  const draw = (): void => show(chips, ...draft.parts[field].map((recipient) => element('li', {}, chip(recipient))));
  const chip = (recipient: Recipient): HTMLElement => {
    const answer = draft.stored?.attendees.find((attendee) => attendee.address.toLowerCase() === recipient.address.toLowerCase())?.response ?? 'none';
    return element(
      'span.chip',
      { 'data-response': answer, title: `${recipient.address} · ${texts.response[answer]}` },
      avatar(recipient.name),
      recipient.name,
      answer === 'none' || answer === 'notResponded' ? null : element('span.answer', {}, texts.response[answer]),
      element(
        'button.plain',
        {
          type: 'button',
          'aria-label': fill(texts.removePerson, { name: recipient.name }),
          onclick: () =>
            draft.set(
              field,
              draft.parts[field].filter((one) => one !== recipient),
              'form',
            ),
        },
        icon('close'),
      ),
    );
  };
  const add = (): void => {
    const typed = input.value.trim();
    if (!typed) return;
    const known = page.people.find((person) =>
      [person.displayName, person.userPrincipalName].some((name) => name.toLowerCase() === typed.toLowerCase()),
    );
    if (!known && !/^\S+@\S+$/.test(typed)) return;
    const recipient = known ? { name: known.displayName, address: known.userPrincipalName } : { name: typed, address: typed };
    input.value = '';
    if (!draft.parts[field].some((one) => one.address.toLowerCase() === recipient.address.toLowerCase()))
      draft.set(field, [...draft.parts[field], recipient], 'form');
  };
  input.addEventListener('change', add);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  });
  draft.onChange((part) => {
    if (part === field || part === 'bodyHtml') draw();
  });
  draw();
  return element('div.field.recipients', {}, element('span.field-label', {}, label), element('div.recipient-line', {}, chips, input));
}

/** The directory behind every recipient field's suggestions. */
export function directoryList(page: HostPage): HTMLElement {
  return element('datalist', { id: 'directory' }, ...page.people.map((person) => element('option', { value: person.displayName }, person.jobTitle)));
}
