// @vitest-environment jsdom
import { act, useState, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import KeepFocus from '../../src/ui/app/KeepFocus.tsx';

let root: Root;
let page: HTMLElement;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  page = document.createElement('main');
  document.body.append(page);
  root = createRoot(page);
});
afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
});

const show = (screen: ReactNode) =>
  act(async () =>
    root.render(
      <>
        {screen}
        <KeepFocus />
      </>,
    ),
  );
const named = (name: string): HTMLElement => {
  const found = page.querySelector<HTMLElement>(`[aria-label="${name}"]`);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
};
/** Goes to a control as the keyboard does, and presses it. */
const press = (name: string) =>
  act(async () => {
    named(name).focus();
    named(name).click();
  });
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName.toLowerCase();
const settled = () => act(async () => new Promise((resolve) => setTimeout(resolve, 20)));

function InPlace({ later = false }: { later?: boolean }) {
  const [open, setOpen] = useState(false);
  const [here, setHere] = useState(!later);
  return (
    <section aria-label="part">
      <p>Words</p>
      {!open && <button aria-label="open" onClick={() => setOpen(true)} />}
      {open && !here && <p>On its way</p>}
      {open && here && (
        <form>
          <button type="button" aria-label="tool" />
          <textarea aria-label="field" />
          <button type="button" aria-label="cancel" onClick={() => setOpen(false)} />
        </form>
      )}
      <i data-fetch onClick={() => setHere(true)} />
    </section>
  );
}

describe('the focus, when the control that has it goes', () => {
  it('goes to the first field of the form that opens in its place, and back to the button when the form goes', async () => {
    await show(<InPlace />);
    await press('open');
    await settled();
    expect(focused()).toBe('field');
    await press('cancel');
    await settled();
    expect(focused()).toBe('open');
  });

  it('waits where the button was for a form that is fetched first', async () => {
    await show(<InPlace later />);
    await press('open');
    await settled();
    expect(focused()).toBe('part');
    await act(async () => page.querySelector<HTMLElement>('[data-fetch]')?.click());
    await settled();
    expect(focused()).toBe('field');
    expect(named('part').hasAttribute('tabindex')).toBe(false);
  });

  it('stays with whoever moved on meanwhile', async () => {
    await show(
      <>
        <InPlace later />
        <button aria-label="elsewhere" />
      </>,
    );
    await press('open');
    await settled();
    named('elsewhere').focus();
    await act(async () => page.querySelector<HTMLElement>('[data-fetch]')?.click());
    await settled();
    expect(focused()).toBe('elsewhere');
  });

  it('stays at the list when its line is taken away', async () => {
    function List() {
      const [lines, setLines] = useState(['a', 'b']);
      return (
        <ul aria-label="list">
          {lines.map((line) => (
            <li key={line}>
              <button aria-label={`remove ${line}`} onClick={() => setLines(lines.filter((each) => each !== line))} />
            </li>
          ))}
        </ul>
      );
    }
    await show(<List />);
    await press('remove a');
    await settled();
    expect(focused()).toBe('list');
  });

  it('comes back to a field that was switched off while it saved', async () => {
    const field = (busy: boolean) => (
      <div aria-label="around">
        <select aria-label="field" disabled={busy} />
      </div>
    );
    await show(field(false));
    named('field').focus();
    await show(field(true));
    await settled();
    await show(field(false));
    await settled();
    expect(focused()).toBe('field');
  });

  it('is left alone where somebody let go of it, where a screen sees to it, and where the whole screen went', async () => {
    await show(<InPlace />);
    named('open').focus();
    named('open').blur();
    await settled();
    await act(async () => named('open').click());
    await settled();
    expect(focused()).toBe('body');
    await press('cancel');
    await show(<p>Another screen</p>);
    await settled();
    expect(focused()).toBe('body');
  });
});
