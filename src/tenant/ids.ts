import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A GUID that is always the same for the same words, so that fixtures keep their ids from run to run. */
export function guidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function newGuid(): string {
  return randomUUID();
}

const guidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return guidShape.test(text);
}

/** Letters and digits for keys nobody reads. `length` is the number of characters. */
export function newKey(length: number): string {
  return randomBytes(length).toString('base64url').slice(0, length);
}

/** As `newKey`, but always the same for the same words. */
export function keyOf(words: string, length: number): string {
  return createHash('sha512').update(words).digest('base64url').slice(0, length);
}
