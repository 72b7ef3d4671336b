import { useState } from 'react';
import type { Intake } from '../../commands/commands.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { takeInPasted, type PastedPaper } from './pastedPaper.ts';

/** A paper that is being read; `part` is how much of it, from 0 to 1, null where that is not known. */
export interface UnderWay {
  readonly kind: 'reading';
  readonly name: string | null;
  readonly part: number | null;
  readonly stop: AbortController;
}

type Reading =
  | { readonly kind: 'idle' }
  | UnderWay
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void };

export interface PaperReading {
  readonly reading: Reading;
  /** Reads the text as it stands, or the HTML it was pasted with where there is any. */
  readonly readText: (text: string, structured: PastedPaper | null) => void;
  readonly readFile: (file: File) => void;
  readonly stop: () => void;
}

/**
 * Reads a paper on the device, and how that stands. It is no `useAction`: a reading can be stopped, and the next one begins without waiting
 * for the stopped one to end.
 */
export function usePaperReading(onRead: (intake: Intake, fileName: string | null) => void): PaperReading {
  const { intake: commands } = useCommands();
  const [reading, setReading] = useState<Reading>({ kind: 'idle' });

  const read = async (name: string | null, work: (stop: AbortController) => Promise<Intake>) => {
    const stop = new AbortController();
    setReading({ kind: 'reading', name, part: null, stop });
    try {
      const intake = await work(stop);
      if (!stop.signal.aborted) onRead(intake, name);
    } catch (error) {
      if (!stop.signal.aborted) setReading({ kind: 'failed', error, again: () => void read(name, work) });
    }
  };

  return {
    reading,
    readText: (text, structured) =>
      void read(null, (stop) =>
        structured ? takeInPasted(commands, structured, { signal: stop.signal, onProgress: () => {} }) : commands.takeInText(text),
      ),
    readFile: (file) =>
      void read(file.name, (stop) =>
        commands.takeInFile(file, {
          signal: stop.signal,
          onProgress: (part) => setReading((now) => (now.kind === 'reading' && now.stop === stop ? { ...now, part } : now)),
        }),
      ),
    stop: () => {
      if (reading.kind !== 'reading') return;
      reading.stop.abort();
      setReading({ kind: 'stopped' });
    },
  };
}
