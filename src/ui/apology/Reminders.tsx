import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { useCommands, useHost } from '../kit/CommandsContext.tsx';
import { CopyText } from '../kit/states/CopyText.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { standInKeys } from '../queries/standInKeys.ts';
import { shortMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  more: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  form: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0, paddingBlock: tokens.spacingVerticalS },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  button: { justifySelf: 'start' },
});

/** Teams opens a chat with at most so many by an address. */
const MOST = 20;

interface RemindersProps {
  readonly file: MeetingFile;
  /** Those who have neither answered nor sent an apology; groups are nobody. */
  readonly people: readonly Person[];
  readonly deadline: string | null;
}

/**
 * Whom nobody has heard from, the words that may be sent to them, and a chat with them. Dagsorden sends nothing: a person sees the words and sends them. The address of
 * the chat holds none of them, since addresses stay in histories.
 */
export default function Reminders({ file, people, deadline }: RemindersProps) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const host = useHost();
  const language = useLanguage();
  const commands = useCommands();
  const reminders = useQuery({
    queryKey: standInKeys.reminders(file.pointer, deadline),
    queryFn: async () => {
      const verbs = await commands.attendance.reminders();
      return { words: await verbs.words(file, deadline), last: await verbs.lastReminded(file) };
    },
  });
  const write = useAction(async (to: readonly string[]) => {
    host.openLink(`https://teams.microsoft.com/l/chat/0/0?users=${to.slice(0, MOST).map(encodeURIComponent).join(',')}`);
    const verbs = await commands.attendance.reminders();
    await verbs.noteReminded(file, [...(reminders.data?.last?.people ?? []), ...to.slice(0, MOST)]);
    await reminders.refetch();
  });
  if (people.length === 0) return null;
  if (reminders.data === undefined)
    return reminders.error === null ? null : <FailureState error={reminders.error} size="inline" onRetry={() => void reminders.refetch()} />;
  const { words, last } = reminders.data;
  const addresses = people.flatMap(({ email }) => (email?.includes('@') ? [email] : []));
  // Whoever was written to already is not again, unless somebody says so.
  const left = addresses.filter((address) => !last?.people.includes(address));
  return (
    <details>
      <summary className={styles.more}>{t('remind.title', { count: people.length })}</summary>
      <div className={styles.form}>
        <p className={styles.words}>{people.map(({ name, email }) => name.trim() || email).join(', ')}</p>
        <CopyText label={t('remind.label')} text={words} />
        <p className={styles.words}>{t('remind.hint')}</p>
        {last !== null && <p className={styles.words}>{t('remind.last', { when: shortMoment(last.at, language), count: last.people.length })}</p>}
        {left.length > 0 && (
          <Button className={styles.button} size="small" onClick={() => void write.run(left)}>
            {t('remind.chat', { count: Math.min(left.length, MOST) })}
          </Button>
        )}
        {left.length === 0 && addresses.length > 0 && (
          <Button className={styles.button} size="small" appearance="subtle" onClick={() => void write.run(addresses)}>
            {t('remind.again', { count: Math.min(addresses.length, MOST) })}
          </Button>
        )}
        {write.error !== null && <FailureState error={write.error} size="inline" onRetry={write.retry} />}
      </div>
    </details>
  );
}
