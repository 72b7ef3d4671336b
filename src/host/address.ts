/** The address inside the app that stands after # ("#/m?s=…" → "/m?s=…"), or null. Office and msal keep other things there. */
export function addressInHash(hash: string): string | null {
  return hash.startsWith('#/') && hash.length > 2 ? hash.slice(1) : null;
}

/**
 * The address inside the app in an address whose # a mail gateway has written as %23, so that the web server was asked for it as a path
 * ("/index.html%23/m%3Fs=…" → "/m?s=…"), or null. No server sees what stands behind a real #.
 */
export function addressInPath({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | null {
  let path = pathname + search;
  // Escaped once for each gateway.
  for (let turn = 0; turn < 4 && !path.includes('#'); turn += 1) path = withoutEscapes(path);
  return path.includes('#') ? addressInHash(path.slice(path.indexOf('#')).replace(/%3F/i, '?')) : null;
}

function withoutEscapes(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Opens a link in a new window of the browser, which learns nothing about us. */
export function openInBrowser(page: Window, url: string): void {
  page.open(url, '_blank', 'noopener,noreferrer');
}
