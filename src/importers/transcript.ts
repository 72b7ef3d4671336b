import { parseText, tokenizeVTTCue, type VTTCue, type VTTNode } from 'media-captions';
import type { SpokenLine, Transcript } from '../meeting/transcript.ts';

/** Six hours of talk are about a megabyte. */
export const mostTranscriptBytes = 8 * 1024 * 1024;

/** A file that is no transcript. The sentence is the interface's. */
export class NoTranscript extends Error {
  override readonly name = 'NoTranscript';
  readonly reason: 'tooLarge' | 'notTranscript';

  constructor(reason: 'tooLarge' | 'notTranscript') {
    super(`NoTranscript: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Reads a transcript as Teams gives it (WebVTT, with a voice around what each one says). What one person says in several turns on end is one line.
 * @throws NoTranscript tooLarge; notTranscript where not one thing is said in it
 */
export async function readTranscript(bytes: Uint8Array): Promise<Transcript> {
  if (bytes.length > mostTranscriptBytes) throw new NoTranscript('tooLarge');
  const text = new TextDecoder().decode(bytes);
  const { cues } = await parseText(text, { type: 'vtt', strict: false });
  const said = cues
    .flatMap(linesOf)
    .filter(({ words }) => words !== '')
    .sort((one, other) => one.at - other.at);
  if (!/^\uFEFF?WEBVTT/.test(text) || said.length === 0) throw new NoTranscript('notTranscript');
  return joined(said);
}

/** What a cue holds: each voice a line; what has no voice belongs to nobody that is known. */
function linesOf(cue: VTTCue): SpokenLine[] {
  const lines: SpokenLine[] = [];
  const at = Math.round(cue.startTime * 1000);
  const add = (speaker: string | null, words: string) => {
    const last = lines.at(-1);
    if (last && last.speaker === speaker) lines[lines.length - 1] = { ...last, words: last.words + words };
    else lines.push({ at, speaker, words });
  };
  const walk = (nodes: readonly VTTNode[], speaker: string | null): void => {
    for (const node of nodes) {
      if (node.type === 'text') add(speaker, node.data);
      // A mark for a moment within a cue stands around nothing.
      else if ('children' in node) walk(node.children, node.type === 'v' ? node.voice.trim() || null : speaker);
    }
  };
  walk(tokenizeVTTCue(cue), null);
  return lines.map((line) => ({ ...line, words: line.words.replace(/\s+/g, ' ').trim() }));
}

/** Longest pause within one line; longer, and it is another thing that is said. */
const pauseMs = 15_000;

function joined(said: readonly SpokenLine[]): Transcript {
  const lines: SpokenLine[] = [];
  let latest = -Infinity;
  for (const line of said) {
    const last = lines.at(-1);
    if (last && last.speaker !== null && last.speaker === line.speaker && line.at - latest < pauseMs && last.words.length < 400)
      lines[lines.length - 1] = { ...last, words: `${last.words} ${line.words}` };
    else lines.push(line);
    latest = line.at;
  }
  return lines;
}
