import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Copy } from '../../meeting/copies.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, width: '100%' },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalS },
  words: { margin: 0, overflowWrap: 'anywhere' },
  more: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  summary: { ...typographyStyles.caption1, cursor: 'pointer', minHeight: '24px', width: 'fit-content', color: tokens.colorNeutralForeground2 },
  names: { ...typographyStyles.caption1, margin: 0, overflowWrap: 'anywhere' },
});

interface CopyListProps {
  readonly heading: string;
  readonly copies: readonly Copy[];
  readonly file: MeetingFile;
  readonly way: 'closing' | 'opening';
  /** May this person update the invitation? */
  readonly organizer: boolean;
  /** What can be done about a copy; left out while nothing can be done yet. */
  readonly action?: (copy: Copy) => ReactNode;
}

/** Where words of an item stand, said plainly: what it is, who has it, and what can be done. */
export function CopyList({ heading, copies, file, way, organizer, action }: CopyListProps) {
  const styles = useStyles();
  if (copies.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.list}>
        {copies.map((copy) => (
          <li key={copy.place}>
            <div className={styles.part}>
              <CopyWords copy={copy} file={file} way={way} />
              {copy.people.length > 0 && way === 'closing' && <People people={copy.people} />}
              {copy.place === 'invitation' && way === 'closing' && <InvitationMore organizer={organizer} />}
              {action?.(copy)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CopyWords({ copy, file, way }: { copy: Copy; file: MeetingFile; way: 'closing' | 'opening' }) {
  const styles = useStyles();
  const { t } = useTranslation('copies');
  const said = () => {
    if (way === 'opening') return copy.place === 'minutes' ? t('opening.minutes') : t('opening.invitation');
    switch (copy.place) {
      case 'invitation':
        return copy.people.length === 0 ? t('closing.invitation_zero') : t('closing.invitation', { count: copy.people.length });
      case 'channel':
      case 'notice':
        return t(`closing.${copy.place}`, { channel: file.board.channelName });
      case 'channelFiles':
        return t('closing.channelFiles', { channel: file.board.channelName, titles: copy.titles.join(', ') || '–' });
      case 'documents':
      case 'nextBody':
        return t(`closing.${copy.place}`, { titles: copy.titles.join(', ') });
      case 'recycleBin':
      case 'guests':
      case 'subject':
      case 'minutes':
      case 'toDo':
      case 'otherDevices':
        return t(`closing.${copy.place}`);
      case 'row':
      case 'children':
      case 'heading':
      case 'versions':
        return null;
    }
  };
  return <p className={styles.words}>{said()}</p>;
}

/** The names, for whoever asks. */
function People({ people }: { people: readonly Person[] }) {
  const styles = useStyles();
  const { t } = useTranslation('copies');
  return (
    <details>
      <summary className={styles.summary}>{t('who')}</summary>
      <p className={styles.names}>{people.map(({ name }) => name).join(' · ')}</p>
    </details>
  );
}

function InvitationMore({ organizer }: { organizer: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('copies');
  return <p className={styles.more}>{organizer ? t('closing.invitationMail') : `${t('closing.invitationAsk')} ${t('closing.invitationMail')}`}</p>;
}
