import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosureSign, type PlacedDisclosure } from '../../meeting/disclosure.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}` },
  what: { flex: '1 1 12rem', overflowWrap: 'anywhere' },
});

interface DisclosuresProps {
  readonly meeting: Pick<MeetingPointer, 'siteId' | 'key'>;
  readonly found: readonly PlacedDisclosure[];
  /** Where one stands: number and title of its item; null above the items. */
  readonly placeOf: (itemId: ItemId) => string | null;
}

/**
 * Numbers, addresses and words of health in what is about to leave, at their items. Nothing waits for an answer; what the person has said may stand there
 * is not told again.
 */
export default function Disclosures({ meeting, found, placeOf }: DisclosuresProps) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  const { agenda } = useCommands();
  const client = useQueryClient();
  const titleId = useId();
  const queryKey = ['disclosures', meeting.siteId, meeting.key];
  const { data: accepted } = useQuery({ queryKey, queryFn: () => agenda.acceptedDisclosures(meeting), networkMode: 'always' });
  if (accepted === undefined) return null;
  const told = found.filter((each) => !accepted.includes(disclosureSign(each)));
  if (told.length === 0) return null;
  const accept = (some: readonly PlacedDisclosure[]) => {
    const signs = some.map(disclosureSign);
    client.setQueryData<readonly string[]>(queryKey, [...accepted, ...signs]);
    void agenda.acceptDisclosures(meeting, signs);
  };
  return (
    <section className={styles.box} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('disclosures.title')}
      </h3>
      <p className={styles.words}>{t('disclosures.lead')}</p>
      <ul className={styles.list}>
        {told.map((each) => {
          const place = each.itemId === null ? null : placeOf(each.itemId);
          return (
            <li key={disclosureSign(each)} className={styles.line}>
              <span className={styles.what}>
                {t(`disclosures.kind.${each.kind}`, { words: each.words })}
                {place !== null && <span className={styles.words}> · {place}</span>}
              </span>
              <Button size="small" aria-label={t('disclosures.acceptOf', { words: each.words })} onClick={() => accept([each])}>
                {t('disclosures.accept')}
              </Button>
            </li>
          );
        })}
      </ul>
      {told.length > 1 && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => accept(told)}>
            {t('disclosures.acceptAll')}
          </Button>
        </div>
      )}
    </section>
  );
}
