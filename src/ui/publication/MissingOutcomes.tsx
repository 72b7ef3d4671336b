import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isPassing } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { treatmentOf } from '../../meeting/run.ts';
import { asNotTreated } from '../../meeting/phrases.ts';
import { useFoldTreatment } from '../queries/useFoldTreatment.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { ItemsInTheWay } from './ItemsInTheWay.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** The items without an outcome: each can be marked as not treated, or decided. */
export function MissingOutcomes({ file, missing }: { file: MeetingFile; missing: readonly ItemId[] }) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const commands = useCommands();
  const fold = useFoldTreatment();
  const items = missing.flatMap((id) => file.agenda.items.filter((item) => item.id === id));

  /** Marks one after the other. What the outbox keeps stands as marked already; the first refusal leaves the rest as it is. */
  const mark = useAction(async (ids: readonly ItemId[]) => {
    let waits: unknown = null;
    for (const item of items.filter(({ id }) => ids.includes(id))) {
      const marked = asNotTreated(treatmentOf(file.agenda, file.treatments, item), true);
      try {
        await fold(file, await commands.minutes.recordTreatment(file, marked));
      } catch (error) {
        if (!isPassing(error)) throw error;
        waits = error;
        await fold(file, marked);
      }
    }
    if (waits !== null) throw waits;
  }, {});

  return (
    <ItemsInTheWay
      file={file}
      items={items}
      heading={t('missing', { count: items.length })}
      words={t('missingWhy')}
      wayOut={(item, title) => (
        <Button size="small" aria-label={t('markOf', { title })} disabledFocusable={mark.busy} onClick={() => void mark.run([item.id])}>
          {t('mark')}
        </Button>
      )}
    >
      {mark.error !== null && <FailureState error={mark.error} size="inline" onRetry={mark.retry} />}
      <div className={styles.actions}>
        <LinkButton appearance="secondary" href={printRoute({ page: 'record', pointer: file.pointer })}>
          {t('write')}
        </LinkButton>
        {items.length > 1 && (
          <Button appearance="subtle" disabledFocusable={mark.busy} onClick={() => void mark.run(items.map((item) => item.id))}>
            {t('markAll')}
          </Button>
        )}
      </div>
    </ItemsInTheWay>
  );
}
