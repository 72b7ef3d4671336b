// @vitest-environment jsdom
import { Component, Suspense, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { forgetFailedParts, lazyPart } from '../../src/ui/kit/lazyPart.ts';

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override componentDidCatch() {
    forgetFailedParts();
  }
  override render() {
    return this.state.failed ? <button onClick={() => this.setState({ failed: false })}>igen</button> : this.props.children;
  }
}

test('a part that could not be fetched is fetched again when it is tried again, and only then', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = vi
    .fn<() => Promise<{ default: (props: { name: string }) => ReactNode }>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue({ default: ({ name }) => <p>Møde i {name}</p> });
  const Part = lazyPart(load);
  const page = document.body.appendChild(document.createElement('div'));
  // React reports what a boundary caught as an error of the page.
  addEventListener('error', (event) => event.preventDefault());
  createRoot(page).render(
    <Boundary>
      <Suspense fallback={<p>Henter</p>}>
        <Part name="Direktionen" />
      </Suspense>
    </Boundary>,
  );
  await vi.waitFor(() => expect(page.textContent).toBe('igen'));
  expect(load).toHaveBeenCalledTimes(1);
  page.querySelector('button')?.click();
  await vi.waitFor(() => expect(page.textContent).toBe('Møde i Direktionen'));
  expect(load).toHaveBeenCalledTimes(2);
});
