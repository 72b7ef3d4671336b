/**
 * What some clients do to HTML that was set (OJT Body.setAsync remarks): paragraphs become divisions, classes and ids go, a wrapper
 * with the default font comes around it. So what an add-in reads back is not what it wrote.
 */
export function rewriteBody(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
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
