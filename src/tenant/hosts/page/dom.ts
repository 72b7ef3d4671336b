type Child = Node | string | null | undefined | false;

/** Attributes and listeners: `onclick` takes a listener, `true` sets an empty attribute, null/false leaves it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>>;

/**
 * Makes an element. Children given as text become text nodes, never markup.
 * @param tag element name, with optional classes: 'button.primary'
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag | `${Tag}.${string}`,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const [name = '', ...classes] = tag.split('.');
  const made = document.createElement(name) as HTMLElementTagNameMap[Tag];
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.replace(/^on/, ''), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return made;
}

/** Replaces everything in `holder`. */
export function show(holder: Element, ...children: Child[]): void {
  holder.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
}

const svg = 'http://www.w3.org/2000/svg';

/** Line icons of our own, 20 × 20, drawn with the current text colour. */
const icons = {
  chat: 'M4 5h12v8H9l-4 3v-3H4z',
  teams:
    'M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm6.5 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM2.5 16v-2a4.5 4.5 0 0 1 9 0v2zm11 0h4v-1.500a4 4 0 0 0-4-3.900',
  calendar: 'M4 5h12v11H4zM4 8h12M7 3.500v3M13 3.500v3',
  people: 'M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 8v-1.500a6 6 0 0 1 12 0V17',
  plus: 'M10 4v12M4 10h12',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'm12 4-6 6 6 6',
  forward: 'm8 4 6 6-6 6',
  lock: 'M5 9h10v7H5zM7 9V7a3 3 0 0 1 6 0v2',
  send: 'm4 10 12-6-4 12-2.500-5z',
  bin: 'M5 6h10M8 6V4h4v2M6 6l.7 10h6.600L14 6',
  leave: 'M3 12c4-4 10-4 14 0l-2.500 2-2.500-1.500v-2a8 8 0 0 0-4 0v2L5.500 14z',
  video: 'M3 6h9v8H3zm9 3 5-3v8l-5-3',
  wrench: 'M13 4a4 4 0 0 0-4.500 5.500L3.500 14.500l2 2 5-5A4 4 0 0 0 16 7l-2.500 2-2-2z',
  check: 'm4 10 4 4 8-9',
  question: 'M7.500 7.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .800-1 1.700M10 14.500v.500',
  pin: 'M10 17s5-5 5-9a5 5 0 0 0-10 0c0 4 5 9 5 9Zm0-7.500A1.500 1.500 0 1 0 10 6.500a1.500 1.500 0 0 0 0 3Z',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.500 2',
  open: 'M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7',
  post: 'M5 4h10v12H5zM7.500 8h5M7.500 11h5',
  link: 'M8 12l4-4M7 9l-2 2a2.800 2.800 0 0 0 4 4l2-2M13 11l2-2a2.800 2.800 0 0 0-4-4l-2 2',
} as const;

export type IconName = keyof typeof icons;

/** One of the line icons; decorative, so hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', icons[name]);
  drawing.append(path);
  return drawing;
}
