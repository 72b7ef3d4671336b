/** Is this an address that may be a link: https, and nothing else? One of any other kind (script, file, mail) is shown as the text it is. */
export function isHttps(url: string): boolean {
  return url.toLowerCase().startsWith('https://') && URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** How an address that somebody wrote is shown: an https one is a link, any other stands as words, and none as nothing. */
export function shownAddress(url: string | null): { readonly link: string | null; readonly words: string | null } {
  if (url === null || url.trim() === '') return { link: null, words: null };
  return isHttps(url) ? { link: url, words: null } : { link: null, words: url };
}
