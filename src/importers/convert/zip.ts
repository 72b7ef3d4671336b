// Looks into a zip before anything unpacks it: how large it says it is, how large it can get, and, in doubt, how large it really gets.
import { Unreadable } from '../unreadable.ts';

/** Unpacked bytes a document may have. */
export const mostUnpacked = 150 * 1024 * 1024;

/**
 * Unpacked bytes that its text may have: 500 pages as Word writes them. Every byte of it takes a hundred of memory once it is a
 * document (measured: `npm run bench -- import`), while pictures are never unpacked.
 */
export const mostText = 16 * 1024 * 1024;

const isText = (name: string): boolean => /\.(?:xml|rels)$/i.test(name) && !/^(?:customXml|docProps)\//.test(name);

/** Bytes that one deflated byte can become at most (zlib's technical notes: 1032:1). */
const mostExpansion = 1_032;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** Names of the entries. Throws Unreadable: corrupt, zipBomb. */
export async function checkZip(bytes: Uint8Array, name: string): Promise<string[]> {
  const entries = centralDirectory(bytes, name);
  const said = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (said > mostUnpacked) throw new Unreadable('zipBomb', { name, bytes: said, limit: mostUnpacked });
  const text = entries.reduce((sum, entry) => (isText(entry.name) ? sum + entry.unpacked : sum), 0);
  if (text > mostText) throw new Unreadable('zipBomb', { name, bytes: text, limit: mostText });
  // The directory may lie about the sizes, but deflate never unpacks a byte to more than 1,032: small files need no measuring.
  const atMost = entries.reduce((sum, { method, packed }) => sum + (method === 8 ? packed * mostExpansion : packed), 0);
  if (atMost <= mostUnpacked) return entries.map((entry) => entry.name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (const entry of entries) {
    if (entry.method !== 8) {
      total += entry.packed;
      continue;
    }
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
      throw new Unreadable('corrupt', { name, found: 'docx' });
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const size = await inflatedSize(bytes.subarray(start, start + entry.packed), Math.min(entry.unpacked, mostUnpacked - total), name);
    if (size > entry.unpacked) throw new Unreadable('zipBomb', { name, bytes: size, limit: entry.unpacked });
    total += size;
    if (total > mostUnpacked) throw new Unreadable('zipBomb', { name, bytes: total, limit: mostUnpacked });
  }
  return entries.map((entry) => entry.name);
}

async function inflatedSize(packed: Uint8Array, most: number, name: string): Promise<number> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return size;
      size += value.byteLength;
      if (size > most) return size;
    }
  } catch (cause) {
    throw new Unreadable('corrupt', { name, found: 'docx' }, cause);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function centralDirectory(bytes: Uint8Array, name: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = () => new Unreadable('corrupt', { name, found: 'docx' });
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) throw broken();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  const decoder = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
