import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isFailure, type FailureName } from '../../../meeting/errors.ts';
import { asSiteId } from '../../../meeting/ids.ts';
import type { Language } from '../../../host/host.ts';
import { whenWords } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useCommands } from '../CommandsContext.tsx';
import { LinkButton } from '../LinkButton.tsx';
import { browserAddress, printRoute } from '../route.ts';
import { useRoute } from '../useRoute.ts';
import { lazyPart } from '../lazyPart.ts';
import { CopyText } from './CopyText.tsx';
import { failureDetails, failureName, type ShownFailure } from './failureName.ts';

const NoAccess = lazyPart(() => import('./NoAccess.tsx'));

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingHorizontalL, maxWidth: '36rem' },
  inline: {
    padding: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  titleInline: { ...typographyStyles.body1Strong, margin: 0 },
  what: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  details: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '100%' },
  summary: { cursor: 'pointer', minHeight: '24px' },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: `0 ${tokens.spacingHorizontalM}`, margin: 0, overflowWrap: 'anywhere' },
  fact: { margin: 0 },
});

export interface FailureStateProps {
  readonly error: unknown;
  /** Tries the same thing again. */
  readonly onRetry?: (() => void) | undefined;
  /** `page`: nothing else can be shown. `inline`: one thing failed beside content that stands. */
  readonly size?: 'page' | 'inline';
  /** Something else to offer, e.g. a link to another place. */
  readonly children?: ReactNode;
}

/** Failures with a message that somebody else must get. */
type Sendable = Extract<FailureName, 'NotAllowed' | 'ConsentMissing' | 'SiteNotPrepared' | 'SiteOutdated' | 'ClosedRoomMissing'>;
const isSendable = (name: ShownFailure): name is Sendable =>
  name === 'NotAllowed' || name === 'ConsentMissing' || name === 'SiteNotPrepared' || name === 'SiteOutdated' || name === 'ClosedRoomMissing';

/** What went wrong, why, and a way on. Codes stand behind "Detaljer". */
export function FailureState({ error, onRetry, size = 'page', children }: FailureStateProps) {
  const styles = useStyles();
  const { t } = useTranslation(['states', 'common']);
  const commands = useCommands();
  const route = useRoute(commands.host.address);
  const language = useLanguage();
  const name = failureName(error);
  const wait = isFailure(error, 'Throttled') ? error.retryAfter : null;
  useRetryLater(wait, onRetry);
  const Title = size === 'page' ? 'h1' : 'p';
  return (
    <div className={mergeClasses(styles.page, size === 'inline' && styles.inline)} role="alert">
      <Title className={size === 'page' ? styles.title : styles.titleInline}>{t(`states:${name}.title`)}</Title>
      <p className={styles.what}>
        {isAboutInvitation(error)
          ? t('states:TooLarge.invitation')
          : wait === null || !onRetry
            ? (namedWords(error, t) ?? t(`states:${name}.what`, { when: meetingNamed(error, language), place: '', members: '' }))
            : wait < 120
              ? t('states:Throttled.seconds', { count: wait })
              : t('states:Throttled.minutes', { count: Math.ceil(wait / 60) })}
      </p>
      {isSendable(name) && (
        <CopyText
          label={t('states:messageTo')}
          text={t(`states:${name}.message`, { link: name === 'ConsentMissing' ? commands.session.adminConsentLink() : browserAddress(route) })}
        />
      )}
      {name === 'NotAllowed' && size === 'page' && (
        <Suspense fallback={null}>
          <NoAccess />
        </Suspense>
      )}
      <div className={styles.actions}>
        <WayOn name={name} error={error} onRetry={onRetry} />
        {children}
      </div>
      <details className={styles.details}>
        <summary className={styles.summary}>{t('common:details')}</summary>
        <dl className={styles.facts}>
          {failureDetails(error).map(([fact, value]) => (
            <Fact key={fact} fact={fact} value={value} />
          ))}
        </dl>
        <p>{t('states:noSupport')}</p>
      </details>
    </div>
  );
}

/** An invitation that is too large is no text to split: the agenda is stored, and does not stand in the invitation. */
const isAboutInvitation = (error: unknown): boolean => isFailure(error, 'TooLarge') && error.detail.about === 'invitation';

/** When the meeting is that the failure is about, '' where it names none. */
function meetingNamed(error: unknown, language: Language): string {
  const { start, end, firstDay, lastDay } = isFailure(error) ? error.detail : {};
  if (!start || !end) return '';
  return whenWords({ start, end, ...(firstDay && lastDay && { days: { first: firstDay, last: lastDay } }) }, language);
}

const REASONS = ['several', 'pointer', 'board', 'foreign', 'unclear', 'noSite', 'team'] as const;

/** What was found, and what to do, where a failure's detail names it: the place for closed items, a list, columns; null for every other failure. */
function namedWords(error: unknown, t: TFunction<['states', 'common']>): string | null {
  if (!isFailure(error)) return null;
  const { reason, rooms = t('states:ClosedPlaceRefused.unnamed'), place = '', members } = error.detail;
  if (error.name === 'SiteNotPrepared' && error.detail.list) {
    return error.detail.columns
      ? t('states:SiteNotPrepared.columns', { list: error.detail.list, columns: error.detail.columns })
      : t('states:SiteNotPrepared.list', { list: error.detail.list });
  }
  if (error.name === 'ClosedPlaceUnconfirmed') {
    return members === undefined
      ? t('states:ClosedPlaceUnconfirmed.whatUnknown', { place })
      : t('states:ClosedPlaceUnconfirmed.what', { place, members });
  }
  const known = error.name === 'ClosedPlaceRefused' ? REASONS.find((each) => each === reason) : undefined;
  return known === undefined ? null : t(`states:ClosedPlaceRefused.${known}`, { rooms });
}

function Fact({ fact, value }: { fact: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>{fact}</dt>
      <dd className={styles.fact}>{value}</dd>
    </>
  );
}

/** The button that leads on: its own words where the failure has a way of its own, else "Prøv igen". */
function WayOn({ name, error, onRetry }: { name: ShownFailure; error: unknown; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation(['states', 'common']);
  const commands = useCommands();
  const { host } = commands;
  const route = useRoute(host.address);
  const retry = onRetry && (
    <Button appearance={name === 'ConsentMissing' || name === 'NotFound' ? 'secondary' : 'primary'} onClick={onRetry}>
      {t('common:retry')}
    </Button>
  );
  if (name === 'SignInNeeded' || name === 'WrongAccount') {
    const scopes = isFailure(error) ? (error.detail.scopes?.split(' ') ?? []) : [];
    const ask = () => host.signIn.ask(scopes).then(onRetry, onRetry);
    return (
      <Button appearance="primary" onClick={() => void ask()}>
        {t(`states:${name}.action`)}
      </Button>
    );
  }
  if (name === 'AppOutdated') {
    return (
      <Button appearance="primary" onClick={() => globalThis.location.reload()}>
        {t('states:AppOutdated.action')}
      </Button>
    );
  }
  if (name === 'ClosedPlaceUnconfirmed') return <ConfirmPlace error={error} onRetry={onRetry} />;
  if (name === 'OtherBoard') {
    const eventId = isFailure(error) ? error.detail.eventId : undefined;
    return (
      <LinkButton appearance="primary" href={printRoute(eventId ? { page: 'event', eventId } : { page: 'mine' })}>
        {t('states:OtherBoard.action')}
      </LinkButton>
    );
  }
  if (name === 'NotFound' || name === 'WholeSeries') {
    return (
      <>
        <LinkButton appearance="primary" href={printRoute({ page: 'mine' })}>
          {t('common:toMyMeetings')}
        </LinkButton>
        {name === 'NotFound' && retry}
      </>
    );
  }
  if (name === 'ConsentMissing') {
    return (
      <>
        {retry}
        <Link as="button" onClick={() => host.openLink(commands.session.adminConsentLink())}>
          {t('states:ConsentMissing.action')}
        </Link>
      </>
    );
  }
  if (name === 'HostSilent' && host.kind !== 'browser') {
    return (
      <>
        {retry}
        <Link as="button" onClick={() => host.openLink(browserAddress(route))}>
          {t('states:HostSilent.action')}
        </Link>
      </>
    );
  }
  if ((name === 'Conflict' || name === 'CalendarDiffers') && onRetry) {
    return (
      <Button appearance="primary" onClick={onRetry}>
        {t(`states:${name}.action`)}
      </Button>
    );
  }
  return retry;
}

/** The place and its members have been read: whoever says that they are right goes on with what was refused. */
function ConfirmPlace({ error, onRetry }: { error: unknown; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation(['states', 'common']);
  const commands = useCommands();
  const [state, setState] = useState<{ readonly busy: boolean; readonly failed: boolean; readonly done: boolean }>({
    busy: false,
    failed: false,
    done: false,
  });
  const { boardSiteId, placeSiteId } = isFailure(error) ? error.detail : {};
  if (boardSiteId === undefined || placeSiteId === undefined) return null;
  const confirm = async () => {
    setState({ busy: true, failed: false, done: false });
    try {
      await commands.board.confirmClosedPlace(asSiteId(boardSiteId), asSiteId(placeSiteId));
      setState({ busy: false, failed: false, done: true });
      onRetry?.();
    } catch {
      setState({ busy: false, failed: true, done: false });
    }
  };
  return (
    <>
      <Button appearance="primary" disabledFocusable={state.busy || state.done} onClick={() => void confirm()}>
        {t('states:ClosedPlaceUnconfirmed.action')}
      </Button>
      <span role="status">
        {t(
          state.failed
            ? 'states:ClosedPlaceUnconfirmed.failed'
            : state.done
              ? 'states:ClosedPlaceUnconfirmed.done'
              : 'states:ClosedPlaceUnconfirmed.stop',
        )}
      </span>
    </>
  );
}

/** A service that asked us to wait is asked again when the time has passed, once for each failure. */
function useRetryLater(seconds: number | null, onRetry: (() => void) | undefined): void {
  const retry = useRef(onRetry);
  useEffect(() => {
    retry.current = onRetry;
  }, [onRetry]);
  useEffect(() => {
    if (seconds === null) return;
    const timer = setTimeout(() => retry.current?.(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
}
