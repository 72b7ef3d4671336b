// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { Failure } from '../../src/meeting/errors.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import Reminders from '../../src/ui/apology/Reminders.tsx';
import { SubstituteField } from '../../src/ui/apology/SubstituteField.tsx';
import Substitutes from '../../src/ui/apology/Substitutes.tsx';
import { TellStaff } from '../../src/ui/apology/TellStaff.tsx';
import { useTellStaff } from '../../src/ui/apology/useTellStaff.ts';
import FollowUpsOfItem from '../../src/ui/followUp/FollowUpsOfItem.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../src/ui/kit/LiveRegion.tsx';
import { Notices } from '../../src/ui/kit/Notices.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

// What the parts around an apology say when something cannot be read or nobody is found, and how a person is asked whether others are told.

let page: HTMLElement;
let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  page.remove();
});

const outbox = { state: () => ({ orders: [], stuck: [], pending: 0 }), onChange: () => () => undefined };
async function show(
  content: ReactNode,
  words: { attendance?: object; followUp?: unknown; members?: object[]; language?: 'da' | 'en'; opened?: () => void },
): Promise<void> {
  const { language = 'da', members = [] } = words;
  const host = {
    kind: 'browser',
    address: null,
    signIn: { person: () => ({ id: 'ane', name: 'Ane Kratholm', email: 'ane@fjordby.example' }) },
    openLink: words.opened,
  };
  const profile = {
    lastProfile: async () => null,
    readProfile: async () => ({ profile: { ...plainProfile, members }, isPrepared: true, unread: [] }),
  };
  const commands = { host, outbox, profile, attendance: words.attendance, followUp: words.followUp } as unknown as Commands;
  const i18n = await createI18n(language);
  await i18n.loadNamespaces(['answers', 'apologySheet', 'substitutes', 'followUp', 'common', 'states', 'refusals']);
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={createQueryClient()}>
          <LiveRegion>
            <Notices>{content}</Notices>
          </LiveRegion>
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
}

const says = (text: string) => vi.waitFor(() => expect(page.textContent).toContain(text));
const file = fileOf(agendaOf(['1 Budget']));
const people = ['Lene', 'Mads'].map((name) => ({ id: name, name, email: `${name}@fjordby.example` }));
const broken = () => Promise.reject(new Failure('ServerFault', 'no'));

describe('reminders', () => {
  const verbs = { words: async () => 'Hej.', lastReminded: async () => null, noteReminded: async () => undefined };
  test.each([
    ['da', 1, 'Mind den ene, der ikke har svaret'],
    ['da', 2, 'Mind de 2, der ikke har svaret'],
    ['en', 1, 'Remind the one person who has not answered'],
    ['en', 2, 'Remind the 2 people who have not answered'],
  ] as const)('in %s to %i: %s', async (language, count, title) => {
    await show(<Reminders file={file} people={people.slice(0, count)} deadline={null} />, { language, attendance: { reminders: async () => verbs } });
    await vi.waitFor(() => expect(page.querySelector('summary')?.textContent).toBe(title));
  });

  test('that cannot be read say so, and are read again', async () => {
    let isBroken = true;
    const reminders = () => (isBroken ? broken() : Promise.resolve(verbs));
    await show(<Reminders file={file} people={people} deadline={null} />, { attendance: { reminders } });
    await vi.waitFor(() => expect(page.querySelector('button')).not.toBeNull());
    isBroken = false;
    page.querySelector('button')!.click();
    await says('Mind de 2, der ikke har svaret');
  });

  test('that cannot be noted say so', async () => {
    const opened = vi.fn();
    await show(<Reminders file={file} people={people} deadline={null} />, {
      opened,
      attendance: { reminders: async () => ({ ...verbs, noteReminded: broken }) },
    });
    await says('Åbn en chat i Teams med 2 personer');
    const before = page.querySelectorAll('button').length;
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Åbn en chat'))!.click();
    await vi.waitFor(() => expect(page.querySelectorAll('button').length).toBeGreaterThan(before));
    expect(opened).toHaveBeenCalledWith(expect.stringContaining('Lene%40fjordby.example'));
  });
});

describe('a field for somebody on the list', () => {
  const field = <SubstituteField value="Torkil" label="Hvem" hint="Søg efter et navn" mustPick onChange={() => undefined} />;
  test('says that nobody was found', async () => {
    await show(field, { attendance: { searchPeople: async () => [] } });
    await says('Ingen fundet. Prøv et andet navn.');
  });
  test('says that the search does not work', async () => {
    await show(field, { attendance: { searchPeople: broken } });
    await says('Søgningen virker ikke lige nu. Prøv igen om lidt.');
  });
  test('says its own hint otherwise', async () => {
    await show(field, { attendance: { searchPeople: async () => people } });
    await says('Søg efter et navn');
  });

  test('keeps on its list whoever the letters still fit while others are looked for', async () => {
    const later: (() => void)[] = [];
    const searchPeople = (name: string) =>
      name === 'Le'
        ? Promise.resolve([...people, { id: 'len', name: 'Leif', email: null }])
        : new Promise((resolve) => later.push(() => resolve([people[0]])));
    await show(<Typed />, { attendance: { searchPeople } });
    const options = () => [...page.querySelectorAll('[role=option]')].map(({ textContent }) => textContent);
    await type('Le');
    await vi.waitFor(() => expect(options()).toHaveLength(3));
    const [lene] = page.querySelectorAll('[role=option]');
    await type('Lene');
    await vi.waitFor(() => expect(options()).toEqual(['LeneLene@fjordby.example']));
    expect(page.querySelector('[role=option]')).toBe(lene);
    await vi.waitFor(() => expect(later).toHaveLength(1));
    await type('Lenex');
    await vi.waitFor(() => expect(options()).toEqual([]));
    // Nobody has said yet that there is nobody of that name.
    expect(page.textContent).not.toContain('Ingen fundet');
  });
});

/** A field that keeps what is typed. */
function Typed() {
  const [value, setValue] = useState('');
  return <SubstituteField value={value} label="Hvem" mustPick onChange={setValue} />;
}

async function type(words: string): Promise<void> {
  const input = await vi.waitFor(() => page.querySelector('input') ?? Promise.reject(new Error('No field yet')));
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, words);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

test('stand-ins that cannot be read are no empty list, also where nobody is away', async () => {
  await show(<Substitutes file={file} event={null} />, { attendance: { substitutes: broken } });
  await says('Prøv igen');
});

test('a reader is told that what follows an item cannot be read', async () => {
  await show(<FollowUpsOfItem file={{ ...file, closedAccess: 'no' }} item={file.agenda.items[0]!} event={null} />, { followUp: broken });
  await says('Prøv igen');
});

describe('telling chair and secretary', () => {
  const members = [{ person: { id: 'poul', name: 'Poul Kringelholm', email: null }, roles: ['chair'], votes: true, party: null, substitute: null }];
  const news = { kind: 'apology', name: 'Ane Kratholm', isPart: false } as const;
  function Question({ onStaff }: { onStaff: (staff: unknown) => void }) {
    const { question, staffFor } = useTellStaff(file, [{ news, know: [] }]);
    return (
      <>
        <TellStaff question={question} />
        <button type="button" onClick={() => void staffFor({ news, know: [] }).then(onStaff)}>
          Send
        </button>
      </>
    );
  }
  const send = () => [...page.querySelectorAll('button')].find(({ textContent }) => textContent === 'Send')!.click();
  const box = () => page.querySelector<HTMLInputElement>('input[type=checkbox]')!;
  const verbs = (may: boolean, ask: () => Promise<boolean>) => ({
    staff: async () => ({
      message: async () => 'Ane kan ikke komme.',
      mayTell: async () => may,
      ask,
      me: () => ({ id: 'ane', name: 'Ane', email: null }),
    }),
  });

  test('stands ticked beside its words for whoever has let Dagsorden write before', async () => {
    const onStaff = vi.fn();
    await show(<Question onStaff={onStaff} />, { members, attendance: verbs(true, async () => true) });
    await says('Giv også Poul Kringelholm besked i Teams');
    await says('Ane kan ikke komme.');
    expect(box().checked).toBe(true);
    send();
    await vi.waitFor(() => expect(onStaff).toHaveBeenCalledWith(expect.objectContaining({ text: 'Ane kan ikke komme.', secretary: null })));
    box().click();
    send();
    await vi.waitFor(() => expect(onStaff).toHaveBeenLastCalledWith(null));
  });

  test('asks for leave when it is ticked; a no is said, and the rest goes on without it', async () => {
    const onStaff = vi.fn();
    const ask = vi.fn(async () => false);
    await show(<Question onStaff={onStaff} />, { members, attendance: verbs(false, ask) });
    await says('beder først om lov');
    expect(ask).not.toHaveBeenCalled();
    box().click();
    await says('Dagsorden har ikke fået lov til at skrive i din chat.');
    expect(box().checked).toBe(false);
    send();
    await vi.waitFor(() => expect(onStaff).toHaveBeenCalledWith(null));
  });

  test('is not asked where nobody is there to tell', async () => {
    await show(<Question onStaff={() => undefined} />, { attendance: verbs(true, async () => true) });
    await says('Send');
    expect(box()).toBeNull();
  });
});
