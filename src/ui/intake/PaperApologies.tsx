import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '../../commands/commands.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { scopeWritten, type WrittenPart } from '../../meeting/readApologies.ts';
import { useScopeWords } from '../item/useScopeWords.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
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
  const scopeWords = useScopeWords();
  const partOf = useParts(intake);
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('apologies.title')}
      </h2>
      <p className={styles.note}>{t('apologies.note')}</p>
      <ul className={styles.list}>
        {paperApologies(intake, event).map(({ name, note, substitute, invitee }) => {
          const scope = scopeWritten(partOf(note), intake.agenda.items);
          const told = [
            scope === null ? t('apologies.noItem') : scopeWords(scope, intake.agenda.items),
            substitute === null ? '' : t('apologies.substitute', { name: substitute }),
          ].filter((words) => words !== '');
          const more = told.length === 0 ? '' : ` (${told.join('; ')})`;
          return (
            <li key={name}>
              {invitee && scope !== null ? (
                <Checkbox
                  label={t('apologies.register', { name }) + more}
                  checked={register.includes(name)}
                  onChange={(_, { checked }) => onRegister(checked === true ? [...register, name] : register.filter((other) => other !== name))}
                />
              ) : (
                <span className={styles.plain}>{(invitee ? name : t('apologies.notInvited', { name })) + more}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** For how much of the meeting somebody is excused, by the paper's own words beside the name. Until they are read, and where they say nothing of it, the whole of it. */
function useParts({ apologies }: Pick<Intake, 'apologies'>): (note: string | null) => WrittenPart {
  const commands = useCommands();
  const notes = apologies.flatMap(({ note }) => note ?? []);
  const { data = [] } = useQuery({
    queryKey: ['partsInPaper', ...notes],
    queryFn: () => Promise.all(notes.map((note) => commands.attendance.partSaid(note))),
    enabled: notes.length > 0,
  });
  return (note) => (note === null ? null : (data[notes.indexOf(note)] ?? null));
}
