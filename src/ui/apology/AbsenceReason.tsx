import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isFailure } from '../../meeting/errors.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { samePerson } from '../../meeting/persons.ts';
import { ABSENCE_REASONS, type AbsenceReason as Reason } from '../../meeting/words.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { standInKeys } from '../queries/standInKeys.ts';

const useStyles = makeStyles({
  field: { maxWidth: '24rem', minWidth: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Why a member of a council is away, as a code that the closed circle alone reads. Stored as soon as it is chosen; it waits on no device. */
export function AbsenceReason({ file, person, name }: { file: MeetingFile; person: Person; name: string }) {
  const styles = useStyles();
  const { t } = useTranslation('substitutes');
  const commands = useCommands();
  const reasons = useQuery({
    queryKey: standInKeys.absenceReasons(file.pointer),
    queryFn: async () => (await commands.attendance.substitutes()).reasons(file),
  });
  const keep = useAction(async (reason: Reason | null) => {
    await (await commands.attendance.substitutes()).keepReason(file, person, reason);
    await reasons.refetch();
  });
  if (isFailure(reasons.error, 'SiteNotPrepared')) return <p className={styles.words}>{t('reason.notPrepared')}</p>;
  if (reasons.error !== null) return <FailureState error={reasons.error} size="inline" onRetry={() => void reasons.refetch()} />;
  if (reasons.data === undefined) return null;
  const kept = reasons.data.findLast((reason) => samePerson(reason.person, person))?.reason ?? null;
  return (
    <>
      <Field className={styles.field} label={t('reason.label', { name })} hint={t('reason.hint')}>
        <Select value={kept ?? ''} onChange={(_, { value }) => void keep.run(ABSENCE_REASONS.find((each) => each === value) ?? null)}>
          <option value="">{t('reason.none')}</option>
          {ABSENCE_REASONS.map((each) => (
            <option key={each} value={each}>
              {t(`reason.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {keep.error !== null && <FailureState error={keep.error} size="inline" onRetry={keep.retry} />}
    </>
  );
}
