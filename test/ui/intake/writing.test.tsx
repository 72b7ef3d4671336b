// @vitest-environment jsdom
import { plainProfile } from '../../../src/meeting/profile.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, useReducer } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Agenda } from '../../../src/meeting/agenda.ts';
import { asMeetingKey } from '../../../src/meeting/ids.ts';
import type { CalendarEvent } from '../../../src/meeting/meeting.ts';
import type { Commands, Intake } from '../../../src/commands/commands.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import { CorrectStage } from '../../../src/ui/intake/CorrectStage.tsx';
import { edit, startEditing, type Editing } from '../../../src/ui/intake/editing.ts';
import { emptyIntake } from '../../../src/ui/intake/fitToEvent.ts';
import { agendaOf } from '../../meeting/agendas.ts';
import { costOfWriting } from './wordByHand.ts';

const i18n = await createI18n('da');
await i18n.loadNamespaces(['agenda', 'agendaEditor', 'intake', 'common']);

const invitee = (name: string) => ({ id: name, name, email: null, answer: 'none' as const, optional: false });
const event: CalendarEvent = {
  id: 'e',
  key: asMeetingKey('k'),
  iCalUId: 'u',
  originalStart: null,
  subject: 'Direktionsmøde',
  start: '2026-09-03T07:00:00Z',
  end: '2026-09-03T09:00:00Z',
  location: 'Lokale 2',
  joinUrl: null,
  iAmOrganizer: true,
  myAnswer: 'organizer',
  organizer: null,
  invitees: [invitee('Ane Kratholm'), invitee('Lene Vadgaard'), invitee('Mona Thuesen')],
  cancelled: false,
  agendaInInvitation: false,
  pointer: null,
};

// jsdom has no layout, which the editor of formatted text asks for when it scrolls to the cursor.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

const client = new QueryClient();
// The form of the event is open beside it: its times are set there.
const besideTheForm = { host: { invitation: {} }, agenda: {} } as unknown as Commands;

let root: Root;
let page: HTMLElement;
let now: Editing;
/** Keys that were pressed and buttons that were clicked, the letters of the texts apart. */
let effort = { keys: 0, clicks: 0 };

function Stage({ intake, stored, read }: { intake: Intake; stored: boolean; read: Pick<Agenda, 'date' | 'endDate' | 'start' | 'end'> | null }) {
  const [editing, dispatch] = useReducer(edit, intake, startEditing);
  now = editing;
  return (
    <CorrectStage
      event={event}
      editing={editing}
      dispatch={dispatch}
      fileName={null}
      read={read}
      register={[]}
      onRegister={() => undefined}
      onOtherPaper={() => undefined}
      stored={stored}
      profile={plainProfile}
      merging={false}
      onNext={() => undefined}
    />
  );
}

const open = (intake: Intake = emptyIntake(event, ''), { stored = false, read = null as Agenda | null } = {}) =>
  act(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <CommandsProvider commands={besideTheForm}>
            <Stage intake={intake} stored={stored} read={read} />
          </CommandsProvider>
        </QueryClientProvider>
      </I18nextProvider>,
    ),
  );
const intakeWith = (agenda: Agenda): Intake => ({ ...emptyIntake(event, ''), agenda });
const titles = () =>
  now.now.agenda.items.map(({ number, title, parentId }) => [parentId === null ? '' : '>', number, title].filter(Boolean).join(' '));

const words = () => page.textContent?.replaceAll('\u00a0', ' ') ?? '';
const button = (name: string | RegExp) =>
  [...page.querySelectorAll('button')].find((each) => {
    const label = (each.getAttribute('aria-label') ?? each.textContent ?? '').replaceAll('\u00a0', ' ');
    return typeof name === 'string' ? label === name : name.test(label);
  })!;
async function click(name: string | RegExp): Promise<void> {
  effort.clicks += 1;
  await act(() => button(name).click());
}
async function type(text: string): Promise<void> {
  const field = document.activeElement as HTMLTextAreaElement;
  if (field.isContentEditable || field.hasAttribute('contenteditable')) return typeFormatted(field, text);
  await act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, field.value + text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  field.setSelectionRange(field.value.length, field.value.length);
}
/** In the editor of formatted text, which takes what is typed from the browser; here it is handed to it. */
async function typeFormatted(field: HTMLElement, text: string): Promise<void> {
  const clipboardData = { getData: (kind: string) => (kind === 'text/plain' ? text : ''), files: [], types: [] };
  await act(() => void field.dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData })));
  await vi.waitFor(() => expect(field.textContent).toContain(text));
}
/** A key; Tab goes on to the next field where nobody takes it. */
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  effort.keys += 1 + Object.values(more).filter((held) => held === true).length;
  const field = document.activeElement!;
  let taken = false;
  await act(() => {
    taken = !field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });
  if (key !== 'Tab' || taken) return;
  const fields = [...page.querySelectorAll<HTMLElement>('textarea, [contenteditable=true], input, select, button')].filter(
    (each) => each.tabIndex >= 0 || each.hasAttribute('contenteditable'),
  );
  await act(() => fields[fields.indexOf(field as HTMLElement) + (more.shiftKey ? -1 : 1)]?.focus());
}

/** Told the number of each line that is brought into sight, which jsdom has none of. */
const inSight = vi.fn<(number: string | null | undefined) => void>();
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  inSight.mockClear();
  Element.prototype.scrollIntoView = function (this: Element) {
    inSight(this.getAttribute('data-line') === null ? null : this.textContent?.charAt(0));
  };
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  effort = { keys: 0, clicks: 0 };
});
afterEach(async () => {
  await act(() => root.unmount());
  page.remove();
});

describe('an agenda written from nothing', () => {
  it('goes on to the next line with Enter, numbered by itself; Enter on an empty line ends the list', async () => {
    await open();
    await click('Tilføj punkt');
    await type('Godkendelse af dagsorden');
    await press('Enter');
    await type('Budget 2027');
    await press('Enter');
    expect(titles()).toEqual(['1 Godkendelse af dagsorden', '2 Budget 2027', '3']);
    await press('Enter');
    expect(titles()).toEqual(['1 Godkendelse af dagsorden', '2 Budget 2027']);
    expect(page.querySelector('form')).toBeNull();
  });

  it('nests with Tab at the front of the title and lifts with Shift+Tab; elsewhere Tab goes on to the text', async () => {
    await open();
    await click('Tilføj punkt');
    await type('Budget');
    await press('Enter');
    await press('Tab');
    await type('Drift');
    expect(titles()).toEqual(['1 Budget', '> 1.a Drift']);
    await press('Enter');
    expect(titles()[2]).toBe('> 1.b');
    await press('Tab', { shiftKey: true });
    expect(titles()[2]).toBe('2');
    await type('Status');
    await press('Tab');
    await type('Status forelægges.');
    expect(now.now.agenda.items[2]).toMatchObject({ title: 'Status', sections: [{ role: 'text', heading: null, text: 'Status forelægges.' }] });
  });

  it('moves the open line with Alt and an arrow, and takes everything back a step at a time', async () => {
    await open();
    await click('Tilføj punkt');
    await type('A');
    await press('Enter');
    await type('B');
    await press('ArrowUp', { altKey: true });
    expect(titles()).toEqual(['1 B', '2 A']);
    await click('Færdig');
    const steps = [['1 A', '2 B'], ['1 A', '2'], ['1 A'], ['1'], []];
    for (const step of steps) {
      await click('Fortryd');
      expect(titles()).toEqual(step);
    }
    for (const step of [...steps].reverse().slice(1)) {
      await click('Gentag');
      expect(titles()).toEqual(step);
    }
  });

  it('brings a line that is moved by keyboard, or moved back, into sight where it stands then', async () => {
    await open();
    await click('Tilføj punkt');
    await type('A');
    await press('Enter');
    await type('B');
    await click('Færdig');
    inSight.mockClear();
    await press('ArrowUp', { altKey: true });
    expect(titles()).toEqual(['1 B', '2 A']);
    await press('z', { ctrlKey: true });
    expect(titles()).toEqual(['1 A', '2 B']);
    expect(document.activeElement?.textContent).toBe('2B');
    expect(inSight.mock.calls).toEqual([['1'], ['2']]);
  });

  it('suggests those invited as presenters, and takes anybody else', async () => {
    await open();
    await click('Tilføj punkt');
    await type('Budget');
    const field = page.querySelector<HTMLElement>('[data-field="presenters"] textarea')!;
    await act(() => field.focus());
    expect([...page.querySelectorAll('[aria-label="Inviterede"] button')].map(({ textContent }) => textContent)).toEqual([
      'Ane Kratholm',
      'Lene Vadgaard',
      'Mona Thuesen',
    ]);
    await type('va');
    await click('Lene Vadgaard');
    await act(() => field.focus());
    await type('Konsulent Per Gyvelbo, COWI');
    expect(now.now.agenda.items[0]?.presenters).toEqual(['Lene Vadgaard', 'Konsulent Per Gyvelbo, COWI']);
  });

  it('leaves nothing behind of a line that was begun and left empty', async () => {
    await open();
    await click('Tilføj punkt');
    await press('Escape');
    expect(titles()).toEqual([]);
  });

  it('takes fewer keys and clicks than Word from the document of the last meeting', async () => {
    const items = [1, 2, 3, 4, 5].map((place) => ({ title: `Sag ${place}`, text: `Sagen forelægges til drøftelse (${place}).` }));
    await open();
    // From the event's page: "Lav dagsorden", "Begynd med en tom dagsorden".
    effort.clicks += 2;
    await click('Tilføj punkt');
    for (const [place, { title, text }] of items.entries()) {
      await type(title);
      await press('Tab');
      await type(text);
      await press('Enter', { ctrlKey: true });
      expect(titles()[place]).toBe(`${place + 1} Sag ${place + 1}`);
    }
    await press('Escape');
    expect(now.now.agenda.items.map(({ title, sections }) => ({ title, text: sections[0]?.text }))).toEqual(items);
    // On to the invitation, and into it.
    effort.clicks += 2;
    const word = costOfWriting(items.length);
    expect(effort).toEqual({ keys: 16, clicks: 5 });
    expect(effort.keys).toBeLessThan(word.keys);
    expect(effort.clicks).toBeLessThan(word.clicks);
  });
});

describe('what the screen says of times', () => {
  const timed = agendaOf(['1 Nyt @09.00-09.30', '2 Budget @09.30-10.00']);

  it('a new break has a name, and what it overlaps is told and mended with one click', async () => {
    await open(intakeWith(timed));
    expect(words()).toContain('Tider og numre passer sammen.');
    await act(() => button('Flere valg for Nyt').click());
    await act(() =>
      [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find(({ textContent }) => textContent === 'Tilføj pause efter')!.click(),
    );
    await press('Enter', { ctrlKey: true });
    await press('Escape');
    expect(titles()).toEqual(['1 Nyt', 'Pause', '2 Budget']);
    expect(words()).not.toContain('Tider og numre passer sammen.');
    expect(words()).toContain('Begynder kl. 09.30, før “Pause” slutter kl. 09.40.');
    await act(() => button(/^Begynd kl\. 09\.40$/).click());
    expect(words()).toContain('Tider og numre passer sammen.');
    await act(() => button('Fortryd').click());
    expect(words()).not.toContain('Tider og numre passer sammen.');
  });

  it('a line that is moved has "Regn tiderne om"', async () => {
    await open(intakeWith(timed), { stored: true });
    await act(() => page.querySelector<HTMLElement>('[data-line="item-2"]')!.focus());
    await press('ArrowUp', { altKey: true });
    await click('Regn tiderne om');
    expect(now.now.agenda.items.map(({ title, start }) => `${title} ${start}`)).toEqual(['Budget 09:00', 'Nyt 09:30']);
  });

  it('never says that times fit which nobody has set, or that lie outside the meeting', async () => {
    await open(intakeWith(agendaOf(['1 Nyt', '2 Budget'])));
    expect(words()).toContain('Der er ikke sat tid på punkterne endnu.');
    await act(() => root.render(null));
    await open(intakeWith(agendaOf(['1 Nyt @11.30-12.00'])));
    expect(words()).not.toContain('passer sammen');
    await click('Slut mødet kl. 12.00');
    expect(words()).toContain('Sæt mødet til at slutte kl. 12.00 i Outlook');
    expect(words()).not.toContain('Papiret siger');
  });

  it('says that the paper says so only where it does, and shows both days of two', async () => {
    const paper = { ...timed, start: timed.items[0]!.start, end: timed.items[0]!.end };
    await open(intakeWith(paper), { read: paper });
    expect(words()).toContain('Papiret siger kl. 09.00–09.30.');
    await act(() => root.render(null));
    await open(intakeWith(paper));
    expect(words()).toContain('Dagsordenen siger kl. 09.00–09.30.');
    await act(() => root.render(null));
    await open(intakeWith({ ...paper, endDate: '2026-09-04' }));
    expect(words()).toMatch(/torsdag den 3\. september 2026 kl\. 09\.00 – fredag den 4\. september 2026/);
  });

  it('shows a place that is typed beside the one the calendar has', async () => {
    await open(intakeWith({ ...timed, location: 'Byrådssalen' }));
    expect(words()).toContain('I kalenderen står: Lokale 2.');
    await click('Brug kalenderens');
    expect(now.now.agenda.location).toBe('Lokale 2');
  });
});
