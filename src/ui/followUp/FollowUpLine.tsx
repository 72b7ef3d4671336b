import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../meeting/followUp.ts';
import { mayPutInToDo, maySettleFollowUp } from '../../meeting/permissions.ts';
import type { FollowUpState } from '../../meeting/words.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { printRoute } from '../kit/route.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { useMe } from '../queries/useMe.ts';
import { useProfile } from '../queries/useProfile.ts';
import type { ShownFollowUp } from './useFollowUps.ts';

const useStyles = makeStyles({
  line: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere', justifyItems: 'start' },
  what: { ...typographyStyles.body1Strong, margin: 0 },
  facts: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  late: { ...typographyStyles.caption1, margin: 0, color: tokens.colorStatusDangerForeground1 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

interface FollowUpLineProps {
  readonly shown: ShownFollowUp;
  /** ISO day. */
  readonly today: string;
  /** All that are shown are the reader's own: nobody has to be told whose. */
  readonly isMine: boolean;
  /** Is the body named, because there are several? */
  readonly namesBody: boolean;
  readonly busy: boolean;
  readonly onSettle: (state: FollowUpState) => void;
  readonly onToDo: () => void;
}

/** One thing that is to be done, with where it comes from and what its owner can do about it. */
export function FollowUpLine({ shown: { one, board }, today, isMine, namesBody, busy, onSettle, onToDo }: FollowUpLineProps) {
  const styles = useStyles();
  const { t } = useTranslation(['followUp', 'common']);
  const language = useLanguage();
  const me = useMe();
  const who = { event: null, me, profile: useProfile(board) };
  const facts = [
    isMine ? null : one.owner === null ? t('followUp:noOwner') : t('followUp:owner', { name: one.owner.name }),
    one.due === null ? t('followUp:noDue') : t('followUp:due', { day: longDay(one.due, language) }),
    namesBody ? board.name : null,
  ].filter((fact) => fact !== null);
  const pointer = { siteId: board.siteId, closedSiteId: board.closedSiteId, key: one.key };
  return (
    <div className={styles.line}>
      <p className={styles.what}>
        {one.what} {one.openness === 'closed' && <StateMark>{t('followUp:closed')}</StateMark>}{' '}
        {one.state !== 'open' && <StateMark>{t(`followUp:state.${one.state}`)}</StateMark>}
      </p>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {isOverdue(one, today) && <p className={styles.late}>{t('followUp:overdue')}</p>}
      <Link href={printRoute({ page: 'minutes', pointer, item: one.itemId })}>
        {[one.meetingTitle.trim() || t('common:untitledMeeting'), one.itemTitle.trim()].filter((part) => part !== '').join(' · ')}
      </Link>
      <div className={styles.actions}>
        {maySettleFollowUp(who, one) && (
          <Button
            size="small"
            disabledFocusable={busy}
            aria-label={t(one.state === 'open' ? 'followUp:doneWhat' : 'followUp:reopenWhat', { what: one.what })}
            onClick={() => onSettle(one.state === 'open' ? 'done' : 'open')}
          >
            {t(one.state === 'open' ? 'followUp:done' : 'followUp:reopen')}
          </Button>
        )}
        {mayPutInToDo({ me }, one) && one.toDoDone === null && (
          <Button size="small" appearance="subtle" disabledFocusable={busy} aria-label={t('followUp:toDoWhat', { what: one.what })} onClick={onToDo}>
            {t('followUp:toDo')}
          </Button>
        )}
        {mayPutInToDo({ me }, one) && one.toDoDone !== null && <span className={styles.facts}>{t('followUp:inToDo')}</span>}
      </div>
    </div>
  );
}
