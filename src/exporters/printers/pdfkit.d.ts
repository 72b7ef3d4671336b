// What is used of PDFKit 0.20, which brings no types of its own; those of DefinitelyTyped are of an older one, without PDF/UA and its output module.
declare module 'pdfkit' {
  export interface PdfTag {
    add(child: PdfTag | (() => void)): PdfTag;
    end(): void;
  }

  export interface PdfTextOptions {
    readonly width?: number;
    readonly height?: number;
    readonly align?: 'left' | 'right' | 'center';
    readonly lineGap?: number;
    readonly lineBreak?: boolean;
    readonly ellipsis?: boolean;
    readonly continued?: boolean;
    readonly link?: string | null;
    readonly underline?: boolean;
    readonly strike?: boolean;
  }

  export interface PdfDocumentOptions {
    readonly size: 'A4';
    readonly margins: PdfMargins;
    readonly pdfVersion: '1.7';
    readonly subset: 'PDF/UA';
    readonly tagged: boolean;
    readonly displayTitle: boolean;
    readonly bufferPages: boolean;
    readonly lang: string;
    readonly info: Readonly<Record<string, string>>;
    /** Null: no font until one is chosen. */
    readonly font: null;
  }

  export interface PdfMargins {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  }

  export default class PDFDocument {
    constructor(options: PdfDocumentOptions);
    x: number;
    y: number;
    readonly page: { readonly width: number; readonly height: number; margins: PdfMargins };
    addPage(): this;
    switchToPage(number: number): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    registerFont(name: string, font: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    lineWidth(width: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    stroke(color: string): this;
    text(words: string, x: number, y: number, options?: PdfTextOptions): this;
    text(words: string, options?: PdfTextOptions): this;
    widthOfString(words: string): number;
    heightOfString(words: string, options: { readonly width: number }): number;
    struct(type: string, draw?: () => void): PdfTag;
    struct(type: string, options: { readonly alt?: string; readonly scope?: 'Column' | 'Row' }, draw: () => void): PdfTag;
    addStructure(tag: PdfTag): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit';
  /** The whole file, once `document.end()` has been called. */
  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}
