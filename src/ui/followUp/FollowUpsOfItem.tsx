import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { placeOfDecision } from '../../meeting/decisions.ts';
import { type FollowUp, type FollowUpWords } from '../../meeting/followUp.ts';
import type { CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { mayWriteFollowUp } from '../../meeting/permissions.ts';
import { samePerson } from '../../meeting/persons.ts';
import { treatmentOf } from '../../meeting/run.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useProfile } from '../queries/useProfile.ts';
import { FollowUpForm } from './FollowUpForm.tsx';
import { useItemFollowUps, useItemFollowUpsAgain } from './useItemFollowUps.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  rows: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, width: '100%', listStyleType: '""', overflowWrap: 'anywhere' },
  what: { margin: 0 },
  facts: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface FollowUpsOfItemProps {
  readonly file: MeetingFile;
  readonly item: AgendaItem;
  readonly event: CalendarEvent | null;
}

const EMPTY: FollowUpWords = { what: '', owner: null, due: null, decision: null };

/** "Opfølgning": what is to be done after the item in hand, by whom and when. It never holds up what is decided: it is asked for beside it. */
export default function FollowUpsOfItem({ file, item, event }: FollowUpsOfItemProps) {
  const styles = useStyles();
  const { t } = useTranslation('followUp');
  const query = useItemFollowUps(file);
  const people = usePeople(file, event);
  // The row as it was when its form opened: what a colleague has changed since is not written over.
  const [open, setOpen] = useState<FollowUp | 'new' | null>(null);
  const { told, saving, save } = useSaving(file, item);
  const isWriter = mayWriteFollowUp({ file });
  const shown = (query.data?.followUps ?? []).filter(({ itemId, state }) => itemId === item.id && state !== 'dropped');
  const isUnread = query.error !== null && query.data === undefined;
  if (!isWriter && !isUnread && shown.length === 0) return null;
  const decisions = Math.max(1, ...(treatmentOf(file.agenda, file.treatments, item).further ?? []).map(({ itemId }) => placeOfDecision(itemId).nth));
  const form = (one: FollowUp | null) => (
    <FollowUpForm
      start={one ?? EMPTY}
      draftKey={`followUp:${file.pointer.key}:${item.id}:${one?.id ?? 'new'}`}
      people={people}
      decisions={decisions}
      busy={saving.busy}
      onSave={(words, done) => void save(one, words, done)}
      onClose={() => setOpen(null)}
    />
  );
  return (
    <section className={styles.part} aria-label={t('title')}>
      <h2 className={styles.title}>{t('title')}</h2>
      {isUnread && <FailureState error={query.error} size="inline" onRetry={() => void query.refetch()} />}
      {query.data?.isPrepared === false && <p className={styles.words}>{t('notPrepared')}</p>}
      <ul className={styles.rows}>
        {shown.map((one) => (
          <li key={one.id}>
            {open !== 'new' && open?.id === one.id ? (
              form(open)
            ) : (
              <ItemLine
                one={one}
                mayWrite={isWriter}
                busy={saving.busy}
                onEdit={() => setOpen(one)}
                onDrop={() => void save(one, 'dropped', () => undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      <p role="status" className={styles.words}>
        {saving.kept ? t('kept') : told}
      </p>
      {saving.error !== null && <FailureState error={saving.error} size="inline" onRetry={saving.retry} />}
      {isWriter &&
        query.data?.isPrepared === true &&
        (open === 'new' ? (
          form(null)
        ) : (
          <Button size="small" appearance="subtle" icon={<AddRegular />} onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        ))}
    </section>
  );
}

interface ItemLineProps {
  readonly one: FollowUp;
  readonly mayWrite: boolean;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onDrop: () => void;
}

function ItemLine({ one, mayWrite, busy, onEdit, onDrop }: ItemLineProps) {
  const styles = useStyles();
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  const facts = [
    one.owner === null ? t('noOwner') : t('owner', { name: one.owner.name }),
    one.due === null ? null : t('due', { day: longDay(one.due, language) }),
    one.decision === null ? null : t('fields.decisionNo', { number: one.decision }),
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className={styles.what}>
        {one.what} {one.state === 'done' && <StateMark>{t('state.done')}</StateMark>}
      </p>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {mayWrite && (
        <div className={styles.actions}>
          <Button size="small" appearance="subtle" aria-label={t('editWhat', { what: one.what })} onClick={onEdit}>
            {t('edit')}
          </Button>
          <Button size="small" appearance="subtle" aria-label={t('dropWhat', { what: one.what })} disabledFocusable={busy} onClick={onDrop}>
            {t('drop')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Writes one at a time, and says so. */
function useSaving(file: MeetingFile, item: AgendaItem) {
  const { t } = useTranslation('followUp');
  const commands = useCommands();
  const again = useItemFollowUpsAgain(file);
  const [told, setTold] = useState('');
  const saving = useAction(
    async (before: FollowUp | null, after: FollowUpWords | 'dropped', done: () => void) => {
      const followUp = await commands.followUp();
      if (after === 'dropped') {
        if (before !== null) await followUp.settle(file.pointer, before, after);
      } else if (before === null) await followUp.addFollowUp(file, item, after);
      else await followUp.changeFollowUp(file.pointer, before, after);
      setTold(after === 'dropped' ? t('dropped', { what: before?.what ?? '' }) : t('saved', { what: after.what }));
      done();
      again();
    },
    { onKept: (_before, _after, done) => done(), onSent: again },
  );
  return { told, saving, save: saving.run };
}

/** Those who are likely to do something: the body's members and whoever is invited, each once. */
function usePeople(file: MeetingFile, event: CalendarEvent | null): readonly Person[] {
  const { members } = useProfile(file.board);
  const invited =
    event === null ? [] : [...(event.organizer === null ? [] : [event.organizer]), ...event.invitees.filter(({ isGroup }) => isGroup !== true)];
  const people: Person[] = [];
  for (const { id, name, email } of [...members.map(({ person }) => person), ...invited]) {
    if (name.trim() !== '' && !people.some((other) => samePerson(other, { id, email }))) people.push({ id, name, email });
  }
  return people;
}
