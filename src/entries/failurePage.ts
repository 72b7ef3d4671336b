import type { FailureWords } from './failureWords.ts';

/**
 * What a person sees when the app itself cannot start: what, why, what now, one button, and the exact error behind a
 * fold. Plain elements, since React and Fluent may be what is missing; system colours, so that every theme is readable.
 */
export function showFailure(words: FailureWords, options: { error: unknown; retry: (() => void) | null }): void {
  const page = document.createElement('main');
  page.style.cssText =
    'max-width:34rem;margin:0 auto;padding:24px 20px;font:16px/1.5 "Segoe UI",system-ui,sans-serif;color:CanvasText;background:Canvas';

  const title = document.createElement('h1');
  title.style.cssText = 'font-size:20px;line-height:1.35;font-weight:600;margin:0 0 8px';
  title.textContent = words.title;
  page.append(title, paragraph(words.why), paragraph(words.now));

  if (options.retry !== null) {
    const button = document.createElement('button');
    button.type = 'button';
    button.style.cssText = 'font:inherit;font-weight:600;min-height:32px;padding:5px 12px;margin:8px 0 16px;cursor:pointer';
    button.textContent = words.retry;
    button.addEventListener('click', options.retry);
    page.append(button);
  }

  const fold = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = words.details;
  const exact = document.createElement('pre');
  exact.style.cssText = 'white-space:pre-wrap;overflow-wrap:anywhere;font-size:13px';
  exact.textContent = exactly(options.error);
  fold.append(summary, exact);
  page.append(fold);

  const root = document.getElementById('root') ?? document.body;
  root.replaceChildren(page);
  title.tabIndex = -1;
  title.focus();
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.style.cssText = 'margin:0 0 8px';
  element.textContent = text;
  return element;
}

function exactly(error: unknown): string {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? `\n${error.cause.name}: ${error.cause.message}` : '';
  return `${name}${cause}\n${new Date().toISOString()} ${location.pathname}`;
}
