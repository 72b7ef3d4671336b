import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HowItStands, ToldOf } from '../../commands/commands.ts';
import type { Signed } from '../../meeting/approval.ts';
import type { CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { missingOutcomes } from '../../meeting/minutes.ts';
import { mayCorrect, mayRemark, maySendToReview } from '../../meeting/permissions.ts';
import { longDay, shortMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { Action } from '../kit/useAction.ts';
import { CopyText } from '../kit/states/CopyText.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { useFacts } from '../queries/useFacts.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { ObjectionForm } from './ObjectionForm.tsx';
import { RemarkForm } from './RemarkForm.tsx';
import { Remarks } from './Remarks.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { ReviewNotice } from './ReviewNotice.tsx';
import { ToldAlone } from './ToldAlone.tsx';
import { useAct, useApproval } from './useApproval.ts';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ApprovalSectionProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
}

/** How the minutes stand on their way from draft to approved, what was said of them, and what this person can do about it. */
export default function ApprovalSection({ file, event }: ApprovalSectionProps) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const headingId = useId();
  const query = useApproval(file);
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t('title')}
      </h2>
      <Queried query={query}>
        {(stands) => (
          <>
            <State stands={stands} />
            <Remarks file={file} remarks={stands.remarks} />
            <Acts file={file} event={event} stands={stands} />
          </>
        )}
      </Queried>
    </section>
  );
}

function State({ stands: { approval, profile, changed, changedBy } }: { stands: HowItStands }) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const language = useLanguage();
  const { state, sent, approvedAt, deadline, approvedBy, objections, waiting } = approval;
  const when = (instant: string | null): string => (instant === null ? '' : shortMoment(instant, language));
  return (
    <>
      <p className={styles.words} role="status">
        {state === 'approved'
          ? t('state.approved', { when: when(approvedAt) })
          : state === 'review'
            ? t('state.review', { when: when(sent?.at ?? null), by: sent?.person.name ?? '' })
            : t('state.draft')}
      </p>
      {state !== 'approved' && <p className={styles.quiet}>{t(`rule.${profile.rules.approval}`)}</p>}
      {state === 'review' && deadline !== null && <p className={styles.words}>{t('deadline', { when: longDay(deadline.slice(0, 10), language) })}</p>}
      {changed === true && (
        <p className={styles.words} role="alert">
          {t(state === 'approved' ? 'changedApproved' : 'changedReview')}
        </p>
      )}
      {changedBy.length > 0 && (
        <p className={styles.words} role="alert">
          {t('changedBy', { names: changedBy.join(', ') })}
        </p>
      )}
      <Names label={t('approvedBy')} signed={approvedBy} />
      <Names label={t('objections')} signed={objections} />
      {state === 'review' && waiting.length > 0 && <p className={styles.words}>{`${t('waiting')}: ${waiting.map(({ name }) => name).join(', ')}`}</p>}
    </>
  );
}

function Names({ label, signed }: { label: string; signed: readonly Signed[] }) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const language = useLanguage();
  if (signed.length === 0) return null;
  const names = signed.map(({ person: { name }, at }) => t('signed', { name, when: shortMoment(at, language) }));
  return <p className={styles.words}>{`${label}: ${names.join('; ')}`}</p>;
}

type Open = 'review' | 'remark' | 'object' | 'correct' | null;

function Acts({ file, event, stands }: ApprovalSectionProps & { stands: HowItStands }) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const commands = useCommands();
  const facts = useFacts(file, event);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { approval, draft, changed, isAsked, profile, notice, alone } = stands;
  const approve = useAct(file, (of: string) => commands.approval.approve(file, of), 'approve');
  const takeBack = useAct(file, () => commands.approval.takeBack(file), 'other');
  const review = useAct(
    file,
    async (people: readonly Person[], deadline: string | null, told: ToldOf) => {
      await commands.approval.sendToReview(file, people, deadline, told);
      close();
    },
    'review',
  );
  const isDraft = approval.state === 'draft';
  const isReview = approval.state === 'review';
  // Where nothing is approved, the next step is to publish.
  const asksApproval = isDraft && profile.rules.approval !== 'none';
  const sends = maySendToReview(facts);
  const missing = sends && approval.state !== 'approved' ? missingOutcomes(file.agenda, file.treatments).length : 0;
  const noted = profile.rules.approval === 'nextMeeting' && sends;
  return (
    <>
      {missing > 0 && <p className={styles.quiet}>{t('missing', { count: missing })}</p>}
      <Failures actions={[approve, takeBack, review]} />
      {open === null && (
        <div className={styles.actions}>
          {isReview && isAsked && draft !== null && changed === false && (
            <Button appearance="primary" disabledFocusable={approve.busy} onClick={() => void approve.run(draft)}>
              {t(noted ? 'approveNext' : 'approve')}
            </Button>
          )}
          {isReview && isAsked && draft !== null && <Button onClick={() => setOpen('object')}>{t('object')}</Button>}
          {sends && approval.state !== 'approved' && (
            <Button appearance={asksApproval ? 'primary' : 'secondary'} disabledFocusable={missing > 0} onClick={() => setOpen('review')}>
              {t(isDraft ? 'send' : 'sendAgain')}
            </Button>
          )}
          {sends && isReview && (
            <Button appearance="subtle" disabledFocusable={takeBack.busy} onClick={() => void takeBack.run()}>
              {t('takeBack')}
            </Button>
          )}
          {mayRemark(facts) && approval.state !== 'approved' && <Button onClick={() => setOpen('remark')}>{t('remarkAdd')}</Button>}
          {mayCorrect(facts) && approval.state === 'approved' && <Button onClick={() => setOpen('correct')}>{t('correct')}</Button>}
        </div>
      )}
      {open === 'review' && (
        <ReviewForm file={file} event={event} profile={profile} busy={review.busy} onSend={(...to) => void review.run(...to)} onCancel={close} />
      )}
      {open === 'remark' && <RemarkForm file={file} onDone={close} />}
      {open === 'object' && draft !== null && <ObjectionForm file={file} draft={approval.draft ?? draft} onDone={close} />}
      {open === 'correct' && <CorrectionForm file={file} onDone={close} />}
      {notice !== null && <ReviewNotice file={file} approval={approval} notice={notice} sends={sends} />}
      {sends && <ToldAlone alone={alone} />}
      {sends && isReview && <CopyText label={t('link')} text={commands.session.linkTo(file.pointer, 'referat')} />}
    </>
  );
}

function Failures({ actions }: { actions: readonly Pick<Action<never>, 'error' | 'retry'>[] }): ReactNode {
  const failed = actions.find(({ error }) => error !== null);
  return failed ? <FailureState error={failed.error} size="inline" onRetry={failed.retry} /> : null;
}
