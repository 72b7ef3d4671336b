/** The address inside the app that stands after # ("#/m?s=…" → "/m?s=…"), or null. Office and msal keep other things there. */
export function addressInHash(hash: string): string | null {
  return hash.startsWith('#/') && hash.length > 2 ? hash.slice(1) : null;
}

/** Opens a link in a new window of the browser, which learns nothing about us. */
export function openInBrowser(page: Window, url: string): void {
  page.open(url, '_blank', 'noopener,noreferrer');
}
