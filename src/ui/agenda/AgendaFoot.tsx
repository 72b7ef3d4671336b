import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { peopleListed } from '../../meeting/peopleListed.ts';
import { useScopeWords } from '../item/useScopeWords.ts';

const useStyles = makeStyles({
  foot: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { paddingInline: tokens.spacingHorizontalS, breakInside: 'avoid' },
  },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface AgendaFootProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  /** False where all of it stands elsewhere on the screen: it is at hand then for the moment the page is printed. */
  readonly shown?: boolean;
}

/** The foot of the printed page: who sent apologies, and who else was invited. */
export default function AgendaFoot({ file, event, shown = true }: AgendaFootProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const scopeWords = useScopeWords();
  if (!shown) return null;
  const { excused, participants } = peopleListed(event, file);
  const apologies = excused.map(({ apology, name }) => {
    const asides = [
      apology.scope.kind === 'meeting' ? null : scopeWords(apology.scope, file.agenda.items),
      apology.substitute ? t('foot.substitute', { name: apology.substitute }) : null,
    ].filter((aside) => aside !== null);
    return asides.length > 0 ? `${name} (${asides.join(', ')})` : name;
  });
  return (
    <footer className={styles.foot}>
      <section>
        <h2 className={styles.heading}>{t('foot.apologies')}</h2>
        <p className={styles.words}>{apologies.length > 0 ? apologies.join(' · ') : t('foot.noApologies')}</p>
      </section>
      {participants.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t('foot.participants')}</h2>
          <p className={styles.words}>
            {participants.map(({ invitee, name }) => (invitee.optional ? `${name} (${t('foot.optional')})` : name)).join(' · ')}
          </p>
        </section>
      )}
    </footer>
  );
}
