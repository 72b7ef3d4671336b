import { Button, Link } from '@fluentui/react-components';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isFailure } from '../../../meeting/errors.ts';
import { useHost } from '../CommandsContext.tsx';
import { lazyPart } from '../lazyPart.ts';
import { browserAddress } from '../route.ts';
import { useRoute } from '../useRoute.ts';
import { FailureFrame, type FailureStateProps } from './FailureFrame.tsx';
import { failureName, isPlainFailure, type PlainFailure } from './failureName.ts';
import { Loading } from './Loading.tsx';
import { PartBoundary } from './PartBoundary.tsx';

const RefusalState = lazyPart(() => import('./RefusalState.tsx'));

/** What went wrong, why, and a way on. Codes stand behind "Detaljer". */
export function FailureState({ error, onRetry, size = 'page', children }: FailureStateProps) {
  const name = failureName(error);
  if (isPlainFailure(name)) return <Plain name={name} error={error} onRetry={onRetry} size={size} children={children} />;
  return (
    <PartBoundary otherwise={(cause, again) => <Plain name="Offline" error={cause} onRetry={again} size={size} />}>
      <Suspense fallback={size === 'page' ? <Loading /> : null}>
        <RefusalState name={name} error={error} onRetry={onRetry} size={size} children={children} />
      </Suspense>
    </PartBoundary>
  );
}

type PlainProps = FailureStateProps & { readonly name: PlainFailure; readonly size: 'page' | 'inline' };

function Plain({ name, error, onRetry, size, children }: PlainProps) {
  const { t } = useTranslation('states');
  const wait = isFailure(error, 'Throttled') ? error.retryAfter : null;
  useRetryLater(wait, onRetry);
  const what =
    wait === null || !onRetry
      ? t(`${name}.what`)
      : wait < 120
        ? t('Throttled.seconds', { count: wait })
        : t('Throttled.minutes', { count: Math.ceil(wait / 60) });
  const actions = (
    <>
      <WayOn name={name} error={error} onRetry={onRetry} />
      {children}
    </>
  );
  return <FailureFrame error={error} size={size} title={t(`${name}.title`)} what={what} actions={actions} />;
}

/** The button that leads on: its own words where the failure has a way of its own, else "Prøv igen". */
function WayOn({ name, error, onRetry }: { name: PlainFailure; error: unknown; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation(['states', 'common']);
  const host = useHost();
  const route = useRoute(host.address);
  const retry = onRetry && (
    <Button appearance="primary" onClick={onRetry}>
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
  return retry;
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
