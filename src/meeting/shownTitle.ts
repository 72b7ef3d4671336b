import { withoutHiddenSigns } from './hiddenSigns.ts';
import type { Entry } from './outline.ts';

/**
 * What a reader is shown as an item's title. Outside the closed circle a closed item never shows its own title, even if it
 * should have reached us; null asks for the standard words "Lukket punkt".
 */
export function shownTitle(entry: Pick<Entry, 'item' | 'closed'>, insider: boolean): string | null {
  const { title, neutralTitle } = entry.item;
  const words = entry.closed && !insider ? neutralTitle : title;
  const shown = withoutHiddenSigns(words ?? '');
  return shown.trim() === '' ? null : shown;
}
