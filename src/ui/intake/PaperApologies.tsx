import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '../../commands/commands.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { paperApologies } from './invitedNames.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  plain: { display: 'block', paddingBlock: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
});

interface PaperApologiesProps {
  readonly intake: Intake;
  readonly event: CalendarEvent;
  readonly register: readonly string[];
  readonly onRegister: (names: readonly string[]) => void;
}

/** The apologies the paper tells of. The paper only suggests: a person confirms each one. */
export function PaperApologies({ intake, event, register, onRegister }: PaperApologiesProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('apologies.title')}
      </h2>
      <p className={styles.note}>{t('apologies.note')}</p>
      <ul className={styles.list}>
        {paperApologies(intake, event).map(({ name, substitute, invitee }) => {
          const instead = substitute === null ? '' : ` (${t('apologies.substitute', { name: substitute })})`;
          return (
            <li key={name}>
              {invitee ? (
                <Checkbox
                  label={t('apologies.register', { name }) + instead}
                  checked={register.includes(name)}
                  onChange={(_, { checked }) => onRegister(checked === true ? [...register, name] : register.filter((other) => other !== name))}
                />
              ) : (
                <span className={styles.plain}>{t('apologies.notInvited', { name }) + instead}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
