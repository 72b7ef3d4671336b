import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelFilesOf, nextFileVersion, parseFileReference, printFileReference } from '../../src/meeting/channelFiles.ts';
import { asOthersSay } from '../../src/meeting/authorship.ts';
import type { Publication } from '../../src/meeting/meeting.ts';

const lies = { name: 'Referat #1 & bilag.docx', url: 'https://fjordby.sharepoint.example/a%20b.docx', driveId: 'b!1', itemId: '01A' };
const line = (version: number, state: Publication['state'], reference: string | null = printFileReference(lies)): Publication => ({
  target: 'channel',
  version,
  state,
  attempts: 1,
  error: null,
  reference,
  at: '2026-12-01T10:00:00Z',
});

describe('a reference to a file of the channel', () => {
  test('is read as it was written, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.webUrl(), (name, url) => {
        expect(parseFileReference(printFileReference({ ...lies, name, url }))).toEqual({ ...lies, name, url });
      }),
    );
  });

  test('is none where anything else stands there', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseFileReference(text)).not.toThrow();
      }),
    );
    for (const text of [null, '', 'https://fjordby.example', '#', '#drive=b!1&item=01A']) expect(parseFileReference(text)).toBeNull();
  });
});

describe('the files that lie in the channel, or may', () => {
  test('are those that did not fail and were not taken away, the newest first', () => {
    const log = [line(1, 'withdrawn'), line(2, 'done'), line(3, 'failed'), line(4, 'pending', '#name=Ny.docx')];
    expect(channelFilesOf(log).map(({ version, name, stored }) => [version, name, stored !== null])).toEqual([
      [4, 'Ny.docx', false],
      [2, lies.name, true],
    ]);
  });

  test('lead nowhere, and are not taken away, by the word of somebody who does not publish', () => {
    const forged = line(1, 'done', printFileReference({ ...lies, url: 'https://elsewhere.example' }));
    expect(channelFilesOf([asOthersSay(forged)])).toEqual([{ version: 1, name: lies.name, url: null, stored: null }]);
    expect(channelFilesOf([line(1, 'done', printFileReference({ ...lies, url: 'javascript:alert(1)' }))])[0]?.url).toBeNull();
  });

  test('a try that failed is made again in its own line, and all else in a new one', () => {
    expect(nextFileVersion([], lies.name)).toBe(1);
    expect(nextFileVersion([line(1, 'failed')], lies.name)).toBe(1);
    expect(nextFileVersion([line(1, 'failed')], 'Andet.pdf')).toBe(2);
    expect(nextFileVersion([line(1, 'done'), line(2, 'withdrawn')], lies.name)).toBe(3);
  });
});
