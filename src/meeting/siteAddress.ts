/** Where a site is, as somebody typed or pasted it. */
export interface SiteAddress {
  /** In small letters; null where only a path was typed. */
  readonly host: string | null;
  /** The path of the site itself, `/sites/…` or `/teams/…`; '' for the host's own site. */
  readonly path: string;
}

/**
 * Reads the address of a SharePoint site, also of a page, a library or a file in it, and of a sharing link (`/:f:/r/sites/…`, `/:f:/s/…`). Null for words that
 * are no address: they are looked for by name.
 */
export function siteAddress(text: string): SiteAddress | null {
  const typed = text.trim();
  const isPath = /^\/(sites|teams)\/[^/\s]/i.test(typed);
  const isHost = /^[\w-]+(\.[\w-]+)*\.sharepoint\.[a-z.]+(\/|$)/i.test(typed);
  if (!isPath && !isHost && !/^https?:\/\//i.test(typed)) return null;
  try {
    const url = new URL(isPath ? `https://host.invalid${typed}` : isHost ? `https://${typed}` : typed);
    return { host: isPath ? null : url.hostname.toLowerCase(), path: pathOf(decodeURIComponent(url.pathname)) };
  } catch {
    return null;
  }
}

function pathOf(pathname: string): string {
  const shared = /^\/:\w+:\/(r|s|t)\//.exec(pathname);
  const rest = shared ? pathname.slice(shared[0].length) : pathname.slice(1);
  const [first = '', second = ''] = rest.split('/');
  if (shared?.[1] === 's') return `/sites/${first}`;
  if (shared?.[1] === 't') return `/teams/${first}`;
  return /^(sites|teams)$/i.test(first) && second !== '' ? `/${first}/${second}` : '';
}
