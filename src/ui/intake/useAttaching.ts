import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake, NoticeShown, Step, Via } from '../../commands/commands.ts';
import { standingOf } from '../../meeting/apologies.ts';
import { Failure, isFailure, isPassing } from '../../meeting/errors.ts';
import type { ApologyScope, Board, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { scopeWritten } from '../../meeting/readApologies.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { sameSite } from '../../meeting/sameSite.ts';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useKeepRefusal } from '../kit/Refusals.tsx';
import { useAction, type Action } from '../kit/useAction.ts';
import { paperApologies } from './invitedNames.ts';

interface AttachingInput {
  readonly event: CalendarEvent;
  readonly file: MeetingFile | null;
  readonly intake: Intake;
  /** Whose apologies in the paper are to be recorded. */
  readonly register: readonly string[];
  readonly onOutdated: () => void;
  readonly onAttached: (file: MeetingFile) => void;
}

/** How it is sent, as the preview showed it. */
export interface Sending {
  readonly language: BoardLanguage;
  readonly supplement?: readonly ItemId[];
  /** What the channel is told when it has left. */
  readonly notice?: NoticeShown;
}

export interface Attaching {
  readonly busy: boolean;
  /** How far it has come; null before the first step. */
  readonly step: Step | null;
  /** It waits on this device and is put into the invitation by itself. */
  readonly kept: boolean;
  readonly failure: { readonly error: unknown; readonly again: () => void } | null;
  /** The agenda is in the invitation, but these apologies could not be recorded. */
  readonly half: { readonly file: MeetingFile; readonly names: readonly string[] } | null;
  readonly attach: (board: Board, via: Via, sending?: Sending) => void;
}

/** The agenda is out, but where items go on to is not stored: what was in the way stands there until it is read. */
function useRoutesNotKept(): (count: number, failure: unknown) => void {
  const { t } = useTranslation('intake');
  const tell = useNotice();
  const keepRefusal = useKeepRefusal();
  return (count, failure) => {
    tell({ text: t('invite.routesNotKept', { count }) });
    keepRefusal(failure);
  };
}

interface Recording extends Pick<AttachingInput, 'event' | 'intake' | 'onAttached'> {
  readonly onHalf: (half: NonNullable<Attaching['half']>) => void;
}

/** Records the apologies that are still missing; one that is refused keeps none of the others back. */
function useRecording({ event, intake, onAttached, onHalf }: Recording): Action<[attached: MeetingFile, names: readonly string[]]> {
  const commands = useCommands();
  /** For how much of the meeting the paper says it is. Throws Failure Unreadable for an item that is not on the agenda, and what keeps it from being read. */
  const scopeOf = async (note: string | null, { agenda }: MeetingFile): Promise<ApologyScope> => {
    const scope = scopeWritten(note === null ? null : await commands.attendance.partSaid(note), agenda.items);
    if (scope === null) throw new Failure('Unreadable', 'The item that the apology names is not on the agenda');
    return scope;
  };

  return useAction(async (attached: MeetingFile, names: readonly string[]) => {
    const refused: string[] = [];
    let why: unknown = null;
    for (const { name, note, substitute, invitee } of paperApologies(intake, event)) {
      // One that is recorded already is left as it is, with its substitute and its scope.
      if (!names.includes(name) || !invitee || standingOf(attached.apologies, invitee)) continue;
      const scope = await scopeOf(note, attached).catch((error: unknown) => {
        refused.push(name);
        why = error;
      });
      if (!scope) continue;
      try {
        await commands.attendance.confirmApology(attached, invitee, { way: 'paper', scope, substitute });
      } catch (error) {
        // What passes is in the outbox, as good as recorded.
        if (isPassing(error)) continue;
        refused.push(name);
        why = error;
      }
    }
    if (refused.length === 0) return onAttached(attached);
    onHalf({ file: attached, names: refused });
    throw why;
  });
}

/** Puts the agenda into the invitation, then records the ticked apologies. What passes waits in the outbox and goes on from there. */
export function useAttaching({ event, file, intake, register, onOutdated, onAttached }: AttachingInput): Attaching {
  const { t } = useTranslation('intake');
  const tellNotKept = useRoutesNotKept();
  const commands = useCommands();
  const announce = useAnnounce();
  const replace = useReplaceFile();
  const [step, setStep] = useState<Step | null>(null);
  const [half, setHalf] = useState<Attaching['half']>(null);

  const recording = useRecording({ event, intake, onAttached, onHalf: setHalf });

  /** What was kept has gone into the invitation: the meeting as it is now. */
  const afterwards = useAction(async () => {
    const pointer = file?.pointer ?? (await commands.find.findEvent(event.id)).pointer;
    if (!pointer) throw new Failure('NotFound', 'The event leads to no agenda although it was attached');
    await recording.run(await commands.find.openMeeting(pointer), register);
  });
  const attaching = useAction(
    async (board: Board, via: Via, sending: Sending | undefined) => {
      setStep(null);
      announce(t('invite.working'));
      const routes = (intake.routes ?? []).filter(({ next }) => !sameSite(next.siteId, board.siteId));
      const treatments = intake.treatments.length > 0 ? { treatments: intake.treatments } : {};
      const order = {
        event,
        board,
        agenda: intake.agenda,
        base: file?.agenda.items ?? [],
        seen: file,
        via,
        ...treatments,
        routes,
        ...sending,
      };
      const attached = await commands.agenda.attachAgenda(order, setStep, (failure) => tellNotKept(routes.length, failure));
      announce(t('invite.attached'));
      await recording.run(attached, register);
    },
    { onKept: () => announce(t('invite.kept')), onSent: () => void afterwards.run() },
  );
  /** Others have changed the agenda meanwhile: the newest is shown before anything is sent. */
  const newest = useAction(async (outdated: MeetingFile) => {
    replace(await commands.find.openMeeting(outdated.pointer));
    onOutdated();
  });

  const again = () => {
    if (!file || !isFailure(attaching.error, 'Conflict')) return attaching.retry();
    attaching.dismiss();
    void newest.run(file);
  };
  const failures = [
    { error: newest.error, again: newest.retry },
    { error: afterwards.error, again: afterwards.retry },
    { error: recording.error, again: () => half && void recording.run(half.file, half.names) },
    { error: attaching.error, again },
  ];
  return {
    busy: attaching.busy || afterwards.busy,
    step,
    kept: attaching.kept,
    failure: failures.find(({ error }) => error !== null) ?? null,
    half,
    attach: (board, via, sending) => void attaching.run(board, via, sending),
  };
}
