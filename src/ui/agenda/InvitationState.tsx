import { Button, Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationChange, InvitationStanding } from '../../commands/commands.ts';
import { agendaStateOf } from '../../meeting/agendaState.ts';
import { agendaDisclosures } from '../../meeting/disclosure.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import Disclosures from '../disclosures/Disclosures.tsx';
import { useCommands } from '../kit/CommandsContext.tsx';
import { printRoute } from '../kit/route.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNoticeStyles } from '../kit/useNoticeStyles.ts';
import { NoticeChoice } from '../notice/NoticeChoice.tsx';
import { useNoticeWish } from '../notice/useNoticeWish.ts';
import { keys } from '../queries/keys.ts';
import { useProfile } from '../queries/useProfile.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';
import { Foldable } from './NoticesFold.tsx';

const useStyles = makeStyles({
  words: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 479px)': { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
});

interface InvitationStateProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
}

/** For whoever sends the invitation: what stands in it, and what is left to do so that the others have this agenda. Says nothing where nothing is. */
export default function InvitationState({ file, event }: InvitationStateProps) {
  const styles = { ...useNoticeStyles(), ...useStyles() };
  const { t } = useTranslation('sendout');
  const { agenda } = useCommands();
  const { language } = useProfile(file.board).rules;
  // The invitation is in the calendar, where others may change it; the agenda's own changes ask anew.
  const { data } = useQuery({
    queryKey: [...keys.invitation(file.pointer), file.agenda, language],
    queryFn: () => agenda.invitationStanding(file, event, language),
    staleTime: 30_000,
    // Nobody tells a pane that Send was pressed.
    refetchInterval: ({ state }) => (state.data?.standing === 'unsent' ? 20_000 : false),
    retry: false,
  });
  if (data === undefined || data.standing === 'current') return null;
  if (data.standing === 'stale') {
    return (
      <Foldable place="invitation" title={t('stale.title')}>
        <Stale file={file} event={event} standing={data} />
      </Foldable>
    );
  }
  if (data.standing === 'unsent') {
    const words = data.inForm ? t('unsent.form', { count: data.recipients }) : t('unsent.calendar');
    return (
      <div className={styles.notice} role="status">
        <p className={styles.words}>{words}</p>
      </div>
    );
  }
  const words = t(agendaStateOf(file, event) === 'draft' ? 'absent.draft' : 'absent.gone');
  const next = <Link href={printRoute({ page: 'revise', pointer: file.pointer })}>{t('absent.put')}</Link>;
  return (
    <Foldable place="invitation" title={words} next={next}>
      <div className={styles.notice} role="note">
        <p className={styles.words}>{words}</p>
        <div>{next}</div>
      </div>
    </Foldable>
  );
}

/** The list of what would be changed, and the button that does it: nothing is sent by itself. */
function Stale({ file, event, standing }: InvitationStateProps & { standing: InvitationStanding }) {
  const styles = { ...useNoticeStyles(), ...useStyles() };
  const { t } = useTranslation('sendout');
  const { agenda } = useCommands();
  const refresh = useRefreshFile();
  const client = useQueryClient();
  const titleId = useId();
  const [done, setDone] = useState<string | null>(null);
  const [asSupplement, setAsSupplement] = useState(false);
  const added = standing.changes.flatMap((change) => (change.kind === 'added' && change.itemId !== null ? [change.itemId] : []));
  const coming = asSupplement ? added : [];
  const subject = { event, agenda: file.agenda, board: file.board, supplement: [...(file.status.supplement ?? []), ...coming], file };
  const wish = useNoticeWish(subject, !standing.inForm);
  const update = useAction(
    async () => {
      const notice = wish.wanted ? (wish.preview.data?.shown ?? null) : null;
      setDone((await agenda.updateInvitation(file, event, coming, notice)) ? t('stale.inForm') : t('stale.updated'));
      void client.invalidateQueries({ queryKey: keys.notice(file.pointer) });
      void refresh(file.pointer);
    },
    { onSent: () => setDone(t('stale.updated')) },
  );
  if (done !== null || update.kept) {
    return (
      <div className={styles.notice} role="status">
        <p className={styles.words}>{done ?? t('stale.kept')}</p>
      </div>
    );
  }
  const placeOf = (itemId: ItemId) => {
    const item = file.agenda.items.find(({ id }) => id === itemId);
    return item ? [item.number, item.title].filter(Boolean).join(' ') : null;
  };
  return (
    <section className={styles.notice} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('stale.title')}
      </h2>
      <p className={styles.words}>{t('stale.lead')}</p>
      <ul className={styles.list}>
        {standing.changes.map((change, at) => (
          <li key={at}>{changeWords(change, t)}</li>
        ))}
      </ul>
      <Disclosures meeting={file.pointer} found={agendaDisclosures(file.agenda)} placeOf={placeOf} />
      {added.length > 0 && (
        <Checkbox
          label={t('supplement.choose', { count: added.length })}
          checked={asSupplement}
          onChange={(_, { checked }) => setAsSupplement(checked === true)}
        />
      )}
      {!standing.inForm && <NoticeChoice subject={subject} wish={wish} />}
      {update.error !== null && <FailureState error={update.error} size="inline" onRetry={update.retry} />}
      <div>
        <Button appearance="primary" disabledFocusable={update.busy || wish.unseen} onClick={() => void update.run()}>
          {t('stale.update', { count: standing.recipients })}
        </Button>
      </div>
    </section>
  );
}

function changeWords(change: InvitationChange, t: ReturnType<typeof useTranslation<'sendout'>>['t']): string {
  switch (change.kind) {
    case 'added':
      return t('stale.added', { after: change.after });
    case 'changed':
      return t('stale.changed', { before: change.before, after: change.after });
    case 'removed':
      return t('stale.removed', { before: change.before });
    case 'order':
      return t('stale.order');
  }
}
