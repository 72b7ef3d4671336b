// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { createDrafts } from '../../src/device/drafts.ts';
import { openLocalDatabase } from '../../src/device/database.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { useDraft, type Draft } from '../../src/ui/kit/useDraft.ts';

let turn = 0;
let drafts: Commands['drafts'];
let root: Root | null = null;
let draft: Draft | null = null;

/** `hasty` is what somebody types the moment the field is there. */
function Field({ hasty }: { hasty: string | null }) {
  const current = useDraft('besked', 'fra referatet');
  const { change } = current;
  useEffect(() => {
    if (hasty !== null) change(hasty);
  }, [change, hasty]);
  useEffect(() => {
    draft = current;
  });
  return null;
}

function open(hasty: string | null = null): void {
  draft = null;
  root = createRoot(document.createElement('div'));
  root.render(
    <CommandsProvider commands={{ drafts } as Commands}>
      <Field hasty={hasty} />
    </CommandsProvider>,
  );
}
function close(): void {
  root?.unmount();
  root = null;
}
const shows = (what: Partial<Draft>) => vi.waitFor(() => expect(draft).toMatchObject(what));
const kept = (text: string | null) => vi.waitFor(async () => expect(await drafts.read('besked')).toBe(text));

beforeEach(() => {
  turn += 1;
  drafts = createDrafts(openLocalDatabase(`kladder-${turn}`), () => 'ane');
});
afterEach(close);

describe('what is typed', () => {
  it('is there again when the pane was closed before the pause was over', async () => {
    open();
    await shows({ text: 'fra referatet', ready: true, restored: false });
    draft?.change('Jeg kommer ikke til punkt 3');
    close();
    await kept('Jeg kommer ikke til punkt 3');
    open();
    await shows({ text: 'Jeg kommer ikke til punkt 3', ready: true, restored: true });
  });

  it('is kept at once when the page is hidden, as a phone or Outlook may end it without a word', async () => {
    open();
    await shows({ ready: true });
    draft?.change('Halvt færdig');
    dispatchEvent(new Event('pagehide'));
    expect(await drafts.read('besked')).toBe('Halvt færdig');
  });

  it('wins over what was kept, when somebody types before that has been read', async () => {
    await drafts.write('besked', 'gammelt');
    open('nyt');
    await shows({ text: 'nyt', ready: true });
    await kept('nyt');
  });

  it('is gone when it was sent', async () => {
    open();
    await shows({ ready: true });
    draft?.change('Sendt nu');
    await kept('Sendt nu');
    draft?.drop();
    await kept(null);
    await shows({ text: 'fra referatet' });
    close();
    open();
    await shows({ text: 'fra referatet', ready: true, restored: false });
  });
});
