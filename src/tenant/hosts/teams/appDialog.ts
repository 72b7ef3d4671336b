import { element, icon } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { isRecord, textAt } from '../wire/record.ts';
import type { FrameOptions, OpenFrame } from './frameOptions.ts';

/** Sizes teams-js names instead of numbers (DialogDimension). */
const namedSizes: Record<string, number> = { large: 720, medium: 540, small: 360 };

/**
 * dialog.url.open (wire name `tasks.startTask`): a page of the app in a dialog over everything, frame context `task`.
 * @returns arguments of the answer: [null, result] when the dialog handed something in, ["…"] when it was closed
 */
export function openAppDialog(
  page: HostPage,
  opener: FrameOptions,
  info: unknown,
  { frame: openFrame, tellOpener }: { frame: (options: FrameOptions) => OpenFrame; tellOpener: (message: unknown) => void },
): Promise<readonly unknown[]> {
  const wanted = isRecord(info) ? info : {};
  const url = textAt(wanted, 'url');
  if (!URL.canParse(url) || new URL(url).origin !== page.app.origin) return Promise.resolve(['The address is not among the app’s valid domains.']);
  return new Promise((resolve) => {
    const title = textAt(wanted, 'title') || page.app.name;
    let answer: readonly unknown[] = ['User cancelled/closed the task module.'];
    const frame = openFrame({
      ...opener,
      tab: { ...opener.tab, contentUrl: url },
      frameContext: 'task',
      title,
      name: 'embedded-dialog',
      onComplete: (result) => {
        answer = [null, result];
        dialog.close();
      },
      onResize: (size) => resize(size.width, size.height),
      onMessageForParent: tellOpener,
    });
    const dialog = element(
      'dialog.app-dialog',
      { 'aria-label': title },
      element(
        'header',
        {},
        element('h2', {}, title),
        element(
          'button.plain',
          { type: 'button', title: page.texts.close, 'aria-label': page.texts.close, onclick: () => dialog.close() },
          icon('close'),
        ),
      ),
      frame.element,
    );
    const resize = (width: unknown, height: unknown): void => {
      dialog.style.width = `${size(width)}px`;
      frame.element.style.height = `${size(height)}px`;
    };
    resize(wanted['width'], wanted['height']);
    dialog.addEventListener('close', () => {
      frame.close();
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function size(value: unknown): number {
  if (typeof value === 'number') return value;
  return (typeof value === 'string' ? namedSizes[value] : undefined) ?? 540;
}
