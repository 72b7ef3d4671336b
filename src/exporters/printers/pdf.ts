import PDFKit, { type PdfTag as Tag } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import type { List, ListItem, RootContent, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { PaperDocument, PaperDocumentData } from '../document/paperDocument.ts';
import { inFont, runsOf, type Face, type Run } from './pdfRuns.ts';

/** The letters of Liberation Sans (or others as wide ranging), as TrueType files. They are embedded: PDF/UA takes no other fonts. */
export type PdfFonts = Readonly<Record<Face, Uint8Array>>;

type Doc = PDFKit;

/** Points. A wide top margin, where a letterhead stands. */
const MARGINS = { top: 85, bottom: 72, left: 62, right: 62 };
const SIZE = 10.5;
const HEADINGS = [18, 14, 12.5, 11.5, 11, 11] as const;
const INDENT = 16;
const PARAGRAPH_GAP = 6;
const BLACK = '#1a1a1a';
const BLUE = '#1f3864';
const GREY = '#595959';

/** A paper as a tagged PDF (PDF/UA-1): headings, paragraphs, lists, tables and links in its structure tree, language and title set. */
export async function printPdf(document: PaperDocument, fonts: PdfFonts): Promise<Uint8Array> {
  const { paper } = document;
  const doc = new PDFKit({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: paper.language === 'da' ? 'da-DK' : 'en-GB',
    info: {
      Title: paper.title,
      Author: paper.organisation ?? paper.body ?? '',
      Subject: paper.editionWords,
      Creator: 'Dagsorden',
      Producer: 'PDFKit',
    },
    // Left out, PDFKit takes Helvetica, which is not embedded.
    font: null,
  });
  const bytes = toBytes(doc);
  (['regular', 'bold', 'italic'] as const).forEach((face) => doc.registerFont(face, fonts[face]));
  const root = doc.struct('Document');
  doc.addStructure(root);
  new PdfPrinter(doc).blocks(document.children, root, 0);
  root.end();
  drawMargins(doc, paper);
  doc.end();
  return bytes;
}

/** The foot of every page. It is no part of the text, and is told so. */
function drawMargins(doc: Doc, { running, page }: PaperDocumentData): void {
  const { count } = doc.bufferedPageRange();
  for (let number = 0; number < count; number += 1) {
    doc.switchToPage(number);
    // Text below the bottom margin would begin a page of its own.
    const { margins } = doc.page;
    doc.page.margins = { ...margins, top: 0, bottom: 0 };
    const width = doc.page.width - MARGINS.left - MARGINS.right - 70;
    doc.font('regular').fontSize(8.5).fillColor(GREY);
    const draw = (words: string, y: number, align: 'left' | 'right') =>
      doc.text(inFont(doc, words), MARGINS.left, y, { width, align, height: 12, lineBreak: false, ellipsis: true });
    doc.markContent('Artifact', { type: 'Pagination' });
    draw(running, doc.page.height - 46, 'left');
    const pages = page(`${number + 1}`, `${count}`);
    doc.text(pages, doc.page.width - MARGINS.right - doc.widthOfString(pages), doc.page.height - 46, { lineBreak: false });
    doc.endMarkedContent();
    doc.page.margins = margins;
  }
}

class PdfPrinter {
  readonly #doc: Doc;

  constructor(doc: Doc) {
    this.#doc = doc;
  }

  blocks(nodes: readonly RootContent[], parent: Tag, indent: number): void {
    for (const node of nodes) this.#block(node, parent, indent);
  }

  #block(node: RootContent, parent: Tag, indent: number): void {
    switch (node.type) {
      case 'heading':
        return this.#heading(node.depth, toString(node), parent);
      case 'paragraph':
        // What a label stands over begins on the same page.
        if (node.data?.part === 'label') this.#room(3 * SIZE * 1.4);
        return this.#paragraph(runsOf(node.children), parent, indent);
      case 'blockquote': {
        const quote = this.#doc.struct('BlockQuote');
        parent.add(quote);
        this.blocks(node.children, quote, indent + 1);
        quote.end();
        return undefined;
      }
      case 'list':
        return this.#list(node, parent, indent);
      case 'table':
        return this.#table(node, parent);
      case 'code':
        return this.#paragraph([{ words: node.value, face: 'regular', link: null, strike: false }], parent, indent);
      default:
        return undefined;
    }
  }

  /** Begins a new page where less is left of this one. */
  #room(height: number): void {
    const doc = this.#doc;
    if (doc.y + height > doc.page.height - MARGINS.bottom && doc.y > MARGINS.top) doc.addPage();
  }

  #heading(depth: number, words: string, parent: Tag): void {
    const doc = this.#doc;
    const size = HEADINGS[depth - 1] ?? SIZE;
    doc.font('bold').fontSize(size);
    const shown = inFont(doc, words);
    this.#room(doc.heightOfString(shown, { width: this.#width(0) }) + 4 * SIZE * 1.4);
    if (doc.y > MARGINS.top) doc.y += depth === 1 ? 6 : size * 0.8;
    const tag = doc.struct(`H${Math.min(depth, 6)}`, () => {
      doc.fillColor(BLUE).text(shown, MARGINS.left, doc.y, { width: this.#width(0), lineGap: 2 });
    });
    parent.add(tag);
    tag.end();
    doc.y += 3;
  }

  #width = (indent: number): number => this.#doc.page.width - MARGINS.left - MARGINS.right - indent * INDENT;

  #paragraph(runs: readonly Run[], parent: Tag, indent: number): void {
    const tag = this.#doc.struct('P');
    parent.add(tag);
    this.#runs(runs, tag, MARGINS.left + indent * INDENT, this.#width(indent));
    tag.end();
    this.#doc.y += PARAGRAPH_GAP;
  }

  /** Draws runs one after another; a link is a tag of its own among them. */
  #runs(runs: readonly Run[], tag: Tag, x: number, width: number): void {
    const doc = this.#doc;
    const told = runs.filter(({ words }) => words !== '');
    told.forEach((run, place) => {
      const draw = () => {
        doc
          .font(run.face)
          .fontSize(SIZE)
          .fillColor(run.link === null ? BLACK : '#0b57a4');
        const options = { width, lineGap: 2, continued: place < told.length - 1, link: run.link, underline: run.link !== null, strike: run.strike };
        const words = inFont(doc, run.words);
        if (place === 0) doc.text(words, x, doc.y, options);
        else doc.text(words, options);
      };
      if (run.link === null) tag.add(draw);
      else {
        const link = doc.struct('Link', { alt: run.words }, draw);
        tag.add(link);
        link.end();
      }
    });
  }

  #list(list: List, parent: Tag, indent: number): void {
    const tag = this.#doc.struct('L');
    parent.add(tag);
    const start = list.start ?? 1;
    list.children.forEach((item, place) => this.#item(item, list.ordered ? `${start + place}.` : '•', tag, indent));
    tag.end();
  }

  #item({ children }: ListItem, mark: string, parent: Tag, indent: number): void {
    const doc = this.#doc;
    const [first, ...rest] = children;
    const item = doc.struct('LI');
    parent.add(item);
    doc.font('regular').fontSize(SIZE);
    this.#room(SIZE * 1.6);
    const { y } = doc;
    const x = MARGINS.left + (indent + 1) * INDENT;
    const label = doc.struct('Lbl', () => {
      doc.fillColor(BLACK).text(mark, x - Math.max(INDENT - 4, doc.widthOfString(mark) + 4), y, { lineBreak: false });
    });
    item.add(label);
    label.end();
    const body = doc.struct('LBody');
    item.add(body);
    doc.y = y;
    if (first?.type === 'paragraph') {
      this.#runs(runsOf(first.children), body, x, this.#width(indent + 1));
      doc.y += 3;
    } else if (first !== undefined) this.#block(first, body, indent + 1);
    for (const node of rest) this.#block(node, body, indent + 1);
    body.end();
    item.end();
  }

  #table({ children }: Table, parent: Tag): void {
    const tag = this.#doc.struct('Table');
    parent.add(tag);
    const columns = Math.max(1, ...children.map((row) => row.children.length));
    children.forEach((row, place) => this.#row(row, place === 0, columns, tag));
    tag.end();
    this.#doc.y += 6;
  }

  #row(row: TableRow, head: boolean, columns: number, parent: Tag): void {
    const doc = this.#doc;
    const width = this.#width(0) / columns;
    doc.font(head ? 'bold' : 'regular').fontSize(SIZE - 1);
    const cells = Array.from({ length: columns }, (_, place) => inFont(doc, textOf(row.children[place])));
    const height = Math.max(...cells.map((words) => doc.heightOfString(words || ' ', { width: width - 8 }))) + 8;
    this.#room(height);
    const { y } = doc;
    const tag = doc.struct('TR');
    parent.add(tag);
    cells.forEach((words, place) => {
      const x = MARGINS.left + place * width;
      const cell = doc.struct(head ? 'TH' : 'TD', head ? { scope: 'Column' } : {}, () => {
        doc
          .font(head ? 'bold' : 'regular')
          .fontSize(SIZE - 1)
          .fillColor(BLACK)
          .text(words, x + 4, y + 4, { width: width - 8 });
      });
      tag.add(cell);
      cell.end();
    });
    tag.end();
    doc.markContent('Artifact', { type: 'Layout' });
    cells.forEach((_, place) =>
      doc
        .rect(MARGINS.left + place * width, y, width, height)
        .lineWidth(0.5)
        .stroke('#a6a6a6'),
    );
    doc.endMarkedContent();
    doc.y = y + height;
  }
}

const textOf = (cell: TableRow['children'][number] | undefined): string =>
  cell === undefined
    ? ''
    : runsOf(cell.children)
        .map(({ words }) => words)
        .join('');
