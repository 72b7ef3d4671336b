import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { standing } from '../../meeting/apologies.ts';
import { namesApart } from '../../meeting/namesApart.ts';
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

/** The foot of the printed page: who sent apologies, and who was invited. */
export function AgendaFoot({ file, event }: { file: MeetingFile; event: CalendarEvent | null }) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const scopeWords = useScopeWords();
  const stand = standing(file.apologies);
  const nameOf = namesApart(stand.map(({ person }) => person));
  const inviteeOf = namesApart(event?.invitees ?? []);
  const apologies = stand.map((apology) => {
    const asides = [
      apology.scope.kind === 'items' ? t('foot.partly', { items: scopeWords(apology.scope, file.agenda.items) }) : null,
      apology.substitute ? t('foot.substitute', { name: apology.substitute }) : null,
    ].filter((aside) => aside !== null);
    return asides.length > 0 ? `${nameOf(apology.person)} (${asides.join(', ')})` : nameOf(apology.person);
  });
  return (
    <footer className={styles.foot}>
      <section>
        <h2 className={styles.heading}>{t('foot.apologies')}</h2>
        <p className={styles.words}>{apologies.length > 0 ? apologies.join(' · ') : t('foot.noApologies')}</p>
      </section>
      {event && event.invitees.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t('foot.participants')}</h2>
          <p className={styles.words}>
            {event.invitees.map((invitee) => (invitee.optional ? `${inviteeOf(invitee)} (${t('foot.optional')})` : inviteeOf(invitee))).join(' · ')}
          </p>
        </section>
      )}
    </footer>
  );
}
