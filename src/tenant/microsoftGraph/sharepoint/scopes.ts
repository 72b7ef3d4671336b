/** Delegated permissions per kind of call, least first (graph permissions reference). */
export const readSites = ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'] as const;
export const writeItems = ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'] as const;
export const manageLists = ['Sites.Manage.All', 'Sites.FullControl.All'] as const;
/** SharePoint's resource units (how-to-avoid-getting-throttled): one item 1, queries and writes 2, permissions 5. */
export const units = { single: 1, query: 2, write: 2, permissions: 5 } as const;
