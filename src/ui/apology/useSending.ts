import { useTranslation } from 'react-i18next';
import type { StaffToTell } from '../../commands/commands.ts';
import type { Apology, ApologyScope, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { memberOf, plainProfile } from '../../meeting/profile.ts';
import { callsAsStandIn } from '../../meeting/substitutes.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction, type Action } from '../kit/useAction.ts';
import { useMe } from '../queries/useMe.ts';
import { useProfile } from '../queries/useProfile.ts';
import { useRefreshSubstitutes, useSubstitutes } from '../queries/useSubstitutes.ts';
import type { ApologyForm } from './apologyForm.ts';
import { TIME_TO_UNDO } from './timeToUndo.ts';

/** Is the organiser told? `later`: when the time to undo is over. `refused`: the calendar would not. */
type Told = 'told' | 'later' | 'nobody' | 'refused';

interface Sending {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  /** Does my calendar answer, by which the organiser is told? */
  readonly answers: boolean;
  readonly onClose: () => void;
  /** The apology as it was stored, and what is to be said of it; null where it waits in the outbox. */
  readonly onSent: (apology: Apology | null, words: string) => void;
  /** Lets go of what was typed. */
  readonly drop: () => void;
  /** Whom the person has told in Teams besides. */
  readonly staff: () => Promise<StaffToTell | null> | null;
}

/** Sends the apology of the sheet, and tells what came of it. */
export function useSending({ file, event, answers, onClose, onSent, drop, staff }: Sending): Action<[form: ApologyForm, scope: ApologyScope]> {
  const { t } = useTranslation('apologySheet');
  const commands = useCommands();
  const tell = useNotice();
  const refresh = useRefreshSubstitutes();
  const isCalled = useIsCalled(file, event);
  const sentence = useToldWords(event?.organizer?.name ?? null);
  const settle = (apology: Apology | null, told: Told) => {
    drop();
    onSent(apology, sentence(told));
  };
  return useAction(
    async (form: ApologyForm, scope: ApologyScope) => {
      const words = { scope, substitute: form.substitute.trim() || null, message: form.message.trim() };
      // Nobody goes without an apology because the words for the others cannot be had.
      const others = await Promise.resolve(staff()).catch(() => null);
      let told: Told = answers ? 'later' : 'nobody';
      const apology = await commands.apology.sendApology(
        { file, event, ...words, hold: TIME_TO_UNDO, staff: others, isCalled },
        ({ name, state }) => {
          if (name === 'declined' && state === 'failed') told = 'refused';
          if (name === 'told') told = state === 'done' ? 'told' : told === 'refused' ? told : 'nobody';
        },
      );
      if (!apology.asStandIn) {
        settle(apology, told);
        return;
      }
      // No apology of theirs stands that could be taken back: whoever called them sees that they cannot.
      drop();
      onClose();
      tell({ text: t('sentStandIn') });
      await refresh(file, event).catch(() => undefined);
    },
    { onKept: () => settle(null, 'later') },
  );
}

/** What is said when the apology is stored: who is told of it, and when. */
function useToldWords(organizer: string | null): (told: Told) => string {
  const { t } = useTranslation('apologySheet');
  return (told) => {
    switch (told) {
      case 'told':
        return organizer === null ? t('sentNoName') : t('sent', { name: organizer });
      case 'later':
        return organizer === null ? t('sentSoonNoName') : t('sentSoon', { name: organizer });
      case 'refused':
        return t('calendarRefused');
      case 'nobody':
        return t('sentNobody');
    }
  };
}

/** Am I called to stand in, as the screen below asks whoever has no vote? Until it is known, the order asks. */
function useIsCalled(file: MeetingFile, event: CalendarEvent | null): boolean {
  const me = useMe();
  const profile = useProfile(file.board);
  const votes = me === null || (memberOf(profile, me)?.votes ?? false);
  const isAsked = profile !== plainProfile && !votes && file.apologies.length > 0;
  const { data, isLoading } = useSubstitutes(file, event, isAsked);
  return isAsked && (isLoading || callsAsStandIn(data?.calls ?? [], me, profile).length > 0);
}
