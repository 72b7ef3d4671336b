import { Button, Checkbox, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake, InvitationPreview, NoticeSubject, Step, Via } from '../../commands/commands.ts';
import { isClosed, type Agenda } from '../../meeting/agenda.ts';
import { agendaDisclosures } from '../../meeting/disclosure.ts';
import type { ItemId } from '../../meeting/ids.ts';
import Disclosures from '../disclosures/Disclosures.tsx';
import { isFailure } from '../../meeting/errors.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Loading } from '../kit/states/Loading.tsx';
import { NoticeChoice } from '../notice/NoticeChoice.tsx';
import { useNoticeWish } from '../notice/useNoticeWish.ts';
import { BoardChoice } from './BoardChoice.tsx';
import { InvitationSheet } from './InvitationSheet.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { useAttaching, type Sending } from './useAttaching.ts';

const PrepareScreen = lazyPart(() => import('../prepare/PrepareScreen.tsx'));

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '48rem', minWidth: 0 },
  words: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  bar: {
    position: 'sticky',
    bottom: 0,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
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

/** Which board, exactly how it will look, and the one button that says whom it reaches. */
export function InviteStage({ event, file, intake, register, onBack, onOutdated, onAttached }: InviteStageProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const [board, setBoard] = useState<Board | null>(file?.board ?? null);
  const attaching = useAttaching({ event, file, intake, register, onOutdated, onAttached });
  if (attaching.busy) return <Progress step={attaching.step} />;
  if (attaching.kept) {
    return (
      <div className={styles.stage}>
        <p className={styles.words} role="status">
          {t('invite.kept')}
        </p>
      </div>
    );
  }
  const failure = attaching.failure && (
    <FailureState error={attaching.failure.error} size="inline" onRetry={attaching.failure.again}>
      {board && isTooLargeForForm(attaching.failure.error) && <WaysPastForm event={event} onAttach={(via) => attaching.attach(board, via)} />}
    </FailureState>
  );
  if (attaching.half) {
    const { file: attached, names } = attaching.half;
    return (
      <div className={styles.stage}>
        <p className={styles.words} role="alert">
          {t('invite.apologyFailed', { names: names.join(', ') })}
        </p>
        {failure}
        <div className={styles.actions}>
          <Button onClick={() => onAttached(attached)}>{t('invite.goOn')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.stage}>
      {file === null && <BoardChoice event={event} agenda={intake.agenda} board={board} onBoard={setBoard} />}
      {failure}
      {board && intake.routes?.some(({ next }) => sameSite(next.siteId, board.siteId)) && (
        <p className={styles.words} role="note">
          {t('invite.ownBody', { name: board.name })}
        </p>
      )}
      <Invitation file={file} event={event} agenda={intake.agenda} board={board} onBoard={setBoard} onBack={onBack} onAttach={attaching.attach} />
    </div>
  );
}

const isTooLargeForForm = (error: unknown): boolean => isFailure(error, 'TooLarge') && error.detail.what?.startsWith('body.') === true;

/** What can be done where Outlook's form does not take the invitation: send it past the form, or put in the link only. */
function WaysPastForm({ event, onAttach }: { event: CalendarEvent; onAttach: (via: Via) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const ways: readonly Exclude<Via, 'form'>[] = event.agendaInInvitation ? ['graph'] : ['graph', 'link'];
  return ways.map((via) => (
    <div key={via} className={styles.progress}>
      <Button onClick={() => onAttach(via)}>{t(`invite.tooLarge.${via}`)}</Button>
      <p className={styles.note}>{t(`invite.tooLarge.${via}Note`)}</p>
    </div>
  ));
}

interface InvitationProps {
  readonly file: MeetingFile | null;
  readonly event: CalendarEvent;
  readonly agenda: Agenda;
  readonly board: Board | null;
  readonly onBoard: (board: Board) => void;
  readonly onBack: () => void;
  readonly onAttach: (board: Board, via: Via, sending: Sending) => void;
}

/** The invitation as it will be and the button that sends it, as soon as the board has room for all of it. */
function Invitation({ file, event, agenda, board, onBoard, onBack, onAttach }: InvitationProps) {
  const styles = useStyles();
  const { t } = useTranslation(['intake', 'sendout']);
  const [asSupplement, setAsSupplement] = useState(false);
  const added =
    file === null || file.status.agenda === 'draft'
      ? []
      : agenda.items.filter(({ id }) => !file.agenda.items.some((item) => item.id === id)).map(({ id }) => id);
  const coming = asSupplement ? added : [];
  const closed = agenda.items.filter((item) => item.kind === 'item' && isClosed(agenda.items, item)).length;
  const needsClosedRoom = board !== null && closed > 0 && board.closedSiteId === null;
  const back = (
    <Button appearance="subtle" onClick={onBack}>
      {t('intake:invite.back')}
    </Button>
  );
  if (board === null || needsClosedRoom) {
    return (
      <>
        {board && (
          <>
            <p className={styles.words} role="note">
              {t('intake:invite.noClosedRoom', { name: board.name })}
            </p>
            <Suspense fallback={<Loading />}>
              <PrepareScreen teamId={board.teamId} name={board.name} onReady={onBoard} />
            </Suspense>
          </>
        )}
        <div className={styles.actions}>{back}</div>
      </>
    );
  }
  return (
    <>
      {closed > 0 && <p className={styles.note}>{t('intake:invite.closed', { count: closed })}</p>}
      <Disclosures
        meeting={{ siteId: board.siteId, key: event.pointer?.key ?? event.key }}
        found={agendaDisclosures(agenda)}
        placeOf={(id) => placeIn(agenda, id)}
      />
      {added.length > 0 && (
        <Checkbox
          label={t('sendout:supplement.choose', { count: added.length })}
          checked={asSupplement}
          onChange={(_, { checked }) => setAsSupplement(checked === true)}
        />
      )}
      <InvitationSheet event={event} agenda={agenda} board={board} supplement={[...(file?.status.supplement ?? []), ...coming]}>
        {(preview) => (
          <SendBar
            preview={preview}
            subject={{ event, agenda, board, supplement: [...(file?.status.supplement ?? []), ...coming], file }}
            coming={coming}
            back={back}
            onAttach={(via, sending) => onAttach(board, via, sending)}
          />
        )}
      </InvitationSheet>
    </>
  );
}

interface SendBarProps {
  readonly preview: InvitationPreview;
  readonly subject: NoticeSubject;
  /** Items that come in a supplementary agenda now. */
  readonly coming: readonly ItemId[];
  readonly back: ReactNode;
  readonly onAttach: (via: Via, sending: Sending) => void;
}

/** Whether the channel is told as well, and the one button that says whom it reaches. */
function SendBar({ preview, subject, coming, back, onAttach }: SendBarProps) {
  const styles = useStyles();
  const { t } = useTranslation(['intake', 'sendout']);
  const wish = useNoticeWish(subject, !preview.sentByForm);
  const notice = wish.wanted ? wish.preview.data?.shown : undefined;
  const send = () =>
    onAttach(preview.sentByForm ? 'form' : 'graph', {
      language: preview.language,
      ...(coming.length > 0 && { supplement: coming }),
      ...(notice && { notice }),
    });
  return (
    <>
      {!preview.sentByForm && <NoticeChoice subject={subject} wish={wish} />}
      <div className={mergeClasses(styles.actions, styles.bar)}>
        <Button appearance="primary" disabledFocusable={wish.unseen} onClick={send}>
          {attachWords(preview, t)}
        </Button>
        {back}
        {preview.sentByForm && <p className={styles.note}>{t('intake:invite.thenSend', { count: preview.recipients })}</p>}
      </div>
    </>
  );
}

/** Number and title of an item as everybody sees them. */
function placeIn({ items }: Agenda, itemId: ItemId): string | null {
  const item = items.find(({ id }) => id === itemId);
  return item ? [item.number, isClosed(items, item) ? item.neutralTitle : item.title].filter(Boolean).join(' ') : null;
}

function attachWords(preview: InvitationPreview, t: ReturnType<typeof useTranslation<['intake', 'sendout']>>['t']): string {
  return preview.sentByForm || preview.recipients === 0 ? t('intake:invite.attachForm') : t('intake:invite.attach', { count: preview.recipients });
}

const STEPS = ['meeting', 'items', 'pointer', 'invitation', 'done'] as const;

function Progress({ step }: { step: Step | null }) {
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
