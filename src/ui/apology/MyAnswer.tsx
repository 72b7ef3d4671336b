import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { samePerson, standingOf } from '../../meeting/apologies.ts';
import { answeredForEarlier, givenForEarlier } from '../../meeting/calendarFacts.ts';
import { useCopies } from '../queries/useCopies.ts';
import { myAnswerTo } from '../../meeting/myAnswer.ts';
import { mayComeToMeeting, maySendApology, mayWithdrawFor } from '../../meeting/permissions.ts';
import type { Apology, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { keys } from '../queries/keys.ts';
import { useMe } from '../queries/useMe.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';
import { useUnsentApology } from '../queries/useUnsent.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAction, type Action } from '../kit/useAction.ts';
import { useLazyOpen } from '../kit/useLazyOpen.ts';
import { useNotice } from '../kit/Notices.tsx';
import { useNow } from '../kit/useNow.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useScopeWords } from '../item/useScopeWords.ts';
import { lazyPart } from '../kit/lazyPart.ts';

const EarlierApology = lazyPart(() => import('./EarlierApology.tsx'));
const ApologySheet = lazyPart(() => import('./ApologySheet.tsx'));
const AnswerState = lazyPart(() => import('./AnswerState.tsx'));

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    minHeight: '32px',
  },
  screenOnly: { outlineStyle: 'none', '@media print': { display: 'none' } },
});

/**
 * My own line: what I answered, and my apology with the way back. A reader who was never invited has no line; somebody
 * whose event left the calendar with an apology keeps it.
 */
export function MyAnswer({ file, event, byLink = false }: { file: MeetingFile; event: CalendarEvent | null; byLink?: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'apology']);
  const me = useMe();
  const now = useNow();
  const { waiting, mark } = useUnsentApology(file.pointer);
  const refresh = useRefreshFile();
  const client = useQueryClient();
  const tell = useNotice();
  const withdrawal = useWithdrawal(file, () => mark('withdrawal'));
  // The link stands in other invitations too: which meeting is meant is told by opening it from the calendar (LinkNotices).
  const unclear = useCopies(file, byLink && event !== null).length > 0;
  const line = useRef<HTMLDivElement>(null);
  const sheet = useLazyOpen(line);
  const mine = me && standingOf(file.apologies, me);
  const hadOne = me !== null && file.apologies.some((apology) => samePerson(apology.person, me));
  // What had the focus (the button, the link) goes away with the change: the line takes it, so that it is not lost.
  const shown = waiting ?? mine?.id ?? 'none';
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown && document.activeElement === document.body) line.current?.focus();
    before.current = shown;
  }, [shown]);
  if (!event && !hadOne) return null;
  const facts = { file, event, me, now };
  const onSent = (apology: Apology | null, words: string) => {
    sheet.hide();
    if (apology === null) {
      mark('apology');
      return;
    }
    tell({ text: words, undo: () => void withdrawal.run(apology) });
    void refresh(file.pointer);
    void client.invalidateQueries({ queryKey: keys.myEvent(file.pointer) });
  };
  return (
    <div className={styles.screenOnly} ref={line} tabIndex={-1}>
      {waiting ? (
        <p className={styles.line}>{t(waiting === 'apology' ? 'apology:mine.waiting' : 'apology:mine.withdrawalWaiting')}</p>
      ) : mine ? (
        <MyApology
          file={file}
          apology={mine}
          mayChange={mayWithdrawFor(facts, mine.person)}
          busy={withdrawal.busy}
          onEdit={sheet.show}
          onWithdraw={() => void withdrawal.run(mine)}
        />
      ) : (
        <div className={styles.line}>
          {event && <span>{t(`agenda:answer.${myAnswerTo(event)}`)}</span>}
          {event && answeredForEarlier(event.myAnswerAt, file.occasion) && <span>{t('apology:earlierAnswer')}</span>}
          {event && mayComeToMeeting(facts) && !unclear && event.myAnswer !== 'accepted' && <Coming file={file} event={event} />}
          {maySendApology(facts) && !unclear && <Button onClick={sheet.show}>{t('apology:open')}</Button>}
        </div>
      )}
      {mine && mayWithdrawFor(facts, mine.person) && givenForEarlier(mine, file.occasion) && (
        <Suspense fallback={null}>
          <EarlierApology file={file} event={event} apology={mine} />
        </Suspense>
      )}
      {hadOne && !waiting && (
        <Suspense fallback={null}>
          <AnswerState file={file} event={event} apology={mine} ahead={maySendApology(facts)} />
        </Suspense>
      )}
      {withdrawal.error !== null && mine && <FailureState error={withdrawal.error} size="inline" onRetry={withdrawal.retry} />}
      {sheet.mounted && (
        <Suspense fallback={null}>
          <ApologySheet open={sheet.open} file={file} event={event} before={mine} onClose={sheet.hide} onSent={onSent} />
        </Suspense>
      )}
    </div>
  );
}

interface MyApologyProps {
  readonly file: MeetingFile;
  readonly apology: Apology;
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onWithdraw: () => void;
}

function MyApology({ file, apology, mayChange, busy, onEdit, onWithdraw }: MyApologyProps) {
  const styles = useStyles();
  const { t } = useTranslation('apology');
  const scopeWords = useScopeWords();
  const part = scopeWords(apology.scope, file.agenda.items);
  return (
    <div className={styles.line}>
      <span>
        {apology.scope.kind === 'meeting' ? t('mine.meeting') : t('mine.part', { part })}
        {apology.substitute && ` · ${t('mine.substitute', { name: apology.substitute })}`}
      </span>
      {mayChange && (
        <>
          <Link as="button" disabled={busy} onClick={onWithdraw}>
            {busy ? t('mine.withdrawing') : t('mine.withdraw')}
          </Link>
          <Link as="button" onClick={onEdit}>
            {t('mine.edit')}
          </Link>
        </>
      )}
    </div>
  );
}

/** "Jeg kommer": says yes in the calendar, without leaving the agenda. */
function Coming({ file, event }: { file: MeetingFile; event: CalendarEvent }) {
  const { t } = useTranslation('apology');
  const commands = useCommands();
  const client = useQueryClient();
  const tell = useNotice();
  const coming = useAction(
    async () => {
      const { calendar } = await commands.apology.comeToMeeting(file, event);
      if (calendar === 'accepted') tell({ text: t('came') });
      await Promise.all([keys.myEvent(file.pointer), keys.found, keys.event(event.id)].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    { onKept: () => tell({ text: t('cameWaits') }) },
  );
  return (
    <>
      <Button disabledFocusable={coming.busy} onClick={() => void coming.run()}>
        {coming.busy ? t('coming') : t('come')}
      </Button>
      {coming.error !== null && <FailureState error={coming.error} size="inline" onRetry={coming.retry} />}
    </>
  );
}

/** Withdraws an apology and shows the meeting as it is then, or that the wish waits. */
function useWithdrawal(file: MeetingFile, onKept: () => void): Action<[apology: Apology]> {
  const { t } = useTranslation('apology');
  const commands = useCommands();
  const client = useQueryClient();
  const refresh = useRefreshFile();
  const tell = useNotice();
  return useAction(
    async (apology: Apology) => {
      const { calendar } = await commands.apology.withdrawApology(file, apology);
      tell({ text: t(calendar === 'gone' ? 'withdrawnUntold' : 'withdrawn') });
      await Promise.all([
        refresh(file.pointer),
        client.invalidateQueries({ queryKey: keys.myEvent(file.pointer) }),
        client.invalidateQueries({ queryKey: keys.found }),
      ]);
    },
    { onKept },
  );
}
