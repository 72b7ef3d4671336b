import { isHttps } from '../../meeting/linkAddress.ts';

/** Where a printed document leads. */
export interface Link {
  readonly href: string;
  readonly words: string;
}

/** @throws TypeError for any address that is not https: it would be ours, and so a mistake */
export function httpsAddress({ href }: Pick<Link, 'href'>): string {
  if (!isHttps(href)) throw new TypeError(`Only https addresses may be written into HTML, not ${href.slice(0, 40)}`);
  return href;
}
