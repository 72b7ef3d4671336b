import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowForwardRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrived, RouteRead } from '../../commands/commands.ts';
import { isDecided, type CaseRoute } from '../../meeting/caseRoute.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Entry } from '../../meeting/outline.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { printRoute } from '../kit/route.ts';
import { CopyText } from '../kit/states/CopyText.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { useAction } from '../kit/useAction.ts';
import { CaseRouteForm } from './CaseRouteForm.tsx';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalXS,
    '@media print': { display: 'none' },
  },
  words: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface CaseRoutePartProps {
  readonly file: MeetingFile;
  readonly entry: Entry;
  readonly mayEdit: boolean;
}

/** Where an item goes on to (sagsgang). Nothing is asked before somebody opens it; a reader has it to open once there are minutes. */
export default function CaseRoutePart({ file, entry, mayEdit }: CaseRoutePartProps) {
  const styles = useStyles();
  const { t } = useTranslation('caseRoute');
  const commands = useCommands();
  const [open, setOpen] = useState(false);
  const read = useQuery({
    queryKey: ['caseRoute', file.pointer.key, file.pointer.siteId, entry.item.id],
    queryFn: async () => (await commands.backlog()).readRoute(file, entry.item.id),
    enabled: open,
    gcTime: 0,
  });
  if (!mayEdit && file.status.minutes !== 'published') return null;
  return (
    <div className={styles.part}>
      <Button size="small" appearance="subtle" icon={<ArrowForwardRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('label')}
      </Button>
      {open && (
        <Queried query={read}>
          {(found) => <Found found={found} file={file} entry={entry} mayEdit={mayEdit} again={() => void read.refetch()} />}
        </Queried>
      )}
    </div>
  );
}

type FoundProps = CaseRoutePartProps & { readonly found: RouteRead; readonly again: () => void };

function Found({ found, file, entry, mayEdit, again }: FoundProps) {
  const styles = useStyles();
  const { t } = useTranslation('caseRoute');
  // The route as it was when its form opened: what a colleague has changed since is not written over.
  const [editing, setEditing] = useState<CaseRoute | null>(null);
  const [told, setTold] = useState('');
  const { route, arrived, isPrepared } = found;
  const { saving, removing, passing } = useRouteActions(file, entry, (words) => {
    setTold(words);
    setEditing(null);
    again();
  });
  if (!isPrepared) return <p className={styles.quiet}>{t('notPrepared')}</p>;
  const failed = saving.error ?? removing.error ?? passing.error;
  const busy = saving.busy || removing.busy || passing.busy;
  const isReady = route !== null && readyToGo(file, route);
  return (
    <>
      {route === null && !mayEdit && <p className={styles.quiet}>{t('none')}</p>}
      {mayEdit && (route === null || editing !== null) ? (
        <CaseRouteForm
          file={file}
          route={editing ?? route}
          closed={entry.closed}
          busy={busy}
          onSave={(next, day) => void saving.run(editing ?? route, next, day)}
          onCancel={editing !== null ? () => setEditing(null) : null}
        />
      ) : (
        route && <Standing route={route} arrived={arrived} file={file} />
      )}
      {mayEdit && editing === null && route !== null && route.state !== 'passed' && (
        <div className={styles.actions}>
          {isReady && (
            <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void passing.run()}>
              {passing.busy ? t('passing') : t('passOn')}
            </Button>
          )}
          {/* Its proposal may stand at the next body already. */}
          {route.state === 'awaiting' && (
            <>
              <Button size="small" disabledFocusable={busy} onClick={() => setEditing(route)}>
                {t('change')}
              </Button>
              <Button size="small" disabledFocusable={busy} onClick={() => void removing.run(route)}>
                {t('remove')}
              </Button>
            </>
          )}
        </div>
      )}
      <p role="status" className={styles.quiet}>
        {saving.kept || removing.kept || passing.kept ? t('kept') : told}
      </p>
      {failed !== null && (
        <FailureState error={failed} size="inline" onRetry={[saving, removing, passing].find(({ error }) => error !== null)?.retry} />
      )}
    </>
  );
}

function useRouteActions(file: MeetingFile, { item, closed }: Entry, done: (words: string) => void) {
  const { t } = useTranslation('caseRoute');
  const commands = useCommands();
  const sent = { onSent: () => done('') };
  const saving = useAction(async (before: CaseRoute | null, next: CaseRoute['next'], day: string | null) => {
    const openness = before?.openness ?? (closed ? 'closed' : 'open');
    const after: CaseRoute = { itemId: item.id, openness, next, day, state: 'awaiting', passedAt: null, problem: null };
    await (await commands.backlog()).saveRoute(file, before, after);
    done(t('saved', { name: next.name }));
  }, sent);
  const removing = useAction(async (before: CaseRoute) => {
    await (await commands.backlog()).saveRoute(file, before, null);
    done(t('removed'));
  }, sent);
  const passing = useAction(async () => {
    await (await commands.backlog()).passOn(file, item.id);
    done('');
  }, sent);
  return { saving, removing, passing };
}

/** How far it has come, and why it goes no further. */
function Standing({ route, arrived, file }: { route: CaseRoute; arrived: Arrived | null; file: MeetingFile }) {
  const styles = useStyles();
  const { t } = useTranslation(['caseRoute', 'common']);
  const language = useLanguage();
  const commands = useCommands();
  const { next, day, problem, state } = route;
  const link = useQuery({ queryKey: ['minutesLink', file.pointer.key], queryFn: async () => (await commands.backlog()).minutesLink(file) });
  const why = problem === null || state === 'passed' ? null : problemWords(problem);
  return (
    <>
      <p className={styles.words}>
        {day === null ? t('caseRoute:to', { name: next.name }) : t('caseRoute:toBy', { name: next.name, day: longDay(day, language) })}
      </p>
      {state !== 'passed' && why === null && <p className={styles.quiet}>{t(`caseRoute:${waitsFor(file, route)}`)}</p>}
      {why !== null && (
        <>
          <p className={styles.words}>{t(`caseRoute:problem.${why}`, { name: next.name })}</p>
          {link.data !== undefined && <CopyText text={link.data} label={t('caseRoute:link')} />}
        </>
      )}
      {arrived !== null && (
        <p className={styles.quiet}>
          {t(`caseRoute:arrived.${arrived.kind}`)}
          {arrived.kind === 'taken' && (
            <>
              {' '}
              <Link inline href={printRoute({ page: 'agenda', pointer: { siteId: next.siteId, closedSiteId: null, key: arrived.taken.key } })}>
                {arrived.taken.title.trim() || t('common:untitledMeeting')}
              </Link>
            </>
          )}
        </p>
      )}
    </>
  );
}

function waitsFor(file: MeetingFile, route: CaseRoute): 'awaiting' | 'undecided' | 'ready' {
  if (file.status.minutes !== 'published' || file.minutes === null) return 'awaiting';
  return readyToGo(file, route) ? 'ready' : 'undecided';
}

/** Are the minutes out, and is it decided in them? */
function readyToGo(file: MeetingFile, { itemId }: CaseRoute): boolean {
  const line = file.status.minutes === 'published' ? file.minutes?.lines.find((each) => each.itemId === itemId) : undefined;
  return line !== undefined && isDecided(line);
}

function problemWords(problem: NonNullable<CaseRoute['problem']>): 'access' | 'closed' | 'notPrepared' | 'other' {
  if (problem === 'NotAllowed' || problem === 'NotFound' || problem === 'ConsentMissing') return 'access';
  if (problem === 'ClosedRoomMissing' || problem === 'ClosedPlaceRefused' || problem === 'ClosedPlaceUnconfirmed') return 'closed';
  return problem === 'SiteNotPrepared' || problem === 'SiteOutdated' ? 'notPrepared' : 'other';
}
