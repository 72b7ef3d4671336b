// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, useRef, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { newItem, type AgendaItem } from '../../src/meeting/agenda.ts';
import { parseClock } from '../../src/meeting/clock.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { ItemForm } from '../../src/ui/agendaEditor/ItemForm.tsx';
import { unreadable, type TypedTimes } from '../../src/ui/agendaEditor/typedTimes.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';

const i18n = await createI18n('da');
await i18n.loadNamespaces(['agendaEditor']);

let root: Root;
let page: HTMLElement;
let shown: { item: AgendaItem; typed: TypedTimes } | null = null;
const done = vi.fn();
const cancelled = vi.fn();

const first = newItem(asItemId('1'), {
  title: 'Budget',
  number: '3',
  start: parseClock('9.00'),
  end: parseClock('9.30'),
  minutes: 30,
  presenters: ['Poul Kringelholm, direktør'],
});

function Editing({ unsent }: { unsent: boolean }) {
  const title = useRef<HTMLTextAreaElement>(null);
  const [now, setNow] = useState<{ item: AgendaItem; typed: TypedTimes }>({ item: first, typed: {} });
  return (
    <ItemForm
      item={now.item}
      typed={now.typed}
      unsent={unsent}
      lastDay="2026-12-02"
      titleRef={title}
      onDone={done}
      onCancel={cancelled}
      onChange={(fields, typed) => {
        shown = { item: { ...now.item, ...fields }, typed };
        setNow(shown);
      }}
    >
      <button type="submit">Gem</button>
    </ItemForm>
  );
}

const open = (unsent = true) =>
  act(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <Editing unsent={unsent} />
      </I18nextProvider>,
    ),
  );

const commands = { attendance: { searchPeople: () => Promise.resolve([]) } } as unknown as Commands;

/** As in the app: an owner is looked for among colleagues. */
const openWithColleagues = () =>
  act(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={new QueryClient()}>
          <CommandsProvider commands={commands}>
            <Editing unsent />
          </CommandsProvider>
        </QueryClientProvider>
      </I18nextProvider>,
    ),
  );

const click = (words: string) => act(() => [...page.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click());

function field(label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...page.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
}

/** As somebody types: the field has the focus, and React hears of the new value. */
async function type(label: string, text: string): Promise<void> {
  const target = field(label);
  const kind = target instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  await act(() => {
    target.focus();
    Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(target, text);
    target.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const press = (label: string, key: string, more: KeyboardEventInit = {}) =>
  act(() => void field(label).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  shown = null;
});
afterEach(async () => {
  await act(() => root.unmount());
  page.remove();
  vi.clearAllMocks();
});

describe('the form of a line', () => {
  it('begins in the title, where Enter is done; from another text it takes Ctrl; Escape gives up', async () => {
    await open();
    expect(document.activeElement).toBe(field('Overskrift'));
    await press('Oplægsholdere', 'Enter');
    expect(done).not.toHaveBeenCalled();
    await press('Overskrift', 'Enter');
    await press('Oplægsholdere', 'Enter', { ctrlKey: true });
    expect(done).toHaveBeenCalledTimes(2);
    await press('Til', 'Escape');
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  it('lets the end follow a start, counted from what stood there before the first key', async () => {
    await open();
    await type('Fra', '1');
    await type('Fra', '10.15');
    expect(shown?.item).toMatchObject({ start: '10:15', end: '10:45', minutes: 30 });
  });

  it('keeps a time that cannot be read as it was typed, says so, and leaves the item alone', async () => {
    await open();
    await type('Fra', 'kvart i ni');
    expect(field('Fra').value).toBe('kvart i ni');
    expect(page.textContent).toContain('Skriv et klokkeslæt, fx 9.20');
    expect(shown).toEqual({ item: first, typed: { start: 'kvart i ni' } });
    expect(unreadable(shown?.typed ?? {})).toBe(true);
    await type('Fra', '8.45');
    expect(unreadable(shown?.typed ?? {})).toBe(false);
  });

  it('takes one name a line, so that a title with a comma stays with its name', async () => {
    await open();
    await type('Oplægsholdere', 'Poul Kringelholm, direktør\nRikke Vindum\n');
    expect(shown?.item.presenters).toEqual(['Poul Kringelholm, direktør', 'Rikke Vindum']);
  });

  it('closes a line only where the agenda is still to be sent', async () => {
    await open();
    expect(page.textContent).toContain('Lukket punkt');
    await open(false);
    expect(page.textContent).not.toContain('Lukket punkt');
    expect([...page.querySelectorAll('option')].map(({ textContent }) => textContent)).not.toContain('Pause');
  });

  it('takes what is to be done before the meeting, a line each, with who and when, and keeps what is half written', async () => {
    await openWithColleagues();
    await click('Tilføj forberedelse');
    expect(shown?.item.sections ?? []).toEqual([]);
    await type('Senest', '2026-12-03');
    expect(page.textContent).toContain('Skriv, hvad der skal gøres');
    expect(shown?.item.sections ?? []).toEqual([]);
    await type('Hvad skal gøres før mødet', 'Læs bilag 2 ');
    expect(field('Hvad skal gøres før mødet').value).toBe('Læs bilag 2 ');
    await type('Ansvarlig', 'Gerda Gæst');
    expect(shown?.item.sections).toEqual([
      { role: 'text', heading: 'Forberedelse', text: '- Læs bilag 2 (ansvarlig: Gerda Gæst, frist: 3. december 2026)' },
    ]);
    expect(page.textContent).toContain('Dagen ligger efter mødet');
    await type('Senest', '2026-12-01');
    expect(page.textContent).not.toContain('Dagen ligger efter mødet');
    await click('Fjern');
    expect(shown?.item.sections).toEqual([]);
  });
});
