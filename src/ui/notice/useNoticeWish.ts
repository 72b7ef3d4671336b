import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoticePreview, NoticeSubject } from '../../commands/commands.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from '../queries/keys.ts';

/** Whether the channel is to be told of an agenda that is about to be sent, and of what exactly. */
export interface NoticeWish {
  readonly wanted: boolean;
  readonly want: (wanted: boolean) => void;
  readonly preview: ShownQuery<NoticePreview>;
  /** Is it wanted, and not seen yet? Nothing is sent before it is. */
  readonly unseen: boolean;
}

/**
 * As it was last time for this body on this device, until the person says otherwise.
 * @param possible false where nothing can be told from here, because the person sends the invitation in Outlook's form
 */
export function useNoticeWish(subject: NoticeSubject, possible: boolean): NoticeWish {
  const { agenda } = useCommands();
  const { siteId } = subject.board;
  const [said, setSaid] = useState<boolean | null>(null);
  const last = useQuery({
    queryKey: ['noticeWanted', siteId],
    queryFn: async () => (await agenda.notice()).wantedLast(siteId),
    enabled: possible,
    networkMode: 'always',
    staleTime: Infinity,
  });
  const wanted = possible && (said ?? last.data ?? false);
  const { event, agenda: told, supplement, file } = subject;
  const preview = useQuery({
    queryKey: [
      ...(file ? keys.notice(file.pointer) : ['agendaNotice', event.key, siteId]),
      'preview',
      told,
      supplement,
      event.start,
      event.end,
      event.location,
    ],
    queryFn: async () => (await agenda.notice()).previewNotice(subject),
    enabled: wanted,
    staleTime: 0,
    retry: false,
  });
  return {
    wanted,
    want: (now) => {
      setSaid(now);
      void agenda
        .notice()
        .then((notice) => notice.keepWanted(siteId, now))
        .catch(() => undefined);
    },
    preview: { ...preview, data: preview.isPlaceholderData ? undefined : preview.data },
    unseen: wanted && preview.data === undefined,
  };
}
