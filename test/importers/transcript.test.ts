import { describe, expect, test } from 'vitest';
import { mostTranscriptBytes, readTranscript } from '../../src/importers/transcript.ts';

const read = (text: string) => readTranscript(new TextEncoder().encode(text));
const cue = (from: string, to: string, words: string) => `${from} --> ${to}\n${words}\n`;

describe('a transcript from Teams', () => {
  test('who says what, and when; what one says on end is one line', async () => {
    const text = [
      'WEBVTT\n',
      `c1-0\n${cue('00:00:03.120', '00:00:05.000', '<v Ulla Skarvad>Velkommen & goddag.</v>')}`,
      `c1-1\n${cue('00:00:05.000', '00:00:07.500', '<v Ulla Skarvad>Vi er\nfuldtallige.</v>')}`,
      cue('00:01:10.000', '00:01:12.000', '<v Ulla Skarvad>Så er vi ved punkt 2.</v>'),
      cue('01:02:03.500', '01:02:05.000', '<v Ane Kratholm>Tak <i>for</i> det &lt;3</v>'),
      cue('01:02:08.000', '01:02:09.000', 'Uden navn'),
    ].join('\n');
    expect(await read(text)).toEqual([
      { at: 3120, speaker: 'Ulla Skarvad', words: 'Velkommen & goddag. Vi er fuldtallige.' },
      { at: 70_000, speaker: 'Ulla Skarvad', words: 'Så er vi ved punkt 2.' },
      { at: 3_723_500, speaker: 'Ane Kratholm', words: 'Tak for det <3' },
      { at: 3_728_000, speaker: null, words: 'Uden navn' },
    ]);
  });

  test('with a byte order mark, other line ends, notes and a cue that is broken: the others are read', async () => {
    const text = `\uFEFFWEBVTT Kind: captions\r\n\r\nNOTE noget\r\n\r\n00:xx --> 1\r\nødelagt\r\n\r\n00:01.000 --> 00:02.000\r\n<v.loud Bo Ravn>Hørt</v>\r\n`;
    expect(await read(text)).toEqual([{ at: 1000, speaker: 'Bo Ravn', words: 'Hørt' }]);
  });

  test('two voices in one cue are two lines, and the lines come in the order they were said', async () => {
    const text = `WEBVTT\n\n${cue('00:00:09.000', '00:00:10.000', '<v A>Anden</v>')}\n${cue('00:00:01.000', '00:00:02.000', '<v A>Ja.</v> <v B>Nej.</v>')}`;
    expect((await read(text)).map(({ speaker, words }) => `${speaker}: ${words}`)).toEqual(['A: Ja.', 'B: Nej.', 'A: Anden']);
  });

  test.each(['', 'Dagsorden\n\n1. Velkomst', 'WEBVTT', 'WEBVTT\n\nNOTE intet'])('%j is none', async (text) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'NoTranscript', reason: 'notTranscript' });
  });

  test('one that is too large is not read', async () => {
    await expect(readTranscript(new Uint8Array(mostTranscriptBytes + 1))).rejects.toMatchObject({ reason: 'tooLarge' });
  });
});
