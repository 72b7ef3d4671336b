import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommands } from '../kit/CommandsContext.tsx';

/** Whether those who are not in the team are written to in a chat. */
export interface TellAlone {
  readonly isTicked: boolean;
  /** `refused`: the person said no to letting Dagsorden write for them. */
  readonly consent: 'given' | 'needed' | 'refused';
  readonly tick: (isTicked: boolean) => void;
}

/**
 * Nobody is written to without a tick beside the words. It stands by itself where the person has let Dagsorden write in their chats before; else they are asked
 * for that when they set it, and not before.
 * @param isWanted is there anybody to write to?
 */
export function useTellAlone(isWanted: boolean): TellAlone {
  const commands = useCommands();
  const [ticked, setTicked] = useState<boolean | null>(null);
  const [answer, setAnswer] = useState<'given' | 'refused' | null>(null);
  const { data } = useQuery({
    queryKey: ['mayWriteInChats'],
    queryFn: async () => {
      const verbs = await commands.attendance.staff();
      return { verbs, may: await verbs.mayTell() };
    },
    enabled: isWanted,
    retry: false,
  });
  const consent = answer ?? (data?.may ? 'given' : 'needed');
  const tick = (wanted: boolean) => {
    setTicked(wanted);
    if (wanted && consent !== 'given' && data) void data.verbs.ask().then((may) => setAnswer(may ? 'given' : 'refused'));
  };
  return { isTicked: isWanted && (ticked ?? true) && consent === 'given', consent, tick };
}
