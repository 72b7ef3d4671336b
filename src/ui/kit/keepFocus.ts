/** What a person types or chooses in: the first of a form that opens takes the focus. */
const FIELDS = 'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable=true]';
const CONTROLS = `${FIELDS}, button:not(:disabled), a[href], summary, [tabindex]:not([tabindex="-1"])`;
/** For how long what was opened may be on its way over the network, in milliseconds. */
const PATIENCE = 20_000;

interface Lost {
  /** What holds it meanwhile; whoever moves on from there has chosen for themselves. */
  readonly holder: Element;
  readonly until: number;
}

/**
 * Keeps the focus from falling to the page where the control that has it is taken away, hidden or switched off, as when a form opens in place of its
 * button. What came in its place takes the focus: its first field, else its first control. Until something does, what stood around the control holds it.
 * Whoever moves the focus meanwhile, a person or a screen that knows better, is left alone.
 *
 * @param root what is watched; where all of a screen went, nothing is done
 * @returns how to stop
 */
export function keepFocus(root: HTMLElement): () => void {
  let path: readonly Element[] = [];
  let lost: Lost | null = null;
  let added: readonly HTMLElement[] = [];
  let due: ReturnType<typeof setTimeout> | null = null;

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || target === lost?.holder) return;
    [path, lost, added] = [root.contains(target) ? pathTo(root, target) : [], null, []];
  };
  /** Pressing the page beside a control takes the focus away on purpose. A control that is taken away may tell so before it is gone. */
  const onBlur = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return;
    setTimeout(() => {
      if (target === path[0] && canHold(target) && isNowhere(document.activeElement)) path = [];
    }, 0);
  };
  const look = () => {
    due = null;
    const [was] = path;
    const here = added;
    added = [];
    if (lost !== null && (document.activeElement !== lost.holder || Date.now() > lost.until)) lost = null;
    if (!(was instanceof HTMLElement) || (lost === null && !isOut(was))) return;
    const around = path.slice(1).filter((element) => element.isConnected && root.contains(element));
    // What comes later comes where the control was; what came with the change may stand a little further off.
    const within = lost === null ? around : around.slice(0, 1);
    const next = canHold(was) ? was : replacing(here, within);
    const [nearest] = around;
    if (next !== null) {
      lost = null;
      next.focus();
    } else if (lost === null && nearest instanceof HTMLElement) {
      // Told first: it takes the focus while it is made.
      lost = { holder: nearest, until: Date.now() + PATIENCE };
      hold(nearest);
    }
  };
  const observer = new MutationObserver((changes) => {
    const [was] = path;
    if (was === undefined || (lost === null && !isOut(was))) return;
    added = [...added, ...changes.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof HTMLElement))];
    // What the screen itself does about it comes first.
    due ??= setTimeout(look, 0);
  });

  observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'style'] });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
    if (due !== null) clearTimeout(due);
  };
}

const isNowhere = (active: Element | null): boolean => active === null || active === document.body;

/** Has it lost the focus, or is it about to, since it is gone or switched off? */
const isOut = (was: Element): boolean => isNowhere(document.activeElement) || (document.activeElement === was && was.matches(':disabled'));

function pathTo(root: Element, target: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = target; at !== null && at !== root; at = at.parentElement) path.push(at);
  return path;
}

/** Is it on the page, in sight and switched on? */
const canHold = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.closest('[hidden]') === null && (element.checkVisibility?.() ?? true);

/** The first field, else the first control, of what came where the focus was: in the innermost of these parts of the page that anything came to. */
function replacing(added: readonly HTMLElement[], around: readonly Element[]): HTMLElement | null {
  for (const part of around) {
    const here = added.filter((element) => element.isConnected && part.contains(element));
    for (const wanted of [FIELDS, CONTROLS]) {
      const found = here.flatMap((element) => [element, ...element.querySelectorAll<HTMLElement>(wanted)]);
      const next = found.find((each) => each.matches(wanted) && canHold(each));
      if (next !== undefined) return next;
    }
  }
  return null;
}

/** A part of the page that no key leads to holds the focus, so that the next key goes on from there. */
function hold(element: HTMLElement): HTMLElement {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.style.outline = 'none';
    element.addEventListener(
      'blur',
      () => {
        element.removeAttribute('tabindex');
        element.style.outline = '';
      },
      { once: true },
    );
  }
  element.focus({ preventScroll: true });
  return element;
}
