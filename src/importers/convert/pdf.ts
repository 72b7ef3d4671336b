// PDF → text lines by position: what stands on one baseline is a line, wide gaps part columns, tall gaps are blank lines.
import type * as Pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { checkLines, countOf } from '../sizes.ts';
import { Unreadable } from '../unreadable.ts';
import { limitUnpacking, mostUnpacked, refusedMessage } from './unpackingLimit.ts';

export interface Reading {
  signal?: AbortSignal | undefined;
  onProgress?: ((part: number) => void) | undefined;
}

interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pages that are read at once. */
const pagesAhead = 4;

/** A document with fewer letters is a picture of one. */
const fewestLetters = 20;

/**
 * A small file can list one page, or draw one word, any number of times. Minutes with all their papers stay below a thousand pages, and a
 * full page set letter by letter is some 6,000 pieces.
 */
const mostPages = 5_000;
const mostPieces = 100_000;

/** Reads the text of a PDF, pages parted by form feeds. Throws Unreadable: encrypted, scanned, corrupt, tooLarge, zipBomb. */
export async function textOfPdf(bytes: Uint8Array, name: string, { signal, onProgress }: Reading = {}): Promise<string> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  let refused = false;
  const room = roomForReading(pdfjs, () => (refused = true));
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
    stopAtErrors: false,
    ...(room.worker && { worker: room.worker }),
  });
  const stop = () => void task.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const document = await Promise.race([task.promise, room.broken]);
    if (document.numPages > mostPages) throw new Unreadable('tooLarge', { name, pages: document.numPages, limit: mostPages });
    const pages: string[] = [];
    let letters = 0;
    let lines = 0;
    // Some pages are asked for ahead, so that one is parsed while another is being unpacked.
    const ahead: Promise<Piece[]>[] = [];
    let next = 1;
    for (let n = 1; n <= document.numPages; n++) {
      signal?.throwIfAborted();
      while (next <= document.numPages && next < n + pagesAhead) ahead.push(settled(piecesOf(document, next++, name)));
      const text = drawPage((await Promise.race([ahead.shift(), room.broken])) ?? []);
      if (refused) break;
      if (letters < fewestLetters) letters += text.match(/\p{L}/gu)?.length ?? 0;
      lines += countOf('\n', text);
      checkLines(lines, name);
      pages.push(text);
      onProgress?.(n / document.numPages);
    }
    if (refused) throw new Unreadable('zipBomb', { name, limit: mostUnpacked });
    if (letters < fewestLetters) throw new Unreadable('scanned', { name, pages: document.numPages });
    return pages.join('\n\f');
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Unreadable || cause instanceof WorkerBroken) throw cause;
    if (refused) throw new Unreadable('zipBomb', { name, limit: mostUnpacked }, cause);
    const kind = cause instanceof Error ? cause.name : '';
    if (kind === 'PasswordException') throw new Unreadable('encrypted', { name, found: 'pdf' }, cause);
    throw new Unreadable('corrupt', { name, found: 'pdf' }, cause);
  } finally {
    signal?.removeEventListener('abort', stop);
    await task.destroy();
    room.leave();
  }
}

interface Room {
  /** Null where there is none, in Node. */
  readonly worker: PDFWorker | null;
  /** Is refused where the worker could not be fetched or has died; pdf.js would wait for its answer for ever. */
  readonly broken: Promise<never>;
  readonly leave: () => void;
}

/** Where a PDF is unpacked: in a worker of its own, else here. `onRefused` is called when it would take too much memory. */
function roomForReading(pdfjs: Pick<typeof Pdfjs, 'PDFWorker'>, onRefused: () => void): Room {
  if (typeof window === 'undefined' || typeof Worker === 'undefined') {
    return { worker: null, broken: new Promise(() => undefined), leave: limitUnpacking(onRefused) };
  }
  const port = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
  port.addEventListener('message', ({ data }) => data === refusedMessage && onRefused());
  const broken = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new WorkerBroken()));
  });
  const worker = pdfjs.PDFWorker.create({ port });
  const leave = () => {
    worker.destroy();
    port.terminate();
  };
  return { worker, broken: settled(broken), leave };
}

/** Under the name that webpack gives to a part of the app that could not be fetched, which is what this nearly always is. */
class WorkerBroken extends Error {
  override readonly name = 'ChunkLoadError';
}

/** What is drawn on a page, in the order it was written. Throws Unreadable tooLarge. */
async function piecesOf(document: PDFDocumentProxy, number: number, name: string): Promise<Piece[]> {
  const page = await document.getPage(number);
  const pieces: Piece[] = [];
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<TextContent>;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const item of read.value.items) {
      if (!('str' in item) || item.str === '') continue;
      const [, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[];
      pieces.push({ text: item.str, x, y, width: item.width, height: item.height || Math.hypot(b, d) || 10 });
    }
    if (pieces.length <= mostPieces) continue;
    await reader.cancel(new Error('enough'));
    throw new Unreadable('tooLarge', { name, pieces: pieces.length, limit: mostPieces });
  }
  page.cleanup();
  return pieces;
}

/** The same promise, whose failure waits until somebody asks for it. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Pieces in the order they were written → printed lines. */
function drawPage(pieces: readonly Piece[]): string {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && Math.abs(last.y - piece.y) < Math.max(2, last.height * 0.4) && piece.x >= last.x - 1) row.push(piece);
    else rows.push([piece]);
  }
  const printed = rows.filter((row) => row.some(({ text }) => text.trim() !== ''));
  if (printed.length === 0) return '';
  const left = printed.reduce((least, row) => Math.min(least, row[0]?.x ?? 0), Infinity);
  const steps = printed
    .slice(1)
    .map((row, i) => (printed[i]?.[0]?.y ?? 0) - (row[0]?.y ?? 0))
    .filter((step) => step > 1);
  steps.sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length * 0.3)] ?? 12;
  let out = '';
  let before: Piece | undefined;
  for (const row of printed) {
    const first = row.find(({ text }) => text.trim() !== '') ?? row[0];
    if (!first) continue;
    const letter = widthOfLetter(row);
    if (before) {
      const step = before.y - first.y;
      // Back up the page: the next column or table cell. Further down than usual: a paragraph's end.
      out += step < -2 ? '\n\n' : step > usual * 1.45 ? '\n'.repeat(Math.min(4, Math.max(2, Math.round(step / usual)))) : '\n';
    }
    out += ' '.repeat(Math.min(60, Math.max(0, Math.round((first.x - left) / letter))));
    let end = first.x;
    for (const piece of row) {
      if (piece.text.trim() === '') continue;
      const gap = piece.x - end;
      if (piece !== first && gap > letter * 2.2) out += ' '.repeat(Math.max(3, Math.round(gap / letter)));
      else if (piece !== first && gap > letter * 0.25 && !out.endsWith(' ')) out += ' ';
      out += piece.text.replace(/\s+$/, (space) => (space.length > 0 ? ' ' : ''));
      end = piece.x + piece.width;
    }
    out = out.trimEnd();
    before = first;
  }
  return out;
}

function widthOfLetter(row: readonly Piece[]): number {
  const letters = row.reduce((sum, { text }) => sum + text.length, 0);
  const width = row.reduce((sum, piece) => sum + piece.width, 0);
  return letters > 0 && width > 0 ? Math.max(2, width / letters) : 5;
}
