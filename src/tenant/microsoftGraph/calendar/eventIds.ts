/** What an Outlook item id says. `slot` is set for an occurrence of a series that has no row of its own. */
export interface EventId {
  mailbox: string;
  key: string;
  slot: number | undefined;
}

const restMark = Buffer.from('000123002d', 'hex');
const immutableMark = Buffer.from('0062b900', 'hex');
/** What differs between two ids of one item in two folders; the local mailboxes have one calendar folder id each. */
const folderLength = 8;
const keyLength = 20;

/**
 * Ids look and behave like Exchange's: base64 with `-` for `/` and `_` for `+` (what Office.js's convertToRestId makes of
 * an EWS id), case-sensitive, different in each mailbox, and in two kinds, ordinary and immutable.
 */
export function writeEventId(id: EventId, immutable: boolean): string {
  const mailbox = Buffer.from(id.mailbox.replaceAll('-', ''), 'hex');
  const key = Buffer.from(id.key, 'base64url');
  const slot = Buffer.alloc(id.slot === undefined ? 0 : 8);
  if (id.slot !== undefined) slot.writeBigInt64BE(BigInt(id.slot));
  const bytes = immutable ? [immutableMark, mailbox, key, slot] : [restMark, mailbox, folderOf(mailbox), key, slot];
  return `${immutable ? 'AAkA' : 'AAMk'}${toRest(Buffer.concat(bytes).toString('base64'))}`;
}

/** Reads an id of either kind; undefined when it was never one of ours (one wrong letter is enough). */
export function readEventId(text: string): EventId | undefined {
  const immutable = text.startsWith('AAkA');
  if (!immutable && !text.startsWith('AAMk')) return undefined;
  const bytes = Buffer.from(text.slice(4).replaceAll('-', '/').replaceAll('_', '+'), 'base64');
  const mark = immutable ? immutableMark : restMark;
  const head = mark.length + 16 + (immutable ? 0 : folderLength);
  const rest = bytes.length - head - keyLength;
  if ((rest !== 0 && rest !== 8) || !bytes.subarray(0, mark.length).equals(mark)) return undefined;
  const hex = bytes.subarray(mark.length, mark.length + 16).toString('hex');
  const id: EventId = {
    mailbox: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    key: bytes.subarray(head, head + keyLength).toString('base64url'),
    slot: rest === 8 ? Number(bytes.readBigInt64BE(head + keyLength)) : undefined,
  };
  return writeEventId(id, immutable) === text ? id : undefined;
}

function folderOf(mailbox: Buffer): Buffer {
  return Buffer.from(mailbox.subarray(0, folderLength).map((byte) => byte ^ 0x5a));
}

function toRest(base64: string): string {
  return base64.replaceAll('/', '-').replaceAll('+', '_');
}
