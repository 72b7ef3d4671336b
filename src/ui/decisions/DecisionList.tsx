import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { LoggedDecision } from '../../meeting/decisionLog.ts';
import { isoDay } from '../../meeting/danishTime.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { ClosedMark } from '../item/ClosedMark.tsx';
import { useNow } from '../kit/useNow.ts';
import { printRoute } from '../kit/route.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: '""' },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  link: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    color: 'inherit',
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  told: { ...typographyStyles.body1Strong },
  /** Two lines of the decision; all of it stands in the minutes. */
  words: {
    color: tokens.colorNeutralForeground2,
    display: '-webkit-box',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
});

/** Decisions as sentences: "Godkendt · Økonomiudvalget 12. maj · pkt. 4 Budgetopfølgning", each a link to its item in the minutes. */
export function DecisionList({ decisions }: { decisions: readonly LoggedDecision[] }) {
  const styles = useStyles();
  const { t } = useTranslation('decisions');
  return (
    <ul className={styles.list} aria-label={t('title')}>
      {decisions.map((found) => (
        <li key={`${found.pointer.siteId} ${found.pointer.key} ${found.itemId} ${found.nth}`} className={styles.row}>
          <Decision found={found} />
        </li>
      ))}
    </ul>
  );
}

function Decision({ found }: { found: LoggedDecision }) {
  const styles = useStyles();
  const { t } = useTranslation(['decisions', 'minutes']);
  const language = useLanguage();
  const now = useNow();
  const { outcome, notTreated, body, start, number, openness, pointer, itemId } = found;
  const result = notTreated ? t('decisions:notTreated') : outcome === null ? t('decisions:decided') : t(`minutes:outcome.${outcome}`);
  const title = found.title.trim() === '' && openness === 'closed' ? t('decisions:closed') : found.title;
  const item = [number === null ? '' : t('decisions:item', { number }), title].filter((part) => part !== '').join(' ');
  return (
    <a className={styles.link} href={printRoute({ page: 'minutes', pointer, item: itemId })}>
      <span className={styles.told}>{`${result} · ${body} ${dayOf(start, now, language)} · ${item}`}</span>
      {openness === 'closed' && found.title.trim() !== '' && <ClosedMark who={null} />}
      {found.decision.trim() !== '' && <span className={styles.words}>{found.decision.replace(/\s+/g, ' ').trim()}</span>}
    </a>
  );
}

/** "12. maj", with the year where it is another than this one. */
function dayOf(start: string, now: Date, language: 'da' | 'en'): string {
  const day = longDay(start, language).replace(/^\S+ (?:den )?/, '');
  return isoDay(start).slice(0, 4) === isoDay(now).slice(0, 4) ? day.replace(/ \d{4}$/, '') : day;
}
