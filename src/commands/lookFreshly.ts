/** A look whose answer took longer (ms) tells of a moment that is over: the connection is slow, or the machine slept. */
const FRESH = 500;
const MOST = 5;

/**
 * Looks once more before what cannot be recalled, and again where the answer was long on its way. Where no answer comes sooner, the last one counts: what
 * happens while it is on its way is not seen.
 * @throws what `look` throws
 */
export async function lookFreshly(look: () => Promise<void>, now: () => Date): Promise<void> {
  for (let tries = 1; tries <= MOST; tries += 1) {
    const begun = now().getTime();
    await look();
    if (now().getTime() - begun <= FRESH) return;
  }
}
