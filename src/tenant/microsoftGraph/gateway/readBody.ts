import type { IncomingMessage } from 'node:http';
import { GraphError } from './graphError.ts';

/** Files up to 250 MB are taken in one PUT; everything else is far smaller. */
const mostBytes = 251 * 1024 * 1024;

/** @throws GraphError 413 when the body is larger than Graph takes */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (request.method === 'GET' || request.method === 'DELETE' || request.headers['content-length'] === '0') {
    request.resume();
    return Buffer.alloc(0);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > mostBytes) throw new GraphError(413, 'RequestEntityTooLarge', 'The request body is too large.');
    chunks.push(bytes);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length);
}
