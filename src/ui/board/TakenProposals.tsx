import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../meeting/meeting.ts';
import type { Proposal } from '../../meeting/proposal.ts';
import { printRoute } from '../kit/route.ts';

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  rows: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: '""', overflowWrap: 'anywhere' },
});

/** The last that came on an agenda, with the meeting that took each. */
export function TakenProposals({ board, proposals }: { board: Board; proposals: readonly Proposal[] }) {
  const styles = useStyles();
  const { t } = useTranslation(['board', 'common']);
  const done = proposals
    .flatMap(({ id, title, taken }) => (taken === null ? [] : [{ id, title, taken }]))
    .sort((a, b) => b.taken.at.localeCompare(a.taken.at))
    .slice(0, 20);
  if (done.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('backlog.done')}</h2>
      <ul className={styles.rows}>
        {done.map(({ id, title, taken }) => (
          <li key={id}>
            {title}
            {': '}
            <Link href={printRoute({ page: 'agenda', pointer: { siteId: board.siteId, closedSiteId: null, key: taken.key } })}>
              {taken.title.trim() || t('common:untitledMeeting')}
            </Link>{' '}
            {t('backlog.takenBy', { name: taken.by })}
          </li>
        ))}
      </ul>
    </section>
  );
}
