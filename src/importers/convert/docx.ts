// Word → document tree, by mammoth's model of the document.
import mammoth from 'mammoth';
import type { Root } from 'mdast';
import { Unreadable } from '../unreadable.ts';
import { treeOfWord, type WordDocument } from './wordTree.ts';
import { checkZip } from './zip.ts';

/** Reads a .docx. Throws Unreadable: zipBomb, corrupt, notAnAgendaFile. */
export async function treeOfDocx(bytes: Uint8Array, name: string): Promise<Root> {
  const entries = await checkZip(bytes, name);
  if (!entries.some((entry) => entry === 'word/document.xml' || /^word\/document\d*\.xml$/.test(entry)))
    throw new Unreadable('notAnAgendaFile', {
      name,
      found: entries.some((entry) => entry.startsWith('xl/')) ? 'xlsx' : entries.some((entry) => entry.startsWith('ppt/')) ? 'pptx' : 'zip',
    });
  try {
    return treeOfWord(await documentOf(bytes));
  } catch (cause) {
    throw new Unreadable('corrupt', { name, found: 'docx' }, cause);
  }
}

/**
 * Word's document as mammoth models it. mammoth hands the model to `transformDocument` before it writes HTML of it; handing back
 * an empty one leaves it nothing to write.
 */
async function documentOf(bytes: Uint8Array): Promise<WordDocument> {
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  const arrayBuffer = whole.buffer as ArrayBuffer;
  // In Node mammoth wants a Buffer, in the browser an ArrayBuffer.
  const input = typeof Buffer === 'undefined' ? { arrayBuffer } : { arrayBuffer, buffer: Buffer.from(arrayBuffer) };
  let found: WordDocument | undefined;
  await mammoth.convertToHtml(input, {
    includeEmbeddedStyleMap: false,
    includeDefaultStyleMap: false,
    transformDocument: (document: WordDocument) => {
      found = document;
      return { type: 'document', children: [], comments: [] };
    },
  });
  if (found?.type !== 'document') throw new TypeError('mammoth gave no document');
  return found;
}
