import { element, icon, show } from '../page/dom.ts';
import { safeHtml } from '../page/safeHtml.ts';
import { fromWallClock, toWallClock } from '../page/times.ts';
import type { AppointmentDraft } from './appointmentDraft.ts';
import type { OutlookTexts } from './texts.ts';

export interface ComposeFields {
  readonly subject: HTMLElement;
  readonly when: HTMLElement;
  readonly where: HTMLElement;
  readonly body: HTMLElement;
  /** Shows the draft as it is now. */
  draw(): void;
}

/** The fields of the organiser's form, people aside: what is typed goes into the draft, what cannot be is complained of. */
export function composeFields(draft: AppointmentDraft, texts: OutlookTexts, complain: (words: string) => void): ComposeFields {
  const subject = element('input.subject', { type: 'text', maxlength: 255, placeholder: texts.titleHint, 'aria-label': texts.title });
  const start = element('input', { type: 'datetime-local', 'aria-label': texts.start });
  const end = element('input', { type: 'datetime-local', 'aria-label': texts.end });
  const place = element('input', { type: 'text', maxlength: 255, placeholder: texts.placeHint, 'aria-label': texts.place });
  const online = element('input', { type: 'checkbox', id: 'online' });
  const body = element('div.body-editor.paper', { contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': texts.body });

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
      complain(texts.endBeforeStart);
      end.value = toWallClock(draft.parts.end);
      return;
    }
    draft.set('end', wanted, 'form');
  });

  const draw = (): void => {
    subject.value = draft.parts.subject;
    start.value = toWallClock(draft.parts.start);
    end.value = toWallClock(draft.parts.end);
    place.value = draft.parts.location;
    online.checked = draft.parts.isOnline;
    show(body, safeHtml(draft.parts.bodyHtml));
  };
  return {
    subject: element('div.field', {}, icon('post'), subject),
    when: element('div.field.times', {}, icon('clock'), start, element('span', { 'aria-hidden': 'true' }, '–'), end),
    where: element('div.field', {}, icon('pin'), place, element('label.choice', { for: 'online' }, online, texts.teamsMeeting)),
    body,
    draw,
  };
}
