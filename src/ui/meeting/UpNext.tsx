import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed, type Agenda } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Slot } from '../../meeting/timing.ts';
import { ItemTime } from '../item/ItemTime.tsx';

const useStyles = makeStyles({
  next: { display: 'grid', gap: tokens.spacingVerticalXS },
  label: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  line: {
    display: 'grid',
    gridTemplateColumns: '5.25rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase200,
  },
  title: { ...typographyStyles.body1, overflowWrap: 'anywhere', textAlign: 'start', minHeight: '24px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface UpNextProps {
  readonly agenda: Agenda;
  readonly after: ItemId;
  readonly slots: ReadonlyMap<ItemId, Slot>;
  readonly titleOf: (itemId: ItemId) => string | null;
  readonly onChoose: (itemId: ItemId) => void;
}

/** The next two lines of the agenda, breaks with them: what the chair looks for. */
export function UpNext({ agenda, after, slots, titleOf, onChoose }: UpNextProps) {
  const styles = useStyles();
  const { t } = useTranslation(['meetingPanel', 'common']);
  const titleId = useId();
  const next = agenda.items.slice(agenda.items.findIndex((item) => item.id === after) + 1).slice(0, 2);
  return (
    <section className={styles.next} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.label}>
        {t('meetingPanel:upNext')}
      </h2>
      {next.length === 0 && <p className={styles.quiet}>{t('meetingPanel:last')}</p>}
      <ul className={styles.list}>
        {next.map((item) => {
          const slot = slots.get(item.id);
          const closed = isClosed(agenda.items, item);
          const own = titleOf(item.id);
          const title = own ?? t(closed ? 'common:closedItem' : 'meetingPanel:untitled');
          const lock = closed && (
            <>
              {' '}
              <LockClosedRegular {...(own === null ? { 'aria-hidden': true } : { 'aria-label': t('common:closedItem') })} />
            </>
          );
          return (
            <li key={item.id} className={styles.line}>
              <span>{slot && <ItemTime slot={slot} />}</span>
              {item.kind === 'break' ? (
                <span className={styles.quiet}>
                  {closed ? (own ?? t('common:closedItem')) : item.title}
                  {lock}
                </span>
              ) : (
                <Link as="button" className={styles.title} onClick={() => onChoose(item.id)}>
                  {item.number === null ? title : `${item.number} ${title}`}
                  {lock}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
