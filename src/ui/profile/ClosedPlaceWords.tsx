import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isFailure } from '../../meeting/errors.ts';
import type { Board } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from '../queries/keys.ts';

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: 0 },
  words: { margin: `${tokens.spacingVerticalXS} 0 0`, overflowWrap: 'anywhere' },
});

/** Where closed items are kept, by name, and who reads there. It is chosen when the site is prepared. */
export function ClosedPlaceWords({ board }: { board: Board }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const place = useQuery({ queryKey: keys.closedPlace(board.siteId), queryFn: () => commands.board.closedPlace(board.siteId) });
  const told = () => {
    if (place.data) return t('closed.place', { channel: place.data.channelName });
    if (isFailure(place.error, 'ClosedRoomMissing')) return board.closedSiteId === null ? t('closed.none') : t('closed.notForMe');
    if (isFailure(place.error, 'NotAllowed')) return t('closed.notForMe');
    return t('closed.unknown');
  };
  if (place.isPending) return null;
  return (
    <section>
      <h2 className={styles.title}>{t('closed.title')}</h2>
      <p className={styles.words}>{told()}</p>
      {place.data?.members && <p className={styles.words}>{t('closed.members', { names: place.data.members.join(', ') })}</p>}
    </section>
  );
}
