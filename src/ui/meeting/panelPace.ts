import { useEffect, useRef, useState } from 'react';
import { askingPace, peopleAt, spreadPace } from '../../meeting/askingPace.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed, mayRecord } from '../../meeting/permissions.ts';
import { useFacts } from '../queries/useFacts.ts';

/** Units of reading one list. */
const LIST = 2;
/** The roll call is no race: so many milliseconds lie between two looks at least. */
const ROLL_CALL = 30_000;
/** So long after their last letter somebody is taken to be one of those who write: between two decisions lies a debate. */
const AT_IT = 30 * 60_000;

/**
 * How often the panel asks what others have written (meeting/askingPace.ts): whoever writes in it, and whoever does the secretary's work, asks often; those who
 * follow along ask the less often the more they are.
 * @returns milliseconds, told how many are known to do what is asked about
 */
export function usePanelPace(file: MeetingFile, event: CalendarEvent | null, what: 'decisions' | 'rollCall'): (known: number) => number {
  const facts = useFacts(file, event);
  const typedAt = useRef(-Infinity);
  useEffect(() => {
    const typed = () => {
      typedAt.current = Date.now();
    };
    window.addEventListener('input', typed);
    return () => window.removeEventListener('input', typed);
  }, []);
  // Drawn once: another wait each time the panel is drawn would begin it anew each time.
  const [chance] = useState(() => Math.random());
  return (known) => {
    const isWriting = mayRecord(facts) || Date.now() - typedAt.current < AT_IT;
    const wait = askingPace({
      isVisible: true,
      units: what === 'rollCall' && mayReadClosed({ file }) ? 2 * LIST : LIST,
      mayWrite: isWriting,
      isWriting,
      othersWriting: known,
      people: peopleAt(event, facts.profile.members.length),
      isRunning: true,
      quietFor: 0,
      failures: 0,
      putOff: null,
    });
    return spreadPace(Math.max(wait ?? 0, what === 'rollCall' ? ROLL_CALL : 0), chance);
  };
}
