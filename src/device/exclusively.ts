/** Without Web Locks there is one sender at a time for this page at least. */
let inThisPage: Promise<unknown> = Promise.resolve();

/** Runs the action when no other open pane of this origin runs one (Web Locks, w3.org/TR/web-locks). */
export function exclusively(action: () => Promise<boolean>): Promise<boolean> {
  if (typeof navigator !== 'undefined' && 'locks' in navigator) return navigator.locks.request('dagsorden-outbox', action);
  const turn = inThisPage.then(action, action);
  inThisPage = turn.catch(() => undefined);
  return turn;
}
