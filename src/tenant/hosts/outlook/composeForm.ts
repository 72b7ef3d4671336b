import { element } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { fill } from '../page/texts.ts';
import type { AppointmentDraft } from './appointmentDraft.ts';
import { appointmentFrame } from './appointmentFrame.ts';
import { composeFields } from './composeFields.ts';
import { watchEvent } from './eventWatch.ts';
import { MailboxStorage } from './itemStorage.ts';
import { directoryList, recipientField } from './recipientField.ts';
import { refusalWords } from './refusalWords.ts';
import { removeAppointment } from './removeAppointment.ts';
import { here } from './sharedCalendar.ts';
import { outlookTexts } from './texts.ts';
import type { OutlookView } from './view.ts';

/** The organiser's form of an appointment, new or stored. */
export function composeForm(page: HostPage, draft: AppointmentDraft): OutlookView {
  const texts = outlookTexts[page.locale];
  const frame = appointmentFrame(page, { mode: 'compose', draft });
  const status = element('p.form-status', { role: 'status' });
  const say = (words: string): void => {
    status.textContent = words;
  };
  const showFailure = (error: unknown): void => say(refusalWords(error, texts));

  const counts = element('p.hint');
  const fields = composeFields(draft, texts, say);
  const draw = (): void => {
    fields.draw();
    counts.textContent = draft.stored ? answerCounts(draft, texts.counts) : '';
  };

  draft.onChange((_part, author) => {
    if (author !== 'form') draw();
    showCommands();
  });

  const send = (): void => {
    if (draft.id && !draft.isTouched) {
      say(texts.nothingChanged);
      return;
    }
    const wasNew = draft.id === null;
    say(page.texts.loading);
    draft.store(page.session, { invite: true }).then(() => {
      if (wasNew && draft.id) new MailboxStorage(page.person.userPrincipalName, page.app.id).saveProperties(draft.id, draft.unsavedProperties);
      const count = draft.parts.required.length + draft.parts.optional.length;
      say(count > 0 ? fill(texts.sent, { count }) : texts.saved);
      if (wasNew && draft.id) page.go(here(page, { event: draft.id }), 'replace');
      draw();
      showCommands();
    }, showFailure);
  };
  const showCommands = (): void =>
    frame.setCommands([
      {
        label: draft.parts.required.length + draft.parts.optional.length === 0 ? texts.save : draft.id ? texts.sendUpdate : texts.send,
        icon: 'send',
        run: send,
        primary: true,
      },
      { label: draft.id ? texts.remove : texts.discard, icon: 'bin', run: () => void removeAppointment(page, draft.id).catch(showFailure) },
      ...(draft.stored?.joinUrl ? [{ label: texts.join, icon: 'video' as const, run: () => frame.join(draft.stored?.joinUrl ?? '') }] : []),
    ]);

  // Other people's answers arrive while the form is open; the fields being written are left alone.
  const stopWatching = watchEvent(
    page.session,
    () => draft.id,
    (event) => {
      if (draft.isTouched) draft.stored = event;
      else if (event.changeKey !== draft.stored?.changeKey) draft.refresh(event);
      counts.textContent = answerCounts(draft, texts.counts);
    },
    showFailure,
  );

  draw();
  showCommands();
  frame.setContent(
    element('h1.hidden', {}, draft.parts.subject || texts.newEvent),
    status,
    fields.subject,
    recipientField(page, draft, 'required'),
    recipientField(page, draft, 'optional'),
    directoryList(page),
    counts,
    fields.when,
    fields.where,
    fields.body,
  );
  return {
    main: frame.element,
    close: () => {
      stopWatching();
      frame.close();
    },
  };
}

function answerCounts(draft: AppointmentDraft, text: string): string {
  const people = (draft.stored?.attendees ?? []).filter((attendee) => attendee.type !== 'resource' && attendee.response !== 'organizer');
  if (people.length === 0) return '';
  const count = (response: string): number => people.filter((attendee) => attendee.response === response).length;
  const accepted = count('accepted');
  const declined = count('declined');
  return fill(text, { accepted, declined, open: people.length - accepted - declined });
}
