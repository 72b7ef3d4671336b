// A file → structure, in Node and in the browser. Each heavy library is loaded when a file first needs it.
import { language } from './language.ts';
import { checkLines, countOf } from './sizes.ts';
import type { ImportedPaper } from './paper.ts';
import { recognise } from './recognise/recognise.ts';
import { readSource } from './source.ts';
import { Unreadable, type FileFormat } from './unreadable.ts';
import type { ImportOptions } from './importText.ts';

export interface ImportFile {
  name: string;
  /** MIME type, or empty. */
  type: string;
  bytes: Uint8Array;
}

export interface FileOptions extends ImportOptions {
  signal?: AbortSignal;
  /** 0–1. */
  onProgress?: (part: number) => void;
  /** Trust this format rather than the file's first bytes. */
  format?: FileFormat | 'auto';
}

export const mostBytes = 60 * 1024 * 1024;

/**
 * Reads a text, markdown, HTML, Word or PDF file. Throws Unreadable with a reason (encrypted, scanned, notAnAgendaFile,
 * tooLarge, corrupt, zipBomb) and parameters, or the signal's own reason when it was aborted.
 */
export async function importFile(file: ImportFile, options: FileOptions = {}): Promise<ImportedPaper> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  if (file.bytes.length > mostBytes) throw new Unreadable('tooLarge', { name: file.name, bytes: file.bytes.length, limit: mostBytes });
  const format = options.format && options.format !== 'auto' ? options.format : detectFormat(file);
  const words = language(options.language);
  onProgress?.(0.05);
  switch (format) {
    case 'pdf': {
      const { textOfPdf } = await import('./convert/pdf.ts');
      const text = await textOfPdf(file.bytes, file.name, { signal, onProgress: (part) => onProgress?.(0.05 + part * 0.85) });
      onProgress?.(1);
      return recognise(readSource(text), words);
    }
    case 'docx':
    case 'html': {
      const { sourceOfTree } = await import('./convert/tree.ts');
      const tree =
        format === 'docx'
          ? await (await import('./convert/docx.ts')).treeOfDocx(file.bytes, file.name)
          : (await import('./convert/html.ts')).treeOfHtml(decode(file.bytes), file.name);
      signal?.throwIfAborted();
      onProgress?.(0.8);
      const paper = recognise(sourceOfTree(tree, words), words);
      onProgress?.(1);
      return paper;
    }
    case 'text': {
      const text = decode(file.bytes);
      checkLines(countOf('\n', text), file.name);
      const paper = recognise(readSource(text), words);
      onProgress?.(1);
      return paper;
    }
  }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);

/** The format by the file's first bytes, then its type and name. Throws Unreadable notAnAgendaFile or encrypted. */
export function detectFormat({ name, type, bytes }: ImportFile): FileFormat {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  if (/^\s*%PDF-/.test(head) || (head.includes('%PDF-') && head.indexOf('%PDF-') < 1_024)) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'docx';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // Word keeps an encrypted .docx inside the old container, under this name in UTF-16.
    const whole = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 1 << 20)));
    if (whole.includes('EncryptedPackage')) throw new Unreadable('encrypted', { name, found: 'docx' });
    throw new Unreadable('notAnAgendaFile', { name, found: /\.msg$/i.test(name) ? 'msg' : 'doc' });
  }
  if (head.startsWith('{\\rtf')) throw new Unreadable('notAnAgendaFile', { name, found: 'rtf' });
  if (/\.(?:docx|pdf)$/i.test(name) && bytes.length > 0) throw new Unreadable('corrupt', { name, found: /\.pdf$/i.test(name) ? 'pdf' : 'docx' });
  const binary = /(?:\u0000[^\u0000]){0}\u0000/.test(head) && !startsWith(bytes, [0xff, 0xfe]) && !startsWith(bytes, [0xfe, 0xff]);
  if (binary) throw new Unreadable('notAnAgendaFile', { name, found: /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'binary' });
  if (/text\/html/i.test(type) || /\.html?$/i.test(name) || /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)/i.test(head)) return 'html';
  return 'text';
}

/** UTF-8, UTF-16 by its mark, else Windows-1252. */
export function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
