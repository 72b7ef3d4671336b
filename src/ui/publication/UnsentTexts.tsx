import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { shownTitle } from '../agenda/shownTitle.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { printRoute } from '../shell/route.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { flex: '1 1 10rem', overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
});

/** Words on this device that the record lacks, each with the way to its item, which offers them again. */
export function UnsentTexts({ file, items }: { file: MeetingFile; items: readonly AgendaItem[] }) {
  const styles = useStyles();
  const { t } = useTranslation(['publication', 'common', 'meetingPanel']);
  const titleId = useId();
  return (
    <section className={styles.box} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('publication:unsent', { count: items.length })}
      </h3>
      <p className={styles.words}>{t('publication:unsentWhy')}</p>
      <ul className={styles.list}>
        {items.map((item) => {
          const closed = isClosed(file.agenda.items, item);
          const title = shownTitle({ item, closed }, file.closedAccess === 'yes') ?? t(closed ? 'common:closedItem' : 'meetingPanel:untitled');
          return (
            <li key={item.id} className={styles.line}>
              <span className={styles.name}>{item.number === null ? title : `${item.number} ${title}`}</span>
              <LinkButton
                small
                appearance="secondary"
                label={t('publication:unsentSeeOf', { title })}
                href={printRoute({ page: 'record', pointer: file.pointer, item: item.id })}
              >
                {t('publication:unsentSee')}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
