import { useQuery } from '@tanstack/react-query';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useTickWithConsent, type TickWithConsent } from '../kit/useTickWithConsent.ts';

/**
 * Whether those who are not in the team are written to in a chat.
 * @param isWanted is there anybody to write to?
 */
export function useTellAlone(isWanted: boolean): TickWithConsent {
  const commands = useCommands();
  const { data } = useQuery({
    queryKey: ['mayWriteInChats'],
    queryFn: async () => {
      const verbs = await commands.attendance.staff();
      return { verbs, may: await verbs.mayTell() };
    },
    enabled: isWanted,
    retry: false,
  });
  const telling = useTickWithConsent(data && { may: data.may, ask: data.verbs.ask }, true);
  return { ...telling, isTicked: isWanted && telling.isTicked };
}
