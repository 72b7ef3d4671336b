// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it, vi } from 'vitest';
import type { Commands, ExportWanted, PaperFormat } from '../../../src/commands/commands.ts';
import { editionOf } from '../../../src/meeting/edition.ts';
import type { MeetingFile } from '../../../src/meeting/meeting.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { createQueryClient } from '../../../src/ui/kit/queryClient.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import SaveAs from '../../../src/ui/saveAs/SaveAs.tsx';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

const agenda = agendaOf(['1 Budget', '2 Personsag om Vej og Park (lukket)']);

let root: Root | null = null;
afterEach(() => act(() => root?.unmount()));

async function open(file: MeetingFile, what: 'agenda' | 'minutes' = 'agenda') {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
  const place = document.body.appendChild(document.createElement('div'));
  const made = (root = createRoot(place));
  const i18n = await createI18n('da');
  const wanted: ExportWanted[] = [];
  const kept: [format: string, besides: boolean][] = [];
  const commands = {
    host: { kind: 'browser' },
    exports: {
      // The channel holds one already.
      keepInChannel: (_: MeetingFile, format: PaperFormat, besides: boolean) => {
        kept.push([format, besides]);
        return Promise.resolve({ name: besides ? 'Referat (2).docx' : 'Referat.docx', url: 'https://x', wasThere: !besides });
      },
      filesInChannel: () =>
        Promise.resolve(
          kept.map(([, besides], place) => ({
            version: place + 1,
            name: besides ? 'Referat (2).docx' : 'Referat.docx',
            url: null,
            stored: { driveId: 'd', itemId: 'i' },
          })),
        ),
      takeFromChannel: () => {
        kept.length = 0;
        return Promise.resolve([]);
      },
      makeFile: (_: MeetingFile, asked: ExportWanted) => {
        wanted.push(asked);
        return Promise.resolve({ bytes: new TextEncoder().encode('Dagsordenen som tekst'), type: 'text/plain', name: 'x.txt' });
      },
    },
    outbox: { subscribe: () => () => undefined },
  } as unknown as Commands;
  await act(async () =>
    made.render(
      <I18nextProvider i18n={i18n}>
        <CommandsProvider commands={commands}>
          <QueryClientProvider client={createQueryClient()}>
            <Suspense fallback={null}>
              <SaveAs file={file} what={what} publishes />
            </Suspense>
          </QueryClientProvider>
        </CommandsProvider>
      </I18nextProvider>,
    ),
  );
  const button = async (name: string) =>
    vi.waitFor(() => {
      const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      if (!found) throw new Error(`No button "${name}" in ${document.body.textContent ?? ''}`);
      return found;
    });
  const press = async (name: string) => {
    const found = await button(name);
    await act(async () => found.click());
  };
  await press('Udskriv / gem som');
  await button('Word');
  return { wanted, kept, press, text: () => document.body.textContent ?? '', page: place };
}

it('an outsider is asked for no edition, gets the open one, and sees no closed title', async () => {
  const { wanted, press, text, page } = await open(fileOf(agenda, { closedAccess: 'no' }));
  expect(text()).not.toMatch(/Lukket udgave|Personsag/);
  expect(page.querySelector('style')?.textContent).toContain('Åben udgave');
  await press('PDF');
  expect(wanted).toEqual([{ what: 'agenda', itemId: null, format: 'pdf', edition: 'open' }]);
});

it('whoever may read what is closed gets the open edition until they choose the other', async () => {
  const { wanted, press, text } = await open(fileOf(agenda, { closedAccess: 'yes' }));
  await press('Vis som tekst');
  await vi.waitFor(() => expect(document.querySelector('textarea')?.value).toBe('Dagsordenen som tekst'));
  const closed = document.querySelector<HTMLInputElement>('input[type=radio][value=closed]')!;
  await act(async () => closed.click());
  expect(text()).toContain('Kun for den lukkede kreds');
  await press('Word');
  expect(wanted.map(({ format, edition }) => [format, edition])).toEqual([
    ['txt', 'open'],
    ['docx', 'closed'],
  ]);
});

it('offers to copy the open edition, and never puts the closed one within a press of the clipboard', async () => {
  const { press } = await open(fileOf(agenda, { closedAccess: 'yes' }));
  const copying = () => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'Kopiér teksten');
  await press('Vis som tekst');
  await vi.waitFor(() => expect(copying()).toBe(true));
  await act(async () => document.querySelector<HTMLInputElement>('input[type=radio][value=closed]')!.click());
  await press('Vis som tekst');
  await vi.waitFor(() => expect(document.querySelector('textarea')?.value).toBe('Dagsordenen som tekst'));
  expect(copying()).toBe(false);
});

it('whoever may read what is closed prints the open edition of the minutes, unless they choose the closed one', async () => {
  const circle = fileOf(agenda, { closedAccess: 'yes' });
  const { wanted, press, page } = await open({ ...circle, minutes: editionOf(circle, 'circle', 1, '2026-09-03T12:05:00Z') }, 'minutes');
  // Printed as it is, the page says at its foot that it is not for everybody.
  expect(page.querySelector('style')?.textContent).toContain('Lukket udgave');
  await press('PDF');
  expect(wanted).toEqual([{ what: 'minutes', itemId: null, format: 'pdf', edition: 'open' }]);
});

it('puts the open edition of the minutes among the channel’s files, beside one of its name only when asked to', async () => {
  const circle = fileOf(agenda, { closedAccess: 'yes' });
  const { kept, press, text } = await open({ ...circle, minutes: editionOf(circle, 'circle', 1, '2026-09-03T12:05:00Z') }, 'minutes');
  const group = () => document.querySelector<HTMLElement>('[role=group][aria-label^="Blandt filerne"]');
  await act(async () => group()?.querySelector<HTMLElement>('button[aria-label^="Læg Word"]')?.click());
  await vi.waitFor(() => expect(text()).toContain('Der ligger allerede en fil med det navn i kanalen: Referat.docx'));
  await press('Læg den nye ved siden af');
  await vi.waitFor(() => expect(text()).toContain('Lagt i kanalens filer: Referat (2).docx'));
  expect(kept).toEqual([
    ['docx', false],
    ['docx', true],
  ]);
  await vi.waitFor(() => expect(text()).toContain('Ligger der nu: Referat.docx, Referat (2).docx'));
  await press('Fjern fra kanalen');
  await vi.waitFor(() => expect(text()).toContain('Fjernet. Webstedets papirkurv'));
  expect(text()).not.toContain('Ligger der nu');
  await act(async () => document.querySelector<HTMLInputElement>('input[type=radio][value=closed]')!.click());
  expect(group()).toBeNull();
});
