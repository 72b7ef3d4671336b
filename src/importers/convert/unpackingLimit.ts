// pdf.js unpacks whatever a PDF holds, however much it becomes. What it unpacks into is counted here, and refused beyond a limit.

/**
 * Bytes that one PDF may be unpacked into, all its streams together; a stream counts up to three times, as pdf.js copies it. The drawn
 * map of a local plan takes a third of it, 400 printed pages a tenth (measured).
 */
export const mostUnpacked = 256 * 1024 * 1024;

/** What a worker says when it refused; pdf.js passes over messages that are not addressed to it. */
export const refusedMessage = 'dagsorden: more than may be unpacked';

/** Smaller pieces of memory are too many to count and too small to matter. */
const worthCounting = 64 * 1024;

const plain = { Uint8Array, DecompressionStream };
const readings = new Set<() => void>();
let total = 0;

/**
 * Until the answer is called, memory that anybody in this realm (a worker, or Node's only one) allocates in large pieces or unpacks
 * counts, and beyond `mostUnpacked` is refused with a RangeError. pdf.js takes that for a damaged stream and goes on without it:
 * `onRefused` tells that it happened.
 */
export function limitUnpacking(onRefused: () => void): () => void {
  if (readings.size === 0) install();
  readings.add(onRefused);
  return () => {
    readings.delete(onRefused);
    if (readings.size === 0) Object.assign(globalThis, plain);
  };
}

function install(): void {
  total = 0;
  globalThis.Uint8Array = new Proxy(plain.Uint8Array, {
    construct(target, args: unknown[], made) {
      const [length] = args;
      if (typeof length === 'number' && length >= worthCounting) count(length);
      return Reflect.construct(target, args, made) as object;
    },
  });
  globalThis.DecompressionStream = new Proxy(plain.DecompressionStream, {
    construct(target, args: [CompressionFormat]) {
      const { readable, writable } = new target(...args);
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          count(chunk.byteLength);
          controller.enqueue(chunk);
        },
      });
      return { readable: readable.pipeThrough(counted), writable };
    },
  });
}

function count(bytes: number): void {
  total += bytes;
  if (total <= mostUnpacked) return;
  for (const refused of readings) refused();
  throw new RangeError(`More than ${mostUnpacked} bytes are unpacked`);
}
