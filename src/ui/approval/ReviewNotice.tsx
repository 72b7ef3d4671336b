import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../meeting/approval.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { ReviewNoticeState } from '../../meeting/reviewNotice.ts';
import { shortMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAct } from './useApproval.ts';

const useStyles = makeStyles({
  words: { margin: 0, overflowWrap: 'anywhere' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ReviewNoticeProps {
  readonly file: MeetingFile;
  readonly approval: Approval;
  readonly notice: ReviewNoticeState;
  /** Does this person send minutes to review? */
  readonly sends: boolean;
}

/** Have those who are asked been told? Whoever sends the draft may tell them later, or say whether a message that nobody is sure of is there. */
export function ReviewNotice({ file, approval, notice, sends }: ReviewNoticeProps) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const language = useLanguage();
  const commands = useCommands();
  const tell = useAct(file, () => commands.approval.tellReviewers(file, approval), 'notice');
  const looked = useAct(
    file,
    async (isThere: boolean) => {
      if (approval.review !== null) await commands.approval.noticeLookedFor(file, approval.review, notice.tries, isThere);
    },
    'other',
  );
  const { state, by } = notice;
  const failed = [tell, looked].find(({ error }) => error !== null);
  const busy = tell.busy || looked.busy || tell.kept || looked.kept;
  if (!sends && state !== 'sent') return null;
  return (
    <div className={styles.part}>
      <p className={styles.words}>
        {t(`notice.${state}`, {
          channel: file.board.channelName,
          when: by === null ? '' : shortMoment(by.at, language),
          by: by?.person.name ?? '',
        })}
      </p>
      {failed && <FailureState error={failed.error} size="inline" onRetry={failed.retry} />}
      {sends && state === 'uncertain' && (
        <div className={styles.actions}>
          <Button disabledFocusable={busy} onClick={() => void looked.run(true)}>
            {t('notice.isThere')}
          </Button>
          <Button disabledFocusable={busy} onClick={() => void looked.run(false)}>
            {t('notice.isNotThere')}
          </Button>
        </div>
      )}
      {sends && (state === 'none' || state === 'failed') && (
        <div className={styles.actions}>
          <Button disabledFocusable={busy} onClick={() => void tell.run()}>
            {t('notice.send', { channel: file.board.channelName })}
          </Button>
        </div>
      )}
    </div>
  );
}
