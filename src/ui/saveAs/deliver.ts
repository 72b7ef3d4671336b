import type { Exported } from '../../commands/commands.ts';

export const textOf = ({ bytes }: Exported): string => new TextDecoder().decode(bytes);

/** How long a browser may need before it has begun to save what a link leads to, in milliseconds. */
const UNTIL_SAVED = 60_000;

/** Gives a file to the browser, as if it had been downloaded. */
export function saveFile({ bytes, type, name }: Exported): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), UNTIL_SAVED);
}

/** Prints a page of our own making from a frame that nobody sees: the page around it stays as it is, and so does what somebody is writing. */
export async function printHtml(html: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.title = '';
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0', insetInlineStart: '-10px' });
  // It runs no scripts, whatever it holds; its window is ours to print.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  const { contentWindow } = frame;
  // Some browsers come back from print() before anything is printed.
  contentWindow?.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 0), { once: true });
  contentWindow?.print();
}
