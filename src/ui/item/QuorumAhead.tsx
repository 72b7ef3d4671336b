import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isClosed, type Agenda } from '../../meeting/agenda.ts';
import type { Apology } from '../../meeting/meeting.ts';
import type { BodyProfile } from '../../meeting/profile.ts';
import { itemsThatFall } from '../../meeting/quorum.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';

const useStyles = makeStyles({ words: { ...typographyStyles.body1Strong, margin: 0, color: tokens.colorStatusDangerForeground1 } });

interface QuorumAheadProps {
  readonly agenda: Pick<Agenda, 'start' | 'items'>;
  readonly apologies: readonly Apology[];
  readonly profile: BodyProfile;
}

/** Before the meeting: the items that too few could decide on with the apologies there are. Nothing where all can be decided. Closed ones by their neutral words. */
export function QuorumAhead({ agenda, apologies, profile }: QuorumAheadProps) {
  const styles = useStyles();
  const { t } = useTranslation(['rollCall', 'common']);
  const { items } = agenda;
  const falling = new Set(itemsThatFall(profile, agenda, apologies));
  if (falling.size === 0) return null;
  const names = items
    .filter(({ id }) => falling.has(id))
    .map((item) => [item.number, shownTitle({ item, closed: isClosed(items, item) }, false) ?? t('common:closedItem')].filter(Boolean).join(' '));
  return <p className={styles.words}>{t('rollCall:wouldFall', { items: names.join('; ') })}</p>;
}
