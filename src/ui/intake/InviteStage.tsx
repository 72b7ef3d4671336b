import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake, InvitationPreview, Step } from '../../commands/commands.ts';
import { isClosed } from '../../meeting/agenda.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { Board, CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Loading } from '../kit/states/Loading.tsx';
import { BoardChoice } from './BoardChoice.tsx';
import { InvitationSheet } from './InvitationSheet.tsx';
import { paperApologies } from './invitedNames.ts';
import { lazyPart } from '../kit/lazyPart.ts';

const PrepareScreen = lazyPart(() => import('../prepare/PrepareScreen.tsx'));

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '48rem', minWidth: 0 },
  words: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  progress: { display: 'grid', gap: tokens.spacingVerticalS },
});

interface InviteStageProps {
  readonly event: CalendarEvent;
  readonly file: MeetingFile | null;
  readonly intake: Intake;
  readonly register: readonly string[];
  readonly onBack: () => void;
  /** Others have changed the agenda meanwhile; the newest is at hand. */
  readonly onOutdated: () => void;
  readonly onAttached: (file: MeetingFile) => void;
}

/** Through Outlook's open form, or sent at once: what the preview told. */
type Via = 'form' | 'graph';

interface Failed {
  readonly kind: 'failed';
  readonly error: unknown;
  readonly board: Board;
  readonly via: Via;
}

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'attaching'; readonly step: Step | null }
  | Failed
  /** The agenda is in the invitation, but some of the ticked apologies are not recorded. */
  | { readonly kind: 'half'; readonly file: MeetingFile; readonly names: readonly string[]; readonly error: unknown };

/** Which board, exactly how it will look, and the one button that says whom it reaches. */
export function InviteStage({ event, file, intake, register, onBack, onOutdated, onAttached }: InviteStageProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const commands = useCommands();
  const announce = useAnnounce();
  const replace = useReplaceFile();
  const [board, setBoard] = useState<Board | null>(file?.board ?? null);
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const { agenda } = intake;
  const closed = agenda.items.filter((item) => item.kind === 'item' && isClosed(agenda.items, item)).length;

  /** Records the ticked apologies that are still missing; tells which could not be. */
  const confirm = async (attached: MeetingFile, names: readonly string[]) => {
    const left: string[] = [];
    let error: unknown = null;
    for (const { name, invitee } of paperApologies(intake, event)) {
      if (!names.includes(name) || !invitee || hasApology(attached, invitee)) continue;
      try {
        await commands.attendance.confirmApology(attached, { id: invitee.id, name: invitee.name, email: invitee.email });
      } catch (failure) {
        left.push(name);
        error = failure;
      }
    }
    if (left.length === 0) onAttached(attached);
    else setWork({ kind: 'half', file: attached, names: left, error });
  };

  const attach = async (to: Board, via: Via) => {
    setWork({ kind: 'attaching', step: null });
    announce(t('invite.working'));
    try {
      const treatments = intake.treatments.length > 0 ? { treatments: intake.treatments } : {};
      const base = file?.agenda.items ?? [];
      const order = { event, board: to, agenda, base, via, ...treatments };
      const attached = await commands.agenda.attachAgenda(order, (step) => setWork({ kind: 'attaching', step }));
      announce(t('invite.attached'));
      await confirm(attached, register);
    } catch (error) {
      setWork({ kind: 'failed', error, board: to, via });
    }
  };

  const again = async ({ error, board: to, via }: Failed) => {
    if (!file || !isFailure(error, 'Conflict')) return attach(to, via);
    try {
      replace(await commands.find.openMeeting(file.pointer));
      onOutdated();
    } catch (failure) {
      setWork({ kind: 'failed', error: failure, board: to, via });
    }
  };

  if (work.kind === 'attaching') return <Attaching step={work.step} />;
  if (work.kind === 'half') {
    return (
      <div className={styles.stage}>
        <p className={styles.words} role="alert">
          {t('invite.apologyFailed', { names: work.names.join(', ') })}
        </p>
        <FailureState error={work.error} size="inline" onRetry={() => void confirm(work.file, work.names)} />
        <div className={styles.actions}>
          <Button onClick={() => onAttached(work.file)}>{t('invite.goOn')}</Button>
        </div>
      </div>
    );
  }

  const needsClosedRoom = board !== null && closed > 0 && board.closedSiteId === null;
  return (
    <div className={styles.stage}>
      {file === null && <BoardChoice event={event} agenda={agenda} board={board} onBoard={setBoard} />}
      {work.kind === 'failed' && <FailureState error={work.error} size="inline" onRetry={() => void again(work)} />}
      {board && needsClosedRoom && (
        <>
          <p className={styles.words} role="note">
            {t('invite.noClosedRoom', { name: board.name })}
          </p>
          <Suspense fallback={<Loading />}>
            <PrepareScreen teamId={board.teamId} name={board.name} onReady={setBoard} />
          </Suspense>
        </>
      )}
      {board && !needsClosedRoom && closed > 0 && <p className={styles.note}>{t('invite.closed', { count: closed })}</p>}
      {board && !needsClosedRoom ? (
        <InvitationSheet event={event} agenda={agenda} board={board}>
          {(preview) => (
            <div className={styles.actions}>
              <Button appearance="primary" onClick={() => void attach(board, preview.sentByForm ? 'form' : 'graph')}>
                {attachWords(preview, t)}
              </Button>
              <Button appearance="subtle" onClick={onBack}>
                {t('invite.back')}
              </Button>
              {preview.sentByForm && <p className={styles.note}>{t('invite.thenSend', { count: preview.recipients })}</p>}
            </div>
          )}
        </InvitationSheet>
      ) : (
        <div className={styles.actions}>
          <Button appearance="subtle" onClick={onBack}>
            {t('invite.back')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** An apology that is recorded already is left as it is, with its substitute and its scope. */
function hasApology(file: MeetingFile, { id, email }: Person): boolean {
  return file.apologies.some(
    ({ person, withdrawnAt }) => withdrawnAt === null && ((id !== null && person.id === id) || (email !== null && person.email === email)),
  );
}

function attachWords(preview: InvitationPreview, t: ReturnType<typeof useTranslation<'intake'>>['t']): string {
  return preview.sentByForm || preview.recipients === 0 ? t('invite.attachForm') : t('invite.attach', { count: preview.recipients });
}

const STEPS = ['meeting', 'items', 'pointer', 'invitation', 'done'] as const;

function Attaching({ step }: { step: Step | null }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const stepName = STEPS.find((name) => name === step?.name);
  const value = step && step.of > 0 ? { value: step.done / step.of } : {};
  return (
    <div className={styles.progress}>
      <p className={styles.words}>{t('invite.working')}</p>
      <ProgressBar aria-label={t('invite.working')} {...value} />
      <p className={styles.note} role="status">
        {stepName ? t(`invite.step.${stepName}`) : ''}
      </p>
    </div>
  );
}
