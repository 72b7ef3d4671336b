import fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { TextPrinter } from '../../../src/ui/richText/printText.ts';
import { readText } from '../../../src/ui/richText/readText.ts';
import { anyProse } from '../../exporters/anyProse.ts';

/** Prose as it comes from anywhere: other line ends, blank lines of any number, a byte order mark, signs without order. */
const anySource = fc.oneof(
  anyProse,
  fc
    .tuple(anyProse, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF', '\n\n', '   '), fc.constantFrom('', '\n', '\n\n\n', '  \n'))
    .map(([text, end, before, after]) => before + text.replaceAll('\n', end) + after),
  fc.string({ unit: fc.constantFrom(...'ab \n\t#*_>-+1.)|`~[]()<&\\:!"=') }),
);

describe('a text in the editor', () => {
  test('is given back byte for byte where nothing was edited', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const open = readText(source);
        expect(new TextPrinter(open).print(open.doc)).toBe(source);
        // The slices alone give it as well.
        expect(open.blocks.map(({ before, source: own }) => before + own).join('') + open.tail).toBe(source);
        open.doc.check();
      }),
      { numRuns: 400, examples: [['\uFEFF'], ['\uFEFF\n\n'], ['\uFEFF\uFEFFHej']] },
    );
  });

  test('differs only in the block that was edited, and an undone edit leaves no trace', () => {
    fc.assert(
      fc.property(anySource, fc.nat(), (source, pick) => {
        const open = readText(`${source}\n\nslut`);
        const printer = new TextPrinter(open);
        const editable = open.blocks.map(({ node }, place) => ({ node, place })).filter(({ node }) => node.type.name === 'paragraph');
        const chosen = editable[pick % Math.max(editable.length, 1)];
        if (!chosen) return;
        const at = open.blocks.slice(0, chosen.place).reduce((sum, { node }) => sum + node.nodeSize, 1) + chosen.node.content.size;
        const state = EditorState.create({ doc: open.doc });
        const edited = state.apply(state.tr.insertText(' tilføjet', at));
        const printed = printer.print(edited.doc);
        expect(printed).toContain('tilføjet');
        // Code in the neighbourhood is written anew, since it may not take the changed words into it.
        open.blocks.forEach(({ source: own, node }, place) => {
          if (place !== chosen.place && node.attrs['alone'] == null) expect(printed).toContain(own);
        });
        const undone = edited.apply(edited.tr.delete(at, at + ' tilføjet'.length));
        expect(printer.print(undone.doc)).toBe(open.source);
      }),
      { numRuns: 200 },
    );
  });

  test('means the same when it is read again after it was written anew', () => {
    fc.assert(
      fc.property(anyProse, (source) => {
        const { doc } = readText(source);
        const anew = new TextPrinter({ ...readText(''), source: '' }).print(doc);
        const again = readText(anew);
        const twice = new TextPrinter({ ...readText(''), source: '' }).print(again.doc);
        expect(twice).toBe(anew);
        expect(again.doc.textContent.replace(/\s/g, '')).toBe(doc.textContent.replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a list', '- a\n- b\n\nefter', '- a\n- b\n\nefter ny'],
    ['a heading without a blank line under it', '# H\ntekst', '# H\ntekst ny'],
    ['Windows line ends', 'a\r\n\r\n\r\nb', 'a\r\n\r\n\r\nb ny'],
    ['two spaces before', '  a\n\n  b', '  a\n\nb ny'],
    ['an address in the text', 'se https://fjordby.example/a og ulla@fjordby.example', 'se https://fjordby.example/a og ulla@fjordby.example ny'],
    ['what only HTML can say', '<div>kasse</div>\n\nTekst <u>under</u> streg', '<div>kasse</div>\n\nTekst <u>under</u> streg ny'],
    ['a link by reference', '[her][1]\n\n[1]: https://fjordby.example/a\n\n- x\n\nb', '[her][1]\n\n[1]: https://fjordby.example/a\n\n- x\n\nb ny'],
  ])('words added after %s', (_name, source, expected) => {
    const open = readText(source);
    const state = EditorState.create({ doc: open.doc });
    expect(new TextPrinter(open).print(state.apply(state.tr.insertText(' ny', open.doc.content.size - 1)).doc)).toBe(expected);
  });
});
