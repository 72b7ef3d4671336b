import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestLine } from '../../commands/commands.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNoticeStyles } from '../kit/useNoticeStyles.ts';
import { keys } from '../queries/keys.ts';
import { useProfile } from '../queries/useProfile.ts';
import { Foldable } from './NoticesFold.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  field: { flex: '1 1 14rem', minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
});

interface GuestsProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
}

/** For whoever called the meeting: those who come to one item, and their own invitations. Says nothing where there are none. */
export default function Guests({ file, event }: GuestsProps) {
  const styles = { ...useNoticeStyles(), ...useStyles() };
  const { t } = useTranslation('sendout');
  const { agenda } = useCommands();
  const client = useQueryClient();
  const tell = useNotice();
  const { language } = useProfile(file.board).rules;
  const titleId = useId();
  const [asked, setAsked] = useState(false);
  const { lines, error, refetch } = useGuestLines(file, event, language);
  const again = () => void client.invalidateQueries({ queryKey: keys.guests(file.pointer) });
  const update = useAction(
    async () => {
      await (await agenda.guests()).updateGuests(file, event);
      tell({ text: t('guests.updated') });
      again();
    },
    { onSent: again },
  );
  if (lines.length === 0 && error === null) return null;
  const sent = lines.filter((line) => line.sent !== null);
  const open = lines.filter((line) => line.sent === null);
  const old = sent.filter(({ standing }) => standing === 'stale' || standing === 'gone').length;
  return (
    <Foldable place="guests" title={t('guests.title')}>
      <section className={styles.notice} aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {t('guests.title')}
        </h2>
        {error !== null && <FailureState error={error} size="inline" onRetry={() => void refetch()} />}
        <SentList sent={sent} />
        {update.error !== null && <FailureState error={update.error} size="inline" onRetry={update.retry} />}
        {update.kept && (
          <p className={styles.words} role="status">
            {t('guests.kept')}
          </p>
        )}
        {old > 0 && !update.kept && (
          <div>
            <Button appearance="primary" disabledFocusable={update.busy} onClick={() => void update.run()}>
              {t('guests.update', { count: old })}
            </Button>
          </div>
        )}
        {open.length > 0 && !asked && (
          <p className={styles.words}>
            {t('guests.open', { count: open.length })}{' '}
            <Button size="small" onClick={() => setAsked(true)}>
              {t('guests.show')}
            </Button>
          </p>
        )}
        {open.length > 0 && asked && (
          <>
            <p className={styles.words}>{t('guests.lead')}</p>
            <ul className={styles.list}>
              {open.map((line) => (
                <li key={`${line.item?.id} ${line.name}`}>
                  <Invite file={file} event={event} line={line} onDone={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Foldable>
  );
}

/** Those who have an invitation of their own. */
function SentList({ sent }: { sent: readonly GuestLine[] }) {
  const styles = { ...useNoticeStyles(), ...useStyles() };
  if (sent.length === 0) return null;
  return (
    <ul className={styles.list}>
      {sent.map((line) => (
        <li key={line.sent?.id}>
          <Sent line={line} />
        </li>
      ))}
    </ul>
  );
}

interface GuestsRead {
  readonly lines: readonly GuestLine[];
  /** Why they could not be read (anew); null where they were. */
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** The guests of a meeting. What was read last stands, with what is just being typed in it, also where reading it anew fails. */
function useGuestLines(file: MeetingFile, event: CalendarEvent, language: BoardLanguage): GuestsRead {
  const { agenda } = useCommands();
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.guests(file.pointer), file.agenda, file.occasion, event.start, event.end, language],
    queryFn: async () => (await agenda.guests()).readGuests(file, event, language),
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  const [last, setLast] = useState<readonly GuestLine[]>([]);
  if (data !== undefined && data !== last) setLast(data);
  return { lines: data ?? last, error, refetch };
}

const itemWords = ({ item }: GuestLine): string => (item ? [item.number, item.title].filter(Boolean).join(' ') : '');

/** Whom, to what, when, and what they have answered. */
function Sent({ line }: { line: GuestLine }) {
  const styles = { ...useNoticeStyles(), ...useStyles() };
  const { t } = useTranslation('sendout');
  const language = useLanguage();
  const { sent, wanted, standing, name } = line;
  if (sent === null) return null;
  return (
    <>
      <p className={styles.words}>
        <strong>{name}</strong> · {line.item ? itemWords(line) : t('guests.goneItem')}
      </p>
      <p className={styles.words}>
        {t('guests.invited', { when: whenWords(sent, language) })}
        {sent.answer !== 'organizer' && ` · ${t(`guests.answer.${sent.answer}`)}`}
      </p>
      {standing === 'stale' && wanted && <p className={styles.words}>{t('guests.stale', { when: whenWords(wanted, language) })}</p>}
      {standing === 'gone' && <p className={styles.words}>{t('guests.gone')}</p>}
    </>
  );
}

/** As Exchange takes it: something, an @, and a name with a dot in it. */
const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/;

function Invite({ file, event, line, onDone }: GuestsProps & { line: GuestLine; onDone: () => void }) {
  const styles = { ...useNoticeStyles(), ...useStyles() };
  const { t } = useTranslation('sendout');
  const language = useLanguage();
  const { agenda } = useCommands();
  const tell = useNotice();
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const { item, name, wanted } = line;
  const invite = useAction(
    async (address: string) => {
      if (!item) return;
      await (await agenda.guests()).inviteGuests(file, event, [{ itemId: item.id, name, email: address }]);
      tell({ text: t('guests.sent', { name }) });
      onDone();
    },
    { onSent: onDone },
  );
  const bad = tried && !EMAIL.test(email.trim());
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    setTried(true);
    if (EMAIL.test(email.trim())) void invite.run(email.trim());
  };
  return (
    <>
      <p className={styles.words}>
        <strong>{name}</strong> · {itemWords(line)}
        {wanted && ` · ${whenWords(wanted, language)}`}
      </p>
      {wanted === null && <p className={styles.words}>{t('guests.noTime')}</p>}
      {wanted !== null && !invite.kept && (
        <form className={styles.form} onSubmit={submit} noValidate>
          <Field
            className={styles.field}
            label={t('guests.email', { name })}
            validationState={bad ? 'error' : 'none'}
            {...(bad && { validationMessage: t('guests.badEmail') })}
          >
            <Input className={styles.input} type="email" autoComplete="off" value={email} onChange={(_, { value }) => setEmail(value)} />
          </Field>
          <Button type="submit" disabledFocusable={invite.busy}>
            {t('guests.invite')}
          </Button>
        </form>
      )}
      {invite.kept && (
        <p className={styles.words} role="status">
          {t('guests.kept')}
        </p>
      )}
      {invite.error !== null && <FailureState error={invite.error} size="inline" onRetry={invite.retry} />}
    </>
  );
}
