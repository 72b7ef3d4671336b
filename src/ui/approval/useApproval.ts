import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HowItStands } from '../../commands/commands.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { useAction, type Action } from '../kit/useAction.ts';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from '../queries/keys.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';

/** How the approval of the minutes stands; asked for by the screens that show it alone. */
export function useApproval(file: MeetingFile): ShownQuery<HowItStands> {
  const commands = useCommands();
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.approval(file.pointer), file.treatments, file.agenda],
    queryFn: () => commands.approval.howItStands(file),
    retry: false,
  });
  return { data, error, refetch };
}

/** One thing somebody does about the approval: afterwards everything is shown as it stands then. */
export function useAct<Args extends readonly unknown[]>(
  file: MeetingFile,
  perform: (...args: Args) => Promise<void>,
  told: 'review' | 'approve' | 'object' | 'notice' | 'other',
): Action<Args> {
  const { t } = useTranslation('approval');
  const client = useQueryClient();
  const announce = useAnnounce();
  const refresh = useRefreshFile();
  const anew = async () => {
    await client.invalidateQueries({ queryKey: keys.approval(file.pointer) });
    void refresh(file.pointer);
  };
  return useAction(
    async (...args: Args) => {
      await perform(...args);
      announce(t(`done.${told}`));
      void anew();
    },
    { onKept: () => announce(t('kept')), onSent: () => void anew() },
  );
}
