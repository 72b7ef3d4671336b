import { describe, expect, it } from 'vitest';
import { takeInFile } from '../../../src/commands/intake/takeInFile.ts';
import { takeInText } from '../../../src/commands/intake/takeInText.ts';
import { pastedPaper, readPasted, takeInPasted, writePasted } from '../../../src/ui/intake/pastedPaper.ts';

const copied = (text: string, html: string) => pastedPaper({ getData: (type) => (type === 'text/html' ? html : text) });

let count = 0;
const newId = () => `id-${(count += 1)}`;
const commands = {
  takeInText: (text: string) => takeInText(text, newId),
  takeInFile: (file: File, options: Parameters<typeof takeInFile>[1]) => takeInFile(file, options, newId),
};
const options = { signal: new AbortController().signal, onProgress: () => {} };

describe('a paper that was copied', () => {
  it.each([
    ['a table', '<table><tr><td>1</td></tr></table>'],
    ['a list', '<ul><li>Budget</li></ul>'],
    ['a heading', '<h2 class="x">Dagsorden</h2>'],
    ['a list of Word’s', "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>Budget</p>"],
  ])('is read as HTML with %s', (_what, html) => {
    expect(copied('1 Budget', html)).toEqual({ text: '1 Budget', html });
  });

  it('is plain text where its HTML says no more', () => {
    expect(copied('1. Budget', '<meta charset="utf-8"><span style="color:#000">1. Budget</span>')).toBeNull();
    expect(copied('1. Budget', '')).toBeNull();
    expect(copied('', '<table><tr><td></td></tr></table>')).toBeNull();
  });

  it('has the line ends of the field it is pasted into', () => {
    expect(copied('1. Budget\r\n2. Anlæg', '<ol><li>Budget</li></ol>')?.text).toBe('1. Budget\n2. Anlæg');
  });

  it('comes back with the draft, and nothing else does', () => {
    const paper = { text: '1. Budget', html: '<ol><li>Budget</li></ol>' };
    expect(readPasted(writePasted(paper))).toEqual(paper);
    expect(readPasted('')).toBeNull();
    expect(readPasted('{"text":1}')).toBeNull();
  });

  it('gives the cells of a table to their items', async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const rows = [
      row('Tid', 'Punkt', 'Indleder'),
      row('9.00-9.30', 'Budget for 2027', 'Rikke Vindum'),
      row('9.30-10.00', 'Anlægsplan 2027-30', 'Poul Kringelholm'),
      row('10.00-10.15', 'Eventuelt', ''),
    ];
    const html = `<h1>Dagsorden for direktionsmøde</h1><table>${rows.join('')}</table>`;
    const intake = await takeInPasted(commands, { text: 'Dagsorden', html }, options);
    expect(intake.agenda.items.map(({ title, start, presenters }) => [title, start, presenters])).toEqual([
      ['Budget for 2027', '09:00', ['Rikke Vindum']],
      ['Anlægsplan 2027-30', '09:30', ['Poul Kringelholm']],
      ['Eventuelt', '10:00', []],
    ]);
  });

  it('is read by its text where the HTML holds no agenda', async () => {
    const intake = await takeInPasted(commands, { text: 'Dagsorden\n\n1. Budget\n2. Anlægsplan\n', html: '<ul><li>Forside</li></ul>' }, options);
    expect(intake.agenda.items.map((item) => item.title)).toEqual(['Budget', 'Anlægsplan']);
  });
});
