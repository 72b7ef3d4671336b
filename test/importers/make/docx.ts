// Word fixtures from our papers: a paragraph a line, tabs as tabs; and a real table where a paper has one.
import { Document, Packer, PageBreak, Paragraph, Tab, Table, TableCell, TableRow, TextRun } from 'docx';

function paragraphOf(line: string): Paragraph {
  const parts = line.split('\t');
  const runs = parts.flatMap((part, i) => (i === 0 ? [new TextRun(part)] : [new TextRun({ children: [new Tab()] }), new TextRun(part)]));
  return new Paragraph({ children: runs });
}

/** The text as typed into Word. */
export async function makeDocx(text: string): Promise<Uint8Array> {
  const children = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line) =>
      line.includes('\f') ? [new Paragraph({ children: [new PageBreak()] }), paragraphOf(line.replaceAll('\f', ''))] : [paragraphOf(line)],
    );
  return pack(children);
}

/** Paragraphs, then a table of rows of cells (a line break parts the paragraphs of a cell), then paragraphs. */
export async function makeTableDocx(before: readonly string[], rows: readonly (readonly string[])[], after: readonly string[]): Promise<Uint8Array> {
  const table = new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: cell.split('\n').map((line) => new Paragraph(line)) })) }),
    ),
  });
  return pack([...before.map(paragraphOf), table, ...after.map(paragraphOf)]);
}

async function pack(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return new Uint8Array(buffer);
}
