import { useQuery } from '@tanstack/react-query';
import type { Agenda } from '../../meeting/agenda.ts';
import type { SiteId } from '../../meeting/ids.ts';
import { likelyBoard } from '../../meeting/likelyBoard.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { BodyProfile } from '../../meeting/profile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useDraft } from '../kit/useDraft.ts';
import { keys } from '../queries/keys.ts';
import { useProfile } from '../queries/useProfile.ts';

/** The body that will meet, as far as it is known. */
interface Body {
  readonly profile: BodyProfile;
  readonly own: SiteId | null;
}

/**
 * The profile of the body that will meet, as it is known while the agenda is made: of the agenda there is, else of the board that the invitation offers
 * first. The plain one where there is none, or it cannot be read: nothing waits for it.
 */
export function useBody(event: CalendarEvent, file: MeetingFile | null, agenda: Pick<Agenda, 'title'>): Body {
  const commands = useCommands();
  const last = useDraft('intake:lastBoard');
  const ahead = file === null;
  const boards = useQuery({ queryKey: keys.boards, queryFn: () => commands.board.listBoards(), enabled: ahead, retry: false });
  const teamId = ahead && last.ready ? likelyBoard(boards.data ?? [], [event.subject, agenda.title], last.text) : null;
  const state = useQuery({
    queryKey: keys.boardState(teamId ?? ''),
    queryFn: () => commands.board.boardState(teamId ?? ''),
    enabled: teamId !== null,
    retry: false,
  });
  const found = state.data?.kind === 'ready' ? state.data.board : (state.data?.earlier ?? null);
  const board = file?.board ?? found;
  return { profile: useProfile(board), own: board?.siteId ?? null };
}
