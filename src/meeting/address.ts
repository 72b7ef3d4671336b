/** Is this an address that may be a link: https, and nothing else? One of any other kind (script, file, mail) is shown as the text it is. */
export function isHttps(url: string): boolean {
  return url.toLowerCase().startsWith('https://') && URL.canParse(url) && new URL(url).protocol === 'https:';
}
