import { GraphRefusal } from '../graphClient/session.ts';
import { element, icon, show } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { safeHtml } from '../page/safeHtml.ts';
import { fill } from '../page/texts.ts';
import { fromWallClock, toWallClock } from '../page/times.ts';
import type { AppointmentDraft } from './appointmentDraft.ts';
import { appointmentFrame } from './appointmentFrame.ts';
import { watchEvent } from './eventWatch.ts';
import { MailboxStorage } from './itemStorage.ts';
import { directoryList, recipientField } from './recipientField.ts';
import { here } from './sharedCalendar.ts';
import { outlookTexts } from './texts.ts';
import type { OutlookView } from './view.ts';

/** The organiser's form of an appointment, new or stored. */
export function composeForm(page: HostPage, draft: AppointmentDraft): OutlookView {
  const texts = outlookTexts[page.locale];
  const frame = appointmentFrame(page, { mode: 'compose', draft });
  const status = element('p.form-status', { role: 'status' });

  const subject = element('input.subject', { type: 'text', maxlength: 255, placeholder: texts.titleHint, 'aria-label': texts.title });
  const start = element('input', { type: 'datetime-local', 'aria-label': texts.start });
  const end = element('input', { type: 'datetime-local', 'aria-label': texts.end });
  const place = element('input', { type: 'text', maxlength: 255, placeholder: texts.placeHint, 'aria-label': texts.place });
  const online = element('input', { type: 'checkbox', id: 'online' });
  const body = element('div.body-editor.paper', { contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': texts.body });
  const counts = element('p.hint');

  const draw = (): void => {
    subject.value = draft.parts.subject;
    start.value = toWallClock(draft.parts.start);
    end.value = toWallClock(draft.parts.end);
    place.value = draft.parts.location;
    online.checked = draft.parts.isOnline;
    counts.textContent = draft.stored ? answerCounts(draft, texts.counts) : '';
    show(body, safeHtml(draft.parts.bodyHtml));
  };
  subject.addEventListener('input', () => draft.set('subject', subject.value, 'form'));
  place.addEventListener('input', () => draft.set('location', place.value, 'form'));
  online.addEventListener('change', () => draft.set('isOnline', online.checked, 'form'));
  body.addEventListener('input', () => draft.set('bodyHtml', body.innerHTML, 'form'));
  // Links in a text being edited are followed with Ctrl, as in Outlook.
  body.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && (event.ctrlKey || event.metaKey)) window.open(link.href, '_blank', 'noopener');
  });
  start.addEventListener('change', () => {
    if (!start.value) return;
    const length = draft.parts.end.getTime() - draft.parts.start.getTime();
    const moved = fromWallClock(start.value);
    draft.set('start', moved, 'form');
    draft.set('end', new Date(moved.getTime() + length), 'form');
    end.value = toWallClock(draft.parts.end);
  });
  end.addEventListener('change', () => {
    if (!end.value) return;
    const wanted = fromWallClock(end.value);
    if (wanted < draft.parts.start) {
      status.textContent = texts.endBeforeStart;
      end.value = toWallClock(draft.parts.end);
      return;
    }
    draft.set('end', wanted, 'form');
  });
  draft.onChange((_part, author) => {
    if (author !== 'form') draw();
    showCommands();
  });

  const send = (): void => {
    if (draft.id && !draft.isTouched) {
      status.textContent = texts.nothingChanged;
      return;
    }
    const wasNew = draft.id === null;
    status.textContent = page.texts.loading;
    draft.store(page.session, { invite: true }).then(
      () => {
        if (wasNew && draft.id) new MailboxStorage(page.person.userPrincipalName, page.app.id).saveProperties(draft.id, draft.unsavedProperties);
        const count = draft.parts.required.length + draft.parts.optional.length;
        status.textContent = count > 0 ? fill(texts.sent, { count }) : texts.saved;
        if (wasNew && draft.id) page.go(here(page, { event: draft.id }), 'replace');
        draw();
        showCommands();
      },
      (error: unknown) => showFailure(error),
    );
  };
  const remove = (): void => {
    const { id } = draft;
    if (!id) {
      page.go(here(page, {}));
      return;
    }
    void confirmRemoval(page).then((sure) => {
      if (sure)
        page.session.remove(`${page.session.mailbox}/events/${encodeURIComponent(id)}`).then(
          () => page.go(here(page, {})),
          (error: unknown) => showFailure(error),
        );
    });
  };
  const showFailure = (error: unknown): void => {
    status.textContent =
      error instanceof GraphRefusal ? fill(texts.refused, { status: error.status, code: error.code, message: error.message }) : String(error);
  };
  const showCommands = (): void =>
    frame.setCommands([
      {
        label: draft.parts.required.length + draft.parts.optional.length === 0 ? texts.save : draft.id ? texts.sendUpdate : texts.send,
        icon: 'send',
        run: send,
        primary: true,
      },
      { label: draft.id ? texts.remove : texts.discard, icon: 'bin', run: remove },
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
    (error) => showFailure(error),
  );

  draw();
  showCommands();
  frame.setContent(
    element('h1.hidden', {}, draft.parts.subject || texts.newEvent),
    status,
    element('div.field', {}, icon('post'), subject),
    recipientField(page, draft, 'required'),
    recipientField(page, draft, 'optional'),
    directoryList(page),
    counts,
    element('div.field.times', {}, icon('clock'), start, element('span', { 'aria-hidden': 'true' }, '–'), end),
    element('div.field', {}, icon('pin'), place, element('label.choice', { for: 'online' }, online, texts.teamsMeeting)),
    body,
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
