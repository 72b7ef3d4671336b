import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CloudOffRegular, CloudSyncRegular, WarningRegular } from '@fluentui/react-icons';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from './LiveRegion.tsx';
import { useLazyOpen } from './useLazyOpen.ts';
import { useOutbox } from './useOutbox.ts';
import { saveStateOf } from './saveState.ts';
import { lazyPart } from './lazyPart.ts';

const StuckDialog = lazyPart(() => import('./StuckDialog.tsx'));

const useStyles = makeStyles({
  state: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  warning: { color: tokens.colorStatusWarningForeground1 },
});

/** Saved, saving, waiting or stuck: one small place, quiet until something was written. */
export function SaveState() {
  const styles = useStyles();
  const { t } = useTranslation();
  const outbox = useOutbox();
  const announce = useAnnounce();
  const [wrote, setWrote] = useState(false);
  const { mounted, open, show, hide } = useLazyOpen();
  const busy = outbox.pending > 0 || outbox.sending;
  if (busy && !wrote) setWrote(true);
  const state = saveStateOf(outbox, wrote);
  const words =
    state.kind === 'quiet'
      ? ''
      : state.kind === 'waiting' || state.kind === 'stuck'
        ? t(`saveState.${state.kind}`, { count: state.count })
        : t(`saveState.${state.kind}`);
  useEffect(() => {
    if (state.kind === 'saved' || state.kind === 'stuck' || state.kind === 'waiting') announce(words);
  }, [announce, state.kind, words]);
  if (state.kind === 'quiet' && !open) return null;
  return (
    <span className={styles.state}>
      {state.kind === 'saving' && <CloudSyncRegular aria-hidden />}
      {state.kind === 'saved' && <CheckmarkRegular aria-hidden />}
      {state.kind === 'waiting' && <CloudOffRegular aria-hidden />}
      {state.kind === 'stuck' && <WarningRegular aria-hidden className={styles.warning} />}
      {state.kind === 'stuck' ? (
        <Link as="button" onClick={show}>
          {words}
        </Link>
      ) : (
        words
      )}
      {mounted && (
        <Suspense fallback={null}>
          <StuckDialog open={open} onClose={hide} />
        </Suspense>
      )}
    </span>
  );
}
