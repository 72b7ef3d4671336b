import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of one file, as any zip program makes it, only faster: what bombs are made of is hundreds of megabytes. */
export function zipOf(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content, { level: 1 });
  const named = Buffer.from(name);
  // What the file's own header and its line in the directory tell alike: version, flags, method, time and date, check sum, sizes, lengths.
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(named.length, 22);
  const file = Buffer.concat([Buffer.from('PK\x03\x04'), facts, named, packed]);
  const line = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, Buffer.alloc(14), named]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(line.length, 8);
  end.writeUInt32LE(file.length, 12);
  return new Uint8Array(Buffer.concat([file, line, Buffer.from('PK\x05\x06'), end]));
}
