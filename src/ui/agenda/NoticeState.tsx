import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticePreview } from '../../commands/commands.ts';
import { agendaStateOf } from '../../meeting/agendaState.ts';
import type { CalendarEvent, MeetingFile, Publication } from '../../meeting/meeting.ts';
import { loggedFailure } from '../../meeting/publications.ts';
import { shortMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { isPlainFailure } from '../kit/states/failureName.ts';
import { Queried } from '../kit/states/Queried.tsx';
import { useAction } from '../kit/useAction.ts';
import { NoticeLooks } from '../notice/NoticeLooks.tsx';
import { keys } from '../queries/keys.ts';
import { Foldable } from './NoticesFold.tsx';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    marginInline: tokens.spacingHorizontalL,
    '@media print': { display: 'none' },
  },
  box: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  ask: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface NoticeStateProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
}

/** For whoever sends the agenda: what the channel has been told of it, and what it can be told now that it is out. */
export default function NoticeState({ file, event }: NoticeStateProps) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  const { agenda } = useCommands();
  const language = useLanguage();
  const [composing, setComposing] = useState(false);
  const query = useQuery({
    queryKey: keys.notice(file.pointer),
    queryFn: async () => (await agenda.notice()).readNotice(file.pointer),
    staleTime: 30_000,
    // Another pane may be sending it just now.
    refetchInterval: ({ state }) => (state.data?.state === 'pending' ? 5000 : false),
    retry: false,
  });
  const { data: line, error } = query;
  if (error !== null) return <FailureState error={error} size="inline" onRetry={() => void query.refetch()} />;
  if (line === undefined) return null;
  const isOut = agendaStateOf(file, event) !== 'draft';
  if (composing) {
    return (
      <Foldable place="channel" title={t('notice.preview', { channel: file.board.channelName })}>
        <Compose file={file} event={event} onDone={() => setComposing(false)} />
      </Foldable>
    );
  }
  // What a person has to answer is never folded away.
  if (line !== null && line.state !== 'done' && line.state !== 'failed') return <Unsure file={file} line={line} />;
  const channel = file.board.channelName;
  const isOld = line?.state === 'done' && file.status.sentAt !== null && Date.parse(file.status.sentAt) > Date.parse(line.at);
  const words = line === null ? t('notice.offer', { channel }) : line.state === 'failed' ? t('notice.again') : t('notice.offerUpdate', { channel });
  if (line === null && !isOut) return null;
  return (
    <Foldable
      place="channel"
      title={line?.state === 'done' && !isOld ? t('notice.done', { channel, when: shortMoment(line.at, language) }) : t('notice.title', { channel })}
    >
      <div className={styles.notice}>
        {line !== null && <Told file={file} line={line} />}
        {isOut && (line?.state !== 'done' || isOld) && (
          <div>
            <Link as="button" onClick={() => setComposing(true)}>
              {words}
            </Link>
          </div>
        )}
      </div>
    </Foldable>
  );
}

/** That the channel was told, and when; or that it was not, and why. */
function Told({ file, line }: { file: MeetingFile; line: Publication }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation(['sendout', 'states', 'refusals']);
  const { host } = useCommands();
  const language = useLanguage();
  const channel = file.board.channelName;
  if (line.state === 'failed') {
    const name = line.error === null ? null : (loggedFailure(line.error) ?? 'Unknown');
    const why = name === null ? '' : `${t(isPlainFailure(name) ? `states:${name}.title` : `refusals:${name}.title`)}.`;
    return (
      <p className={styles.words} role="status">
        {t('sendout:notice.failed', { channel, why }).trim()}
      </p>
    );
  }
  const { reference } = line;
  return (
    <p className={styles.words}>
      {t('sendout:notice.done', { channel, when: shortMoment(line.at, language) })}{' '}
      {reference !== null && (
        <Link as="button" inline onClick={() => host.openLink(reference)}>
          {t('sendout:notice.open')}
        </Link>
      )}
    </p>
  );
}

/** For so long (ms) a message may be on its way from another pane. */
const UNDER_WAY = 60_000;

/** Teams did not answer: a person looks, before anything is sent again. */
function Unsure({ file, line }: { file: MeetingFile; line: Publication }) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  const { agenda } = useCommands();
  const client = useQueryClient();
  const channel = file.board.channelName;
  const settling = useAction(async (arrived: boolean) => {
    await (await agenda.notice()).settleNotice(file.pointer, line, arrived);
    await client.invalidateQueries({ queryKey: keys.notice(file.pointer) });
  });
  const [now] = useState(() => Date.now());
  if (line.state === 'pending' && now - Date.parse(line.at) < UNDER_WAY) {
    return (
      <p className={styles.words} role="status">
        {t('notice.pending', { channel })}
      </p>
    );
  }
  return (
    <div className={mergeClasses(styles.notice, styles.box)} role="alert">
      <p className={styles.ask}>{t('notice.question', { channel })}</p>
      <p className={styles.words}>{t('notice.why')}</p>
      {settling.error !== null && <FailureState error={settling.error} size="inline" onRetry={settling.retry} />}
      <div className={styles.actions}>
        <Button disabledFocusable={settling.busy} onClick={() => void settling.run(true)}>
          {t('notice.yes')}
        </Button>
        <Button disabledFocusable={settling.busy} onClick={() => void settling.run(false)}>
          {t('notice.no')}
        </Button>
      </div>
    </div>
  );
}

/** The message as it will stand, and the press that sends it. */
function Compose({ file, event, onDone }: NoticeStateProps & { onDone: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  const { agenda } = useCommands();
  const client = useQueryClient();
  const tell = useNotice();
  const { board, pointer, status } = file;
  const channel = board.channelName;
  const subject = { event, agenda: file.agenda, board, supplement: status.supplement ?? [], file };
  const preview = useQuery({
    queryKey: [...keys.notice(pointer), 'preview', file.agenda, subject.supplement, event.start, event.end, event.location],
    queryFn: async () => (await agenda.notice()).previewNotice(subject),
    staleTime: 0,
    retry: false,
  });
  const sending = useAction(async ({ shown }: NoticePreview) => {
    const { state } = await (await agenda.notice()).sendNotice(file, event, shown);
    if (state === 'done') tell({ text: t('notice.sent', { channel }) });
    await client.invalidateQueries({ queryKey: keys.notice(pointer) });
    onDone();
  });
  return (
    <section className={mergeClasses(styles.notice, styles.box)} aria-label={t('notice.preview', { channel })}>
      <Queried query={preview}>
        {(shown) => (
          <>
            <NoticeLooks preview={shown} channel={channel} agenda={file.agenda} meeting={pointer} asked={[]} />
            {sending.error !== null && <FailureState error={sending.error} size="inline" onRetry={sending.retry} />}
            <div className={styles.actions}>
              <Button appearance="primary" disabledFocusable={sending.busy} onClick={() => void sending.run(shown)}>
                {sending.busy ? t('notice.busy') : t('notice.send', { channel })}
              </Button>
            </div>
          </>
        )}
      </Queried>
      <div className={styles.actions}>
        <Button appearance="subtle" onClick={onDone}>
          {t('notice.back')}
        </Button>
      </div>
    </section>
  );
}
