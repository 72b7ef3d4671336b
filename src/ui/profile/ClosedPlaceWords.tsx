import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFailure } from '../../meeting/errors.ts';
import type { Board } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { keys } from '../queries/keys.ts';

const ClosedPlaceForm = lazyPart(() => import('./ClosedPlaceForm.tsx'));

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: 0 },
  words: { margin: `${tokens.spacingVerticalXS} 0 0`, overflowWrap: 'anywhere' },
  open: { marginTop: tokens.spacingVerticalS },
});

/** Where closed items are kept, by name, and who reads there; whoever does the body's work chooses it. */
export function ClosedPlaceWords({ board, mayEdit }: { board: Board; mayEdit: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const [choosing, setChoosing] = useState(false);
  const place = useQuery({ queryKey: keys.closedPlace(board.siteId), queryFn: () => commands.board.closedPlace(board.siteId) });
  const isMissing = isFailure(place.error, 'ClosedRoomMissing');
  const told = () => {
    if (place.data) {
      const { kind, name, webUrl } = place.data;
      return kind === 'channel' ? t('closed.place', { channel: name }) : t('closed.site', { site: name, address: webUrl ?? '' });
    }
    if (isMissing) return board.closedSiteId === null ? t('closed.none') : t('closed.notForMe');
    if (isFailure(place.error, 'NotAllowed')) return t('closed.notForMe');
    return t('closed.unknown');
  };
  if (place.isPending) return null;
  // Whoever cannot see the place there is cannot change it; where a change was cut off, it is chosen anew.
  const mayChoose = mayEdit && !isFailure(place.error, 'NotAllowed');
  return (
    <section>
      <h2 className={styles.title}>{t('closed.title')}</h2>
      <p className={styles.words}>{told()}</p>
      {place.data && (
        <p className={styles.words}>
          {place.data.members ? t('closed.members', { names: place.data.members.join(', ') }) : t('closed.membersUnknown')}
        </p>
      )}
      {mayChoose && !choosing && (
        <Button className={styles.open} onClick={() => setChoosing(true)}>
          {t('closed.choose')}
        </Button>
      )}
      {mayChoose && choosing && (
        <Suspense fallback={null}>
          <ClosedPlaceForm board={board} current={place.data?.siteId ?? null} onDone={() => setChoosing(false)} />
        </Suspense>
      )}
    </section>
  );
}
