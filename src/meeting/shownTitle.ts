import { withoutHiddenSigns } from './hiddenSigns.ts';
import type { Entry } from './outline.ts';

/** The standard words for a closed item, typed as its title: the mark beside it says them already. */
export const saysOnlyClosed = (title: string): boolean => /^\s*(lukket punkt|closed item)[\s.:]*$/i.test(title);

/**
 * What a reader is shown as an item's title. Outside the closed circle a closed item never shows its own title, even if it
 * should have reached us; null asks for the standard words "Lukket punkt".
 */
export function shownTitle(entry: Pick<Entry, 'item' | 'closed'>, insider: boolean): string | null {
  const { title, neutralTitle } = entry.item;
  const isNeutral = entry.closed && !insider;
  const shown = withoutHiddenSigns((isNeutral ? neutralTitle : title) ?? '');
  return shown.trim() === '' || (isNeutral && saysOnlyClosed(shown)) ? null : shown;
}
