import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState, type ReactNode } from 'react';
import { useHost } from '../kit/CommandsContext.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import type { Route } from '../kit/route.ts';
import { SaveState } from '../kit/SaveState.tsx';
import { WayBack } from './WayBack.tsx';
import { WhoAmI } from './WhoAmI.tsx';

// Signing out is the plain browser's way, which never fetches this.
const ForgetMe = lazyPart(() => import('./ForgetMe.tsx'));
const Afterwards = lazyPart(() => import('./Afterwards.tsx'));

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '@media print': { display: 'none' },
  },
  end: { marginInlineStart: 'auto', display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  gone: { display: 'none' },
  // Long Danish words part at a hyphen before they part anywhere: the page tells its language.
  main: { flexGrow: 1, minWidth: 0, hyphens: 'auto' },
});

/** The thin line above every screen: the way back on the left, saved or not and help on the right. */
export function Frame({ route, children }: { route: Route; children: ReactNode }) {
  const styles = useStyles();
  const client = useQueryClient();
  const { signIn } = useHost();
  /** What stands in place of everything once the person's things are off this machine. */
  const [instead, setInstead] = useState<ReactNode>(null);
  const onForgotten = (page: ReactNode) => {
    client.clear();
    setInstead(page);
  };
  return (
    <div className={styles.frame}>
      {/* It stays in place, unseen: a dialog taken away while it closes would leave the page hidden from screen readers. */}
      <header className={mergeClasses(styles.bar, instead !== null && styles.gone)}>
        <WayBack route={route} />
        <div className={styles.end}>
          <SaveState />
          <WhoAmI />
          {!signIn.signOut && (
            <Suspense fallback={null}>
              <ForgetMe onForgotten={onForgotten} />
            </Suspense>
          )}
          <KeyboardHelp />
        </div>
      </header>
      <main className={styles.main}>
        {instead ?? children}
        <Suspense fallback={null}>
          <Afterwards />
        </Suspense>
      </main>
    </div>
  );
}
