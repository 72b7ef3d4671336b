import { createContext, useContext } from 'react';
import type { WantedRoute } from '../../meeting/caseRoute.ts';
import type { ItemId, SiteId } from '../../meeting/ids.ts';

/** Where items of the agenda that is being made go on to, as far as it has been chosen. */
export interface DraftRoutes {
  readonly routes: readonly WantedRoute[];
  /** The site of the body that meets; null where it is not known yet. */
  readonly own: SiteId | null;
  /** Items that are stored already: theirs is chosen at the item itself. */
  readonly stored: ReadonlySet<ItemId>;
}

const Context = createContext<DraftRoutes>({ routes: [], own: null, stored: new Set() });

export const DraftRoutesProvider = Context.Provider;
export const useDraftRoutes = (): DraftRoutes => useContext(Context);
