import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import axe, { type FrameContextObject, type PartialResult, type RunOptions, type SerialContextObject } from 'axe-core';
import { folders } from '../../src/tools/folders.ts';

/** Half as long as what axe tells of itself as `axe.source`: it goes into every frame of every page. */
const source = readFileSync(join(folders.modules, 'axe-core', 'axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 A and AA that axe applies when it is asked by these tags. */
const barrierRules = axe
  .getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  .filter(({ tags }) => !tags.includes('experimental') && !tags.includes('deprecated'))
  .map(({ ruleId }) => ruleId);
/** Those among them that look at colours, and so may say something else in another theme. */
const ofColour = new Set(axe.getRules(['cat.color']).map(({ ruleId }) => ruleId));
const colourRules = barrierRules.filter((rule) => ofColour.has(rule));

/** All rules, or those alone that another theme can break. */
export type Rules = 'all' | 'ofColour';

const leftOut: SerialContextObject = {
  exclude: [
    // Fluent's guards at the ends of an open menu: they hand the focus on the moment they get it.
    ['[data-tabster-dummy]'],
    ['iframe', '[data-tabster-dummy]'],
    // The preview of a message allows no scripts, and axe's timers are scripts: it would wait there for ever.
    ['iframe[sandbox]'],
    ['iframe', 'iframe[sandbox]'],
  ],
};

/**
 * The barriers axe-core knows on a page and in its frames, a line for each: rule and elements. `without` names rules that are left out.
 * Each frame is examined in itself (axe's runPartial) and the sum is made here: made in a page, as `@axe-core/playwright` does it, it
 * costs another page with all of axe in it at every look, and a frame that answers late is left out without a word.
 */
export async function barriersOn(
  page: Page,
  { rules = 'all', without = [] }: { readonly rules?: Rules; readonly without?: readonly string[] } = {},
): Promise<string[]> {
  const chosen = (rules === 'all' ? barrierRules : colourRules).filter((rule) => !without.includes(rule));
  const options: RunOptions = { runOnly: { type: 'rule', values: chosen } };
  for (let turn = 1; ; turn++) {
    await nothingMoves(page);
    const before = await outlineOf(page);
    const { violations } = await axe.finishRun(await examine(page.mainFrame(), leftOut, options), options);
    // A button that is switched on just now has half of its colour: what was seen while the page changed is looked at again.
    if (violations.length === 0 || turn === MOST_TURNS || before === (await outlineOf(page)))
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(' | ')}`);
  }
}

/** A page that is still not at rest after so many looks is told as it was found. */
const MOST_TURNS = 5;

/** Waits until all that moves on a page and comes to an end has done so. */
export async function nothingMoves(page: Page): Promise<void> {
  await Promise.all(page.frames().map((frame) => frame.evaluate(restsNow).catch(() => undefined)));
}

async function restsNow(): Promise<void> {
  const endless = (animation: Animation) => animation.effect?.getComputedTiming().iterations === Infinity;
  // What lies in a closed part of the page is not drawn, and its animations stand still until it is opened.
  const drawn = ({ effect }: Animation) => !(effect instanceof KeyframeEffect) || (effect.target?.checkVisibility() ?? false);
  const moving = document.getAnimations().filter((animation) => drawn(animation) && !endless(animation));
  await Promise.allSettled(moving.map((animation) => animation.finished));
}

type Within = SerialContextObject | FrameContextObject;

/** What is found in a frame, and after it in those inside it, in the order in which axe puts them together; null for a frame that has gone. */
async function examine(frame: Frame, within: Within, options: RunOptions): Promise<(PartialResult | null)[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  const told = await frame.evaluate(
    async ([context, chosen]) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      // At the same moment, so that both speak of the same frames.
      const inside = inPage.utils.getFrameContexts(context);
      // As text: it is long, and taken over value by value it would cost more than the examination.
      return JSON.stringify({ partial: await inPage.runPartial(context, chosen), inside });
    },
    [within, options] as const,
  );
  const { partial, inside } = JSON.parse(told) as { partial: PartialResult; inside: ReturnType<typeof axe.utils.getFrameContexts> };
  const found: (PartialResult | null)[] = [partial];
  for (const { frameSelector, frameContext } of inside) {
    const handle = await frame.evaluateHandle(
      (selector) => (window as unknown as { axe: typeof axe }).axe.utils.shadowSelect(selector),
      frameSelector,
    );
    const child = (await handle.asElement()?.contentFrame()) ?? null;
    found.push(...(child === null ? [null] : await examine(child, frameContext as FrameContextObject, options)));
  }
  return found;
}

/**
 * What there is on a page for every rule that looks at no colour: all elements of all frames with what they say, where they are and
 * whether they can be seen. As long as this is the same, another theme has nothing new for them.
 */
export async function outlineOf(page: Page): Promise<string> {
  const outlines = await Promise.all(
    page.frames().map((frame) =>
      frame
        .evaluate(outline)
        // A frame that is just being left is like no other.
        .catch(() => randomUUID()),
    ),
  );
  return outlines.join('\n');
}

function outline(): string {
  const lines: string[] = [];
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll(':not(style, script)')) {
      const { x, y, width, height } = element.getBoundingClientRect();
      // These carry the theme; what it does to size and sight is told without them.
      const attributes = [...element.attributes]
        .filter(({ name }) => name !== 'class' && name !== 'data-theme')
        .map(({ name, value }) => `${name}=${value}`);
      const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ nodeValue }) => nodeValue);
      const seen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      lines.push([element.localName, seen, x, y, width, height, ...attributes, ...words].join(' '));
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return lines.join('\n');
}
