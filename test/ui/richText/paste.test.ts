import { describe, expect, test } from 'vitest';
import { writeCommonMark } from '../../../src/ui/richText/commonMark.ts';
import { blocksOfHtml } from '../../../src/ui/richText/pastedHtml.ts';
import { TextPrinter } from '../../../src/ui/richText/printText.ts';
import { readBlocks, readText } from '../../../src/ui/richText/readText.ts';
import { nodeType } from '../../../src/ui/richText/textSchema.ts';

/** What stands in the field when nothing but this was pasted into it. */
function pasted(html: string): string {
  const doc = nodeType('doc').create(null, readBlocks(blocksOfHtml(html)));
  doc.check();
  return new TextPrinter(readText('')).print(doc);
}

/** As Word puts it on the clipboard: a page with its styles, comments and the fragment. */
const word = (fragment: string) => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=DA style='tab-interval:65.2pt'><!--StartFragment-->${fragment}<!--EndFragment--></body></html>`;
const item = (level: number, sign: string, words: string, name = 'MsoListParagraphCxSpMiddle') =>
  `<p class=${name} style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>${words}<o:p></o:p></p>`;

describe('what was copied in Word', () => {
  test('paragraphs, bold and italic words come without its styles, and empty lines are none', () => {
    const html = word(
      `<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Sagsfremstilling<o:p></o:p></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Udvalget <i>indstiller</i>, at budgettet
godkendes<span style='mso-spacerun:yes'>  </span>af <span style='font-weight:bold'>direktionen</span>.<o:p></o:p></p>`,
    );
    expect(pasted(html)).toBe('**Sagsfremstilling**\n\nUdvalget *indstiller*, at budgettet godkendes af **direktionen**.');
  });

  test('its lists are lists, with their levels', () => {
    const html = word(
      item(1, '·', 'Skoler', 'MsoListParagraphCxSpFirst') +
        item(2, 'o', 'Fjordby <b>Skole</b>') +
        item(2, 'o', 'Aal Skole') +
        item(1, '·', 'Daginstitutioner', 'MsoListParagraphCxSpLast'),
    );
    expect(pasted(html)).toBe('- Skoler\n  - Fjordby **Skole**\n  - Aal Skole\n- Daginstitutioner');
  });

  test('its numbers are kept: a list that begins at three, and one that begins anew', () => {
    const html = word(item(1, '3.', 'at godkende budgettet') + item(1, '4.', 'at drøfte planen') + item(1, '1.', 'at begynde forfra'));
    expect(pasted(html)).toBe('3. at godkende budgettet\n4. at drøfte planen\n\n1) at begynde forfra');
  });

  test('letters that somebody may refer to stay before the words', () => {
    expect(pasted(word(item(1, 'a)', 'godkende') + item(1, 'b)', 'afvise')))).toBe('- a) godkende\n- b) afvise');
  });

  test('a list whose signs were typed', () => {
    expect(pasted(word('<p class=MsoListParagraph>·&nbsp;&nbsp;&nbsp; Et</p><p class=MsoListParagraph>·&nbsp;&nbsp;&nbsp; To</p>'))).toBe(
      '- Et\n- To',
    );
  });

  test('headings, by tag, class or outline', () => {
    expect(
      pasted(
        word('<h1>Budget<o:p></o:p></h1><p class=MsoHeading2>Baggrund</p><p class=MsoNormal style="mso-outline-level:3">Økonomi</p><p>Tekst</p>'),
      ),
    ).toBe('# Budget\n\n## Baggrund\n\n### Økonomi\n\nTekst');
  });

  test('tables keep every word, over joined cells and several paragraphs in one', () => {
    const html =
      word(`<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal>År<o:p></o:p></p></td><td><p class=MsoNormal><b>Mio. kr.</b><o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>2026</p></td><td><p class=MsoNormal>4,5</p><p class=MsoNormal>anslået</p></td></tr><tr><td colspan=2><p class=MsoNormal>I alt | netto</p></td></tr></table>`);
    expect(pasted(html)).toBe('| År | **Mio. kr.** |\n| - | - |\n| 2026 | 4,5 anslået |\n| I alt \\| netto | |');
  });

  test('a frame around a text is no table', () => {
    expect(pasted(word('<table><tr><td><p>Første</p><p>Andet</p></td></tr></table>'))).toBe('Første\n\nAndet');
  });

  test('smart tags, hidden words, comments, pictures and scripts', () => {
    const html =
      word(`<p class=MsoNormal><st1:place w:st="on"><st1:City w:st="on">Fjordby</st1:City></st1:place> Rådhus<span style='display:none;mso-hide:all'>skjult</span>
<a style='mso-comment-reference:A_1'></a><img src="file:///C:/kort.png" alt="kort"><script>alert(1)</script></p>`);
    expect(pasted(html)).toBe('Fjordby Rådhus');
  });

  test('https links are links, of others the words are left', () => {
    expect(pasted(word('<p><a href="https://fjordby.example/a">Bilag</a>, <a href="file:///H:/b.docx">lokalt</a>, <a name=_Toc1>mål</a></p>'))).toBe(
      '[Bilag](https://fjordby.example/a), lokalt, mål',
    );
  });

  test('a page from a browser: its lists, and bold by weight alone', () => {
    expect(pasted('<b style="font-weight:normal"><p>Et</p><ul><li><p>to</p></li><li>tre</li></ul></b>')).toBe('Et\n\n- to\n- tre');
  });
});

test('signs that mean something in Markdown are words when they were words', () => {
  const words = '5. punkt *uden* # og _streg_ | [x]';
  const printed = pasted(`<p>${words}</p>`);
  expect(readText(printed).doc.textContent).toBe(words);
});

test('hidden signs are left out', () => {
  expect(writeCommonMark(blocksOfHtml('<p>God\u202Ekendt</p>'))).toBe('Godkendt');
});
