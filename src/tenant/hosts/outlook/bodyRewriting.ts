/**
 * What some clients do to HTML that was set (OJT Body.setAsync remarks): paragraphs become divisions, classes and ids go, a wrapper
 * with the default font comes around it. So what an add-in reads back is not what it wrote.
 */
export function rewriteBody(html: string): string {
  const parsed = parse(html);
  parsed.body.querySelectorAll('[id],[class]').forEach((marked) => {
    marked.removeAttribute('id');
    marked.removeAttribute('class');
  });
  parsed.body.querySelectorAll('p').forEach((paragraph) => {
    const division = parsed.createElement('div');
    division.style.margin = '0px';
    division.append(...paragraph.childNodes);
    paragraph.replaceWith(division);
  });
  return `<div style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt">${parsed.body.innerHTML}</div>`;
}

/**
 * What a client that edits with Word does: paragraphs and cells get classes of Word and empty elements of Office, tables its borders, headings
 * become paragraphs, spaces hard ones; ids and classes that came with a mail get a prefix.
 */
export function rewriteAsWord(html: string): string {
  const parsed = parse(html);
  parsed.body.querySelectorAll<HTMLElement>('[id],[class]').forEach((marked) => {
    if (marked.id) marked.id = `x_${marked.id}`;
    if (marked.className) marked.className = marked.className.replace(/\S+/g, 'x_$&');
  });
  parsed.body.querySelectorAll('h1,h2,h3,h4').forEach((heading) => {
    const paragraph = parsed.createElement('p');
    const bold = parsed.createElement('b');
    bold.append(...heading.childNodes);
    paragraph.append(bold);
    heading.replaceWith(paragraph);
  });
  parsed.body.querySelectorAll('td,th').forEach((cell) => {
    if (cell.querySelector('p,div,table')) return;
    const paragraph = parsed.createElement('p');
    paragraph.append(...cell.childNodes);
    cell.append(paragraph);
  });
  parsed.body.querySelectorAll('p').forEach((paragraph) => {
    paragraph.className = 'MsoNormal';
    paragraph.append(parsed.createElement('o:p'));
  });
  parsed.body.querySelectorAll('table').forEach((table) => {
    table.className = 'MsoNormalTable';
    table.removeAttribute('role');
    table.setAttribute('border', '0');
  });
  return `<div class="WordSection1">${parsed.body.innerHTML}</div>`;
}

/** What Safe Links does to links in a body (learn.microsoft.com/defender-office-365/safe-links-about): each leads through its own address. */
export function wrapLinks(html: string): string {
  const parsed = parse(html);
  parsed.body.querySelectorAll<HTMLAnchorElement>('a[href^="http"]').forEach((link) => {
    const address = encodeURIComponent(link.getAttribute('href') ?? '');
    link.setAttribute('href', `https://eur05.safelinks.protection.outlook.com/?url=${address}&data=05%7C02%7C&sdata=kB%2F3%3D&reserved=0`);
  });
  return parsed.body.innerHTML;
}

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
