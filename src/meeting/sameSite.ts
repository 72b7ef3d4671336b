/** Do two ids name the same site? They are compared as SharePoint does, in any case. */
export const sameSite = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
