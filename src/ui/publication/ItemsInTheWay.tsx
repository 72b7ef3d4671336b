import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';

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
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { flex: '1 1 10rem', overflowWrap: 'anywhere' },
});

interface ItemsInTheWayProps {
  readonly file: MeetingFile;
  readonly items: readonly AgendaItem[];
  readonly heading: string;
  readonly words: string;
  /** What can be done about one of them, given its title as this person may see it. */
  readonly wayOut: (item: AgendaItem, title: string) => ReactNode;
  /** What can be done about all. */
  readonly children?: ReactNode;
}

/** The items that keep the minutes from being published, each with its way out. */
export function ItemsInTheWay({ file, items, heading, words, wayOut, children }: ItemsInTheWayProps) {
  const styles = useStyles();
  const { t } = useTranslation(['common', 'meetingPanel']);
  const headingId = useId();
  return (
    <section className={styles.box} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.title}>
        {heading}
      </h3>
      <p className={styles.words}>{words}</p>
      <ul className={styles.list}>
        {items.map((item) => {
          const closed = isClosed(file.agenda.items, item);
          const title = shownTitle({ item, closed }, mayReadClosed({ file })) ?? t(closed ? 'common:closedItem' : 'meetingPanel:untitled');
          return (
            <li key={item.id} className={styles.line}>
              <span className={styles.name}>{item.number === null ? title : `${item.number} ${title}`}</span>
              {wayOut(item, title)}
            </li>
          );
        })}
      </ul>
      {children}
    </section>
  );
}
