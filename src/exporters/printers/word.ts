import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IStylesOptions,
  type ParagraphChild,
} from 'docx';
import type { List, PhrasingContent, RootContent, Table as TableNode } from 'mdast';
import type { PaperDocument, PaperDocumentData } from '../document/paperDocument.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

const FONT = 'Calibri';
/** Twentieths of a point. A Danish agenda has a wide top margin, where the letterhead of the municipality stands. */
const MARGINS = { top: 1_700, bottom: 1_300, left: 1_300, right: 1_300, header: 700, footer: 600 };
const LEVELS = 6;

/** A paper as a Word file (.docx): real heading, list and table styles, language, title, and a header and footer with fields for the pages. */
export async function printWord(document: PaperDocument): Promise<Uint8Array> {
  const printer = new WordPrinter();
  const children = printer.blocks(document.children, 0);
  const { paper } = document;
  const file = new Document({
    title: paper.title,
    creator: paper.organisation ?? paper.body ?? 'Dagsorden',
    description: paper.editionWords,
    styles: stylesIn(paper.language === 'da' ? 'da-DK' : 'en-GB'),
    numbering: { config: printer.numbering() },
    sections: [
      {
        properties: { titlePage: true, page: { margin: MARGINS, size: { width: 11_906, height: 16_838 } } },
        headers: { default: new Header({ children: [runningHead(paper)] }), first: new Header({ children: [new Paragraph({ children: [] })] }) },
        footers: { default: footer(paper), first: footer(paper) },
        children,
      },
    ],
  });
  return new Uint8Array(await (await Packer.toBlob(file)).arrayBuffer());
}

function stylesIn(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: '1F3864' },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { font: FONT, size: 22, language: { value: language } }, paragraph: { spacing: { after: 100, line: 264 } } },
      heading1: heading(36, 120),
      heading2: heading(28, 320),
      heading3: heading(25, 260),
      heading4: heading(23, 220),
      heading5: heading(22, 200),
      heading6: heading(22, 180),
    },
  };
}

/** On every page but the first, where the letterhead stands. */
function runningHead({ running }: PaperDocumentData): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: running, size: 18, color: '595959' })] });
}

function footer({ organisation, editionWords, page }: PaperDocumentData): Footer {
  const [before = '', between = '', after = ''] = page('\u0000', '\u0000').split('\u0000');
  const small = { size: 18, color: '595959' };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: `${[organisation, editionWords].filter((part) => part !== null).join(' · ')} · ${before}`, ...small }),
          new TextRun({ children: [PageNumber.CURRENT], ...small }),
          new TextRun({ text: between, ...small }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES], ...small }),
          new TextRun({ text: after, ...small }),
        ],
      }),
    ],
  });
}

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly font?: string;
  readonly style?: string;
}

class WordPrinter {
  /** The numbers that ordered lists begin with. */
  readonly #starts = new Set<number>();
  #lists = 0;

  blocks(nodes: readonly RootContent[], indent: number): (Paragraph | Table)[] {
    return nodes.flatMap((node) => this.#block(node, indent));
  }

  #block(node: RootContent, indent: number): (Paragraph | Table)[] {
    const around: IParagraphOptions = indent === 0 ? {} : { indent: { left: indent * 360 } };
    switch (node.type) {
      case 'heading':
        return [new Paragraph({ heading: HEADINGS[node.depth - 1] ?? HeadingLevel.HEADING_6, children: this.#runs(node.children, {}) })];
      case 'paragraph':
        return [new Paragraph({ ...around, keepNext: node.data?.part === 'label', children: this.#runs(node.children, {}) })];
      case 'blockquote':
        return this.blocks(node.children, indent + 1);
      case 'list':
        return this.#list(node, 0);
      case 'table':
        return [this.#table(node), new Paragraph({ children: [] })];
      case 'code':
        return node.value.split('\n').map((line) => new Paragraph({ ...around, children: [new TextRun({ text: line, font: 'Consolas' })] }));
      default:
        return [];
    }
  }

  #list(list: List, level: number): (Paragraph | Table)[] {
    const start = list.start ?? 1;
    if (list.ordered) this.#starts.add(start);
    const instance = (this.#lists += 1);
    const numbering = { reference: list.ordered ? `numbers-${start}` : 'bullets', instance, level: Math.min(level, LEVELS - 1) };
    return list.children.flatMap((item) => {
      const [first, ...rest] = item.children;
      const words = first?.type === 'paragraph' ? first.children : [];
      return [
        new Paragraph({ numbering, children: this.#runs(words, {}) }),
        ...(first !== undefined && first.type !== 'paragraph' ? this.#inItem(first, level) : []),
        ...rest.flatMap((node) => this.#inItem(node, level)),
      ];
    });
  }

  #inItem(node: RootContent, level: number): (Paragraph | Table)[] {
    return node.type === 'list' ? this.#list(node, level + 1) : this.#block(node, level + 1);
  }

  #table({ children }: TableNode): Table {
    const border = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: children.map(
        (row, place) =>
          new TableRow({
            tableHeader: place === 0,
            children: row.children.map(
              (cell) =>
                new TableCell({
                  borders: { top: border, bottom: border, left: border, right: border },
                  children: [new Paragraph({ children: this.#runs(cell.children, place === 0 ? { bold: true } : {}) })],
                }),
            ),
          }),
      ),
    });
  }

  #runs(nodes: readonly PhrasingContent[], style: Style): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      switch (node.type) {
        case 'text':
          return [new TextRun({ text: node.value, ...style })];
        case 'inlineCode':
          return [new TextRun({ text: node.value, ...style, font: 'Consolas' })];
        case 'strong':
          return this.#runs(node.children, { ...style, bold: true });
        case 'emphasis':
          return this.#runs(node.children, { ...style, italics: true });
        case 'delete':
          return this.#runs(node.children, { ...style, strike: true });
        case 'break':
          return [new TextRun({ break: 1 })];
        case 'link':
          return [new ExternalHyperlink({ link: node.url, children: this.#runs(node.children, { ...style, style: 'Hyperlink' }) })];
        default:
          return [];
      }
    });
  }

  /** The lists of this document: bullets, and numbers from wherever they begin. */
  numbering() {
    const levels = (format: (level: number) => { format: 'bullet' | 'decimal'; text: string; start: number }) =>
      Array.from({ length: LEVELS }, (_, level) => {
        const { format: kind, text, start } = format(level);
        return {
          level,
          format: kind === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
          text,
          start,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
        };
      });
    return [
      { reference: 'bullets', levels: levels(() => ({ format: 'bullet', text: '•', start: 1 })) },
      ...[...this.#starts].map((start) => ({
        reference: `numbers-${start}`,
        levels: levels((level) => ({ format: 'decimal', text: `%${level + 1}.`, start })),
      })),
    ];
  }
}
