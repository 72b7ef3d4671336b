import { describe, expect, it } from 'vitest';
import { messageAt } from '../../src/graph/teams.ts';

const channel = '19:abc@thread.tacv2';
const link = (thread: string, id: string, more = '') => `https://teams.microsoft.com/l/message/${encodeURIComponent(thread)}/${id}?groupId=g${more}`;

describe('the first message a link leads to', () => {
  it('is the one it names, or the one its answer stands under', () => {
    expect(messageAt(link(channel, '1700000000000'), channel)).toBe('1700000000000');
    expect(messageAt(link(channel, '1700000000009', '&parentMessageId=1700000000000'), channel)).toBe('1700000000000');
  });
  it('is none in another channel, of another form, or of no form at all', () => {
    for (const other of [
      link('19:other@thread.tacv2', '1700000000000'),
      link(channel, '../../x'),
      'https://teams.microsoft.com/l/channel/x',
      'Ane',
      '',
    ])
      expect(messageAt(other, channel)).toBeNull();
    expect(messageAt(link(channel, '1', '&parentMessageId=1/replies'), channel)).toBeNull();
    expect(messageAt('https://teams.microsoft.com/l/message/%E0%A4%A/1', channel)).toBeNull();
  });
});
