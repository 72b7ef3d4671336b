import { makeStyles } from '@fluentui/react-components';
import { Fragment, useMemo } from 'react';
import { drawDanishWords } from './Words.tsx';
import { partsOf } from './danishHyphens.ts';

// Not a sign in the text: what is copied, searched for or read out is the words alone.
const useStyles = makeStyles({ cut: { '::before': { content: '"\\00AD"' } } });

function Cut({ words }: { words: string }) {
  const styles = useStyles();
  const parts = useMemo(() => partsOf(words), [words]);
  return parts.map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <span className={styles.cut} />}
      {part}
    </Fragment>
  ));
}

/** Milliseconds in which a browser that has Danish hyphens fetches them. */
const FETCHING = 1_000;

/**
 * Does this browser part Danish words by itself? Where its dictionaries come one by one over the network, as with Chrome, it may not; a new profile, a locked-down
 * machine and a browser without a window have none.
 */
function partsByItself(): boolean {
  const probe = document.createElement('div');
  probe.lang = 'da';
  probe.textContent = 'kommunikationsstrategi';
  probe.setAttribute('aria-hidden', 'true');
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', width: '6em', hyphens: 'auto', overflowWrap: 'normal' });
  document.body.append(probe);
  const parted = probe.scrollWidth <= probe.clientWidth;
  probe.remove();
  return parted;
}

/** Parts long Danish words at hyphens where the browser does not. Returns how to stop. */
export function hyphenateDanish(): () => void {
  if (partsByItself()) return () => undefined;
  const later = setTimeout(() => {
    if (!partsByItself()) drawDanishWords((words) => <Cut words={words} />);
  }, FETCHING);
  return () => {
    clearTimeout(later);
    drawDanishWords(null);
  };
}
