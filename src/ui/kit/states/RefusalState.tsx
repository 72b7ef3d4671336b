import { Button, Link } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../host/host.ts';
import { Failure, isFailure, type FailureName } from '../../../meeting/errors.ts';
import { asSiteId } from '../../../meeting/ids.ts';
import { whenWords } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useCommands } from '../CommandsContext.tsx';
import { lazyPart } from '../lazyPart.ts';
import { LinkButton } from '../LinkButton.tsx';
import { otherWriter } from '../otherWriter.ts';
import { browserAddress, printRoute } from '../route.ts';
import { useRoute } from '../useRoute.ts';
import { CopyText } from './CopyText.tsx';
import { FailureFrame, type FailureStateProps } from './FailureFrame.tsx';
import type { Refusal } from './failureName.ts';

const NoAccess = lazyPart(() => import('./NoAccess.tsx'));

/** Failures with a message that somebody else must get. */
type Sendable = Extract<FailureName, 'NotAllowed' | 'ConsentMissing' | 'SiteNotPrepared' | 'SiteOutdated' | 'ClosedRoomMissing'>;
const isSendable = (name: Refusal): name is Sendable =>
  name === 'NotAllowed' || name === 'ConsentMissing' || name === 'SiteNotPrepared' || name === 'SiteOutdated' || name === 'ClosedRoomMissing';

type RefusalStateProps = FailureStateProps & { readonly name: Refusal; readonly size: 'page' | 'inline' };

/**
 * What somebody's answer means, and the way on from it.
 * @throws Failure Offline where its words could not be fetched
 */
export default function RefusalState({ name, error, onRetry, size, children }: RefusalStateProps) {
  const { t, i18n } = useTranslation(['refusals', 'common']);
  const commands = useCommands();
  const route = useRoute(commands.host.address);
  const language = useLanguage();
  if (!i18n.exists(`refusals:${name}.title`)) throw new Failure('Offline', 'The words of a refusal could not be fetched');
  const owner = calendarOwner(error);
  const by = otherWriter(error, commands);
  const title = by === null ? t(`refusals:${name}.title`) : t('refusals:Conflict.titleBy', { name: by });
  const what = isAboutInvitation(error)
    ? t('refusals:TooLarge.invitation')
    : (namedWords(error, t) ?? t(`refusals:${name}.what`, { when: meetingNamed(error, language), place: '', members: '' }));
  const link = name === 'ConsentMissing' ? commands.session.adminConsentLink() : browserAddress(route);
  const message = isSendable(name) && (
    <>
      {owner !== null ? (
        <CopyText label={t('refusals:messageTo')} text={t('refusals:NotAllowed.calendarMessage', { link })} />
      ) : (
        <CopyText label={t('refusals:messageTo')} text={t(`refusals:${name}.message`, { link })} />
      )}
      {name === 'NotAllowed' && owner === null && size === 'page' && (
        <Suspense fallback={null}>
          <NoAccess />
        </Suspense>
      )}
    </>
  );
  const actions = (
    <>
      <WayOn name={name} error={error} onRetry={onRetry} />
      {children}
    </>
  );
  return (
    <FailureFrame
      error={error}
      size={size}
      title={owner === null ? title : t('refusals:NotAllowed.calendarTitle')}
      what={what}
      message={message}
      actions={actions}
    />
  );
}

/** An invitation that is too large is no text to split: the agenda is stored, and does not stand in the invitation. */
const isAboutInvitation = (error: unknown): boolean => isFailure(error, 'TooLarge') && error.detail.about === 'invitation';

/** Whose calendar it is that does not let me, by address; null where it is something else. */
const calendarOwner = (error: unknown): string | null =>
  isFailure(error, 'NotAllowed') && error.detail.about === 'calendar' ? (error.detail.owner ?? null) : null;

/** When the meeting is that the failure is about, '' where it names none. */
function meetingNamed(error: unknown, language: Language): string {
  const { start, end, firstDay, lastDay } = isFailure(error) ? error.detail : {};
  if (!start || !end) return '';
  return whenWords({ start, end, ...(firstDay && lastDay && { days: { first: firstDay, last: lastDay } }) }, language);
}

const REASONS = [
  'several',
  'pointer',
  'board',
  'foreign',
  'unclear',
  'noSite',
  'team',
  'ownSite',
  'otherBody',
  'everybody',
  'otherHost',
  'noAccess',
  'notEmpty',
  'left',
] as const;

const PAPER_REASONS = [
  'missing',
  'readOnly',
  'full',
  'gone',
  'noItem',
  'name',
  'empty',
  'signs',
  'ends',
  'reserved',
  'tooLong',
  'kind',
  'tooLarge',
  'noRoom',
  'stays',
] as const;

/** What was found, and what to do, where a failure's detail names it: the place for closed items, a list, columns; null for every other failure. */
function namedWords(error: unknown, t: TFunction<['refusals', 'common']>): string | null {
  if (!isFailure(error)) return null;
  const owner = calendarOwner(error);
  if (owner !== null) return t('refusals:NotAllowed.calendar', { owner });
  const { reason, rooms = t('refusals:ClosedPlaceRefused.unnamed'), place = '', members } = error.detail;
  if (error.name === 'SiteNotPrepared' && error.detail.list) {
    return error.detail.columns
      ? t('refusals:SiteNotPrepared.columns', { list: error.detail.list, columns: error.detail.columns })
      : t('refusals:SiteNotPrepared.list', { list: error.detail.list });
  }
  const { address, by = '' } = error.detail;
  if (error.name === 'ClosedPlaceUnconfirmed' && address !== undefined) {
    return members === undefined
      ? t('refusals:ClosedPlaceUnconfirmed.siteUnknown', { place, address, by })
      : t('refusals:ClosedPlaceUnconfirmed.site', { place, address, by, members });
  }
  if (error.name === 'ClosedPlaceUnconfirmed') {
    return members === undefined
      ? t('refusals:ClosedPlaceUnconfirmed.whatUnknown', { place })
      : t('refusals:ClosedPlaceUnconfirmed.what', { place, members });
  }
  const inTheWay = error.name === 'PaperNotStored' ? PAPER_REASONS.find((each) => each === reason) : undefined;
  if (inTheWay !== undefined) return t(`refusals:PaperNotStored.reason.${inTheWay}`, { titles: error.detail.titles ?? '' });
  const known = error.name === 'ClosedPlaceRefused' ? REASONS.find((each) => each === reason) : undefined;
  return known === undefined ? null : t(`refusals:ClosedPlaceRefused.${known}`, { rooms });
}

/** The button that leads on: its own words where the failure has a way of its own, else "Prøv igen". */
function WayOn({ name, error, onRetry }: { name: Refusal; error: unknown; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation(['refusals', 'common']);
  const commands = useCommands();
  const { host } = commands;
  const retry = onRetry && (
    <Button appearance={name === 'ConsentMissing' || name === 'NotFound' ? 'secondary' : 'primary'} onClick={onRetry}>
      {t('common:retry')}
    </Button>
  );
  if (name === 'AppOutdated') {
    return (
      <Button appearance="primary" onClick={() => globalThis.location.reload()}>
        {t('refusals:AppOutdated.action')}
      </Button>
    );
  }
  if (name === 'ClosedPlaceUnconfirmed') return <ConfirmPlace error={error} onRetry={onRetry} />;
  if (name === 'OtherBoard') {
    const eventId = isFailure(error) ? error.detail.eventId : undefined;
    return (
      <LinkButton appearance="primary" href={printRoute(eventId ? { page: 'event', eventId } : { page: 'mine' })}>
        {t('refusals:OtherBoard.action')}
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
          {t('refusals:ConsentMissing.action')}
        </Link>
      </>
    );
  }
  if ((name === 'Conflict' || name === 'CalendarDiffers') && onRetry) {
    return (
      <Button appearance="primary" onClick={onRetry}>
        {t(`refusals:${name}.action`)}
      </Button>
    );
  }
  return retry;
}

/** The place and its members have been read: whoever says that they are right goes on with what was refused. */
function ConfirmPlace({ error, onRetry }: { error: unknown; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation(['refusals', 'common']);
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
        {t('refusals:ClosedPlaceUnconfirmed.action')}
      </Button>
      <span role="status">
        {t(
          state.failed
            ? 'refusals:ClosedPlaceUnconfirmed.failed'
            : state.done
              ? 'refusals:ClosedPlaceUnconfirmed.done'
              : 'refusals:ClosedPlaceUnconfirmed.stop',
        )}
      </span>
    </>
  );
}
