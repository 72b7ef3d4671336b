// @vitest-environment jsdom
import { act, Suspense, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blankVotes, type Votes } from '../../../src/meeting/votes.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { VoteFields } from '../../../src/ui/meeting/VoteFields.tsx';

let container: HTMLDivElement;
let root: Root;
let now: Votes;

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
});
afterEach(async () => {
  await act(async () => root.unmount());
  container.remove();
});

function Fields({ start, castingVote }: { start: Votes; castingVote: boolean }) {
  const [votes, setVotes] = useState(start);
  now = votes;
  return <VoteFields rule={{ castingVote, chairs: ['Ane Kratholm'] }} votes={votes} onChange={setVotes} onLeave={() => undefined} />;
}

const render = async (start: Partial<Votes>, castingVote: boolean) => {
  const words = await createI18n('da');
  await words.loadNamespaces('meetingPanel');
  await act(async () =>
    root.render(
      <I18nextProvider i18n={words}>
        <Suspense fallback={null}>
          <Fields start={{ ...blankVotes, ...start }} castingVote={castingVote} />
        </Suspense>
      </I18nextProvider>,
    ),
  );
};
const type = async (place: number, text: string) =>
  act(async () => {
    const input = container.querySelectorAll('input')[place]!;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const asks = () => container.textContent.includes('Er formandens stemme udslagsgivende?');

describe('the chair’s casting vote', () => {
  test('is not asked about where the rules do not give it', async () => {
    await render({ for: 'Ane Kratholm' }, false);
    await type(1, 'Poul Kringelholm');
    expect([asks(), now.casting]).toEqual([false, null]);
  });

  test('decides by itself for the side the chair is named on, once the sides are even', async () => {
    await render({ for: 'Ane Kratholm' }, true);
    expect(asks()).toBe(false);
    await type(1, 'Poul Kringelholm');
    expect([asks(), now.casting]).toEqual([true, 'for']);
  });

  test('is asked about where the chair is named on no side, and what was noted before there was a rule is still shown', async () => {
    await render({ for: 'A (4)', against: 'V (4)' }, true);
    expect([asks(), now.casting]).toEqual([true, null]);
    await act(async () => root.unmount());
    root = createRoot(container);
    await render({ for: 'A (4)', against: 'V (4)', casting: 'against' }, false);
    expect(asks()).toBe(true);
  });
});
