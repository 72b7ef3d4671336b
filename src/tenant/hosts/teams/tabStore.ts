import type { AppTab, InstalledApp, TabSurface } from '../page/installedApp.ts';
import { isRecord, textAt } from '../wire/record.ts';

const prefix = 'local-teams-tabs:';

/**
 * The app's tabs in a channel or meeting. A board's General channel and every meeting come with the app's own tab; what
 * somebody adds through the configuration page is kept in this browser and is there for everyone who plays in it.
 */
export function tabsIn(app: InstalledApp, place: { id: string; surface: TabSurface; preinstalled: boolean }): AppTab[] {
  const first = place.preinstalled && app.offers(place.surface) ? [app.tab(place.surface)] : [];
  return [...first, ...storedTabs(place.id)];
}

/** Adds a tab, or replaces the one with the same entity id. */
export function storeTab(placeId: string, tab: AppTab): void {
  const others = storedTabs(placeId).filter((one) => one.entityId !== tab.entityId);
  localStorage.setItem(prefix + placeId, JSON.stringify([...others, tab]));
}

function storedTabs(placeId: string): AppTab[] {
  const text = localStorage.getItem(prefix + placeId);
  if (!text) return [];
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((tab) => ({
    entityId: textAt(tab, 'entityId'),
    name: textAt(tab, 'name'),
    contentUrl: textAt(tab, 'contentUrl'),
    websiteUrl: textAt(tab, 'websiteUrl'),
  }));
}
