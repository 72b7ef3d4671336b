import { useEffect, useRef } from 'react';
import type { WritingHere } from '../../commands/commands.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { WRITING_FOR } from '../../meeting/writers.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useLastAct } from './useLastAct.ts';
import { useLatest } from './useLatest.ts';

/** Whoever has done nothing for so long has left their form open. */
const AT_IT = 5 * 60_000;

/** Tells the others where I am writing, for as long as I am at it and the page can be seen. What cannot be told is no reason not to write. */
export function useWritingSign(file: MeetingFile, editing: ItemId | null): void {
  const commands = useCommands();
  const lastAct = useLastAct(() => undefined);
  const latest = useLatest(file);
  const said = useRef<Promise<WritingHere> | null>(null);
  const items = file.agenda.items;
  useEffect(() => {
    if (editing === null) return;
    let isOver = false;
    const begin = () => {
      said.current ??= commands.live().then((live) => live.tellWriting(latest.current));
      said.current.catch(() => (said.current = null));
      return said.current;
    };
    const say = async (): Promise<void> => {
      const sign = await begin();
      if (!isOver) await sign.say(latest.current, editing);
    };
    const quietly = (telling: Promise<void>) => void telling.catch(() => undefined);
    const sayAgain = () => {
      if (document.visibilityState === 'visible' && Date.now() - lastAct.current < AT_IT) quietly(say());
    };
    quietly(say());
    const timer = setInterval(sayAgain, WRITING_FOR / 2);
    return () => {
      isOver = true;
      clearInterval(timer);
      const before = said.current;
      if (before !== null) quietly(before.then((sign) => sign.stop()));
    };
  }, [commands, editing, lastAct, latest]);
  // An item that is closed while I write in it is nobody's to be told of any more.
  useEffect(() => {
    const before = said.current;
    if (editing !== null && before !== null) void before.then((sign) => sign.stopIfClosed(latest.current, editing)).catch(() => undefined);
  }, [items, editing, latest]);
}
