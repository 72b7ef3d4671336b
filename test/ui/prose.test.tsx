import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import Rendered from '../../src/ui/prose/Rendered.tsx';
import { proseElements } from '../../src/ui/prose/proseElements.tsx';

const html = (text: string) => renderToStaticMarkup(proseElements(text));

describe('the text of an item', () => {
  it('keeps lists, emphasis and tables', () => {
    const page = html('Direktionen **godkendte**:\n\n- rammen\n- planen\n\n| Område | Udgift |\n|---|---|\n| Børn & Unge | 96.000 kr. |');
    expect(page).toContain('<strong>godkendte</strong>');
    expect(page).toContain('<li>rammen</li>');
    expect(page).toContain('<td>Børn &amp; Unge</td>');
  });

  it('never runs or fetches anything that somebody wrote into it', () => {
    const page = html(
      '<script>alert(1)</script><img src=x onerror=alert(1)>\n\n![spor](https://sporing.example/p.gif)\n\n[klik](javascript:alert(1))',
    );
    expect(page).not.toMatch(/<script|<img|onerror|javascript:|sporing\.example/);
    expect(page).toContain('klik');
  });

  it('opens links beside the pane and tells the other side nothing', () => {
    expect(html('[notat](https://fjordby.example/notat)')).toContain('rel="noopener noreferrer"');
  });

  it('links to nothing but https: of other addresses the words are left', () => {
    const page = html(
      '[a](http://x.example) [b](file://server/b) [c](/sti) [d](#e) <ulla@fjordby.example> [f](https://fjordby.example/f) x[^1]\n\n[^1]: note',
    );
    expect([...page.matchAll(/href="([^"]*)"/g)].map((found) => found[1])).toEqual(['https://fjordby.example/f']);
    for (const words of 'a b c d ulla@fjordby.example'.split(' ')) expect(page).toContain(`<span>${words}</span>`);
  });

  it('keeps its headings below those of the page', () => {
    expect(html('# Stor\n\n## Mindre')).toBe('<h5>Stor</h5>\n<h6>Mindre</h6>');
  });

  it('is drawn in its runs of words where somebody draws them, and addresses and code are left', () => {
    const runs: string[] = [];
    const drawn = proseElements('Kommunikations*strategi*\n\n| a | `b` |\n|---|---|\n| [c](https://fjordby.example) | d |', (words) => {
      runs.push(words);
      return words.toUpperCase();
    });
    expect(renderToStaticMarkup(drawn)).toContain('<p>KOMMUNIKATIONS<em>STRATEGI</em></p>');
    expect(runs).toEqual(['Kommunikations', 'strategi', 'a', 'd']);
  });

  it('keeps < and & as they were written', () => {
    expect(html('Udgift < 5 & > 3')).toBe('<p>Udgift &lt; 5 &amp; &gt; 3</p>');
  });

  it('stands as it was typed where reading it would hold up the page, and keeps no sign that turns others round', () => {
    const heavy = '>'.repeat(20_000);
    expect(renderToStaticMarkup(<Rendered text={`${heavy}\n\n**slut**`} />)).toMatch(
      /^<p class="[^"]*">(&gt;){20000}<\/p><p class="[^"]*">\*\*slut\*\*<\/p>$/,
    );
    expect(renderToStaticMarkup(<Rendered text={'\u202Etdnekdog **fed**'} />)).toBe('<p>tdnekdog <strong>fed</strong></p>');
  });
});
