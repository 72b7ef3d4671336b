// Word → document tree, by mammoth's HTML: headings, lists and tables as Word knows them.
import mammoth from 'mammoth';
import type { Root } from 'mdast';
import { Unreadable } from '../unreadable.ts';
import { treeOfHtml } from './html.ts';
import { checkZip } from './zip.ts';

/** Reads a .docx. Throws Unreadable: zipBomb, corrupt, notAnAgendaFile. */
export async function treeOfDocx(bytes: Uint8Array, name: string): Promise<Root> {
  const entries = await checkZip(bytes, name);
  if (!entries.some((entry) => entry === 'word/document.xml' || /^word\/document\d*\.xml$/.test(entry)))
    throw new Unreadable('notAnAgendaFile', {
      name,
      found: entries.some((entry) => entry.startsWith('xl/')) ? 'xlsx' : entries.some((entry) => entry.startsWith('ppt/')) ? 'pptx' : 'zip',
    });
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  // In Node mammoth wants a Buffer, in the browser an ArrayBuffer.
  const input = typeof Buffer === 'undefined' ? { arrayBuffer: buffer } : { arrayBuffer: buffer, buffer: Buffer.from(buffer) };
  let html: string;
  try {
    const result = await mammoth.convertToHtml(input, {
      ignoreEmptyParagraphs: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      includeEmbeddedStyleMap: false,
    });
    html = result.value;
  } catch (cause) {
    throw new Unreadable('corrupt', { name, found: 'docx' }, cause);
  }
  return treeOfHtml(`<body>${html}</body>`, { wideGaps: true });
}
