// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { openLocalDatabase } from '../../src/device/database.ts';
import { createOutbox, type Outbox } from '../../src/device/outbox.ts';
import { Failure } from '../../src/meeting/errors.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { useAction, type Action, type OrderOptions } from '../../src/ui/kit/useAction.ts';

let turn = 0;
let root: Root | null = null;
let outbox: Outbox;
let action: Action<[words: string]> | null = null;
/** What the service answers, one answer an attempt; then it takes everything. */
let answers: (() => unknown)[] = [];
let sent: unknown[] = [];

const refuse = (name: 'Conflict' | 'Offline' | 'NotAllowed') => () => {
  throw new Failure(name, 'as the test wants it');
};

function Screen({ order }: { order: OrderOptions | undefined }) {
  const current = useAction(async (words: string) => void (await outbox.run('say', words)), order);
  useEffect(() => {
    action = current;
  });
  return null;
}

function open(order?: OrderOptions): void {
  root = createRoot(document.createElement('div'));
  root.render(
    <CommandsProvider commands={{ outbox } as unknown as Commands}>
      <Screen order={order} />
    </CommandsProvider>,
  );
}
const shows = (what: Partial<Action<[string]>>) => vi.waitFor(() => expect(action).toMatchObject(what));
/** The connection is back. Told until it is heard: an outbox that has only just failed is not yet listening. */
const online = (then: () => void) =>
  vi.waitFor(() => {
    dispatchEvent(new Event('online'));
    then();
  });
const idle = { busy: false, kept: false, error: null };

beforeEach(() => {
  turn += 1;
  answers = [];
  sent = [];
  action = null;
  outbox = createOutbox(
    openLocalDatabase(`handlinger-${turn}`),
    () => 'ane',
    async (_command, words) => {
      await answers.shift()?.();
      sent.push(words);
    },
  );
});
afterEach(() => {
  root?.unmount();
  outbox.close();
});

describe('something a person does', () => {
  it('is busy until it is done, and is not done twice at once', async () => {
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    answers = [() => promise];
    open({});
    await shows(idle);
    const first = action?.run('en gang');
    await shows({ busy: true });
    await action?.run('igen');
    answer();
    await first;
    await shows(idle);
    expect(sent).toEqual(['en gang']);
  });

  it('that is refused stays refused until it is tried again, and then says the same words', async () => {
    answers = [refuse('Conflict')];
    open({});
    await shows(idle);
    await action?.run('mine ord');
    await shows({ busy: false, kept: false, error: expect.objectContaining({ name: 'Conflict' }) });
    expect(sent).toEqual([]);
    action?.retry();
    await vi.waitFor(() => expect(sent).toEqual(['mine ord']));
    await shows(idle);
  });

  it('that is refused can be let be', async () => {
    answers = [refuse('NotAllowed')];
    open({});
    await shows(idle);
    await action?.run('mine ord');
    await shows({ error: expect.objectContaining({ name: 'NotAllowed' }) });
    action?.dismiss();
    await shows(idle);
  });

  it('without a connection is kept, told once, and told again when it has been sent by itself', async () => {
    const onKept = vi.fn();
    const onSent = vi.fn();
    answers = [refuse('Offline')];
    open({ onKept, onSent });
    await shows(idle);
    await action?.run('på vej');
    await shows({ kept: true, busy: false, error: null });
    expect(onKept).toHaveBeenCalledTimes(1);
    expect(onSent).not.toHaveBeenCalled();
    await online(() => expect(onSent).toHaveBeenCalledTimes(1));
    await shows(idle);
    expect(sent).toEqual(['på vej']);
  });

  it('that was kept and is refused later says so, and is sent from the outbox when it is tried again', async () => {
    const onSent = vi.fn();
    answers = [refuse('Offline'), refuse('NotAllowed')];
    open({ onSent });
    await shows(idle);
    await action?.run('på vej');
    await shows({ kept: true });
    await online(() => expect(action).toMatchObject({ kept: false, error: expect.objectContaining({ name: 'NotAllowed' }) }));
    expect(onSent).not.toHaveBeenCalled();
    action?.retry();
    await vi.waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
    expect(sent).toEqual(['på vej']);
    await shows(idle);
  });

  it('that was stuck before says nothing about what is kept now', async () => {
    answers = [refuse('Offline'), refuse('NotAllowed')];
    await outbox.run('say', 'et andet sted').catch(() => undefined);
    await online(() => expect(outbox.state().stuck).toHaveLength(1));
    answers = [refuse('Offline')];
    open({});
    await shows(idle);
    await action?.run('på vej');
    await shows({ kept: true, error: null });
  });

  it('that does not go through the outbox is refused for want of a connection', async () => {
    answers = [refuse('Offline')];
    open();
    await shows(idle);
    await action?.run('læst');
    await shows({ kept: false, error: expect.objectContaining({ name: 'Offline' }) });
  });
});
