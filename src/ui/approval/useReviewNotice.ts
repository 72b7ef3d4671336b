import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReviewNoticeShown } from '../../commands/commands.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

/** The messages to those who are asked, as they will be sent; asked for while somebody is to be told. */
export function useReviewNotice(
  file: MeetingFile,
  people: readonly Person[],
  deadline: string | null,
  isWanted: boolean,
): UseQueryResult<ReviewNoticeShown> {
  const commands = useCommands();
  return useQuery({
    queryKey: ['reviewNotice', file.pointer, people, deadline],
    queryFn: () => commands.approval.reviewNoticeFor(file, people, deadline),
    placeholderData: keepPreviousData,
    enabled: isWanted && people.length > 0,
    retry: false,
  });
}
