import { element, icon } from '../page/dom.ts';
import type { IconName } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { appMark } from '../page/topBar.ts';

/** A command over an appointment. */
export interface RibbonCommand {
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
  readonly primary?: boolean;
  readonly pressed?: boolean;
}

/** The commands over an open appointment, and at the right the installed add-in's button. */
export function ribbon(page: HostPage, commands: readonly RibbonCommand[], addIn: { readonly button: HTMLButtonElement | null }): HTMLElement {
  return element(
    'div.ribbon',
    { role: 'toolbar', 'aria-label': page.texts.localTenant },
    ...commands.map((command) =>
      element(
        `button.${command.primary ? 'primary' : 'plain'}` as 'button.plain',
        { type: 'button', 'aria-pressed': command.pressed === undefined ? null : String(command.pressed), onclick: () => command.run() },
        icon(command.icon),
        command.label,
      ),
    ),
    element('span.spread'),
    addIn.button,
  );
}

/** The add-in's own button, as its manifest labels it. */
export function addInButton(page: HostPage, onPress: () => void): HTMLButtonElement {
  return element('button.plain.add-in', { type: 'button', 'aria-pressed': 'false', onclick: onPress }, appMark(page), page.app.ribbonLabel);
}
