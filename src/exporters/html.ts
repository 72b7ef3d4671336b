/** The few HTML bricks our exporters build with. Text is always escaped; there is no way to hand in raw HTML. */
export interface Html {
  readonly html: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function text(value: string): Html {
  return { html: value.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign) };
}

/** Text whose line breaks are kept. */
export function lines(value: string): Html {
  return join(value.split(/\r?\n/).map(text), '<br>');
}

export function join(parts: readonly Html[], between = ''): Html {
  return { html: parts.map((part) => part.html).join(between) };
}

/** An element; attributes are escaped, and addresses other than https are refused. */
export function element(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Html[]): Html {
  const href = attributes['href'];
  if (href !== undefined && !href.startsWith('https://'))
    throw new TypeError(`Only https addresses may be written into HTML, not ${href.slice(0, 40)}`);
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${text(value).html}"`)
    .join('');
  return { html: `<${name}${list}>${join(children).html}</${name}>` };
}
