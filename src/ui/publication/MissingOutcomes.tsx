import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { treatmentOf } from '../meeting/agendaWalk.ts';
import { asNotTreated } from '../meeting/phrases.ts';
import { useFoldTreatment } from '../queries/useFoldTreatment.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { ItemsInTheWay } from './ItemsInTheWay.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** The items without an outcome: each can be marked as not treated, or decided. */
export function MissingOutcomes({ file, missing }: { file: MeetingFile; missing: readonly ItemId[] }) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const commands = useCommands();
  const fold = useFoldTreatment();
  const [state, setState] = useState<{
    readonly busy: boolean;
    readonly failed: { readonly error: unknown; readonly ids: readonly ItemId[] } | null;
  }>({ busy: false, failed: null });
  const items = missing.flatMap((id) => file.agenda.items.filter((item) => item.id === id));

  const mark = async (ids: readonly ItemId[]) => {
    setState({ busy: true, failed: null });
    for (const [place, id] of ids.entries()) {
      const item = items.find((other) => other.id === id);
      if (!item) continue;
      try {
        await fold(file, await commands.minutes.recordTreatment(file, asNotTreated(treatmentOf(file.agenda, file.treatments, item), true)));
      } catch (error) {
        setState({ busy: false, failed: { error, ids: ids.slice(place) } });
        return;
      }
    }
    setState({ busy: false, failed: null });
  };

  return (
    <ItemsInTheWay
      file={file}
      items={items}
      heading={t('missing', { count: items.length })}
      words={t('missingWhy')}
      wayOut={(item, title) => (
        <Button size="small" aria-label={t('markOf', { title })} disabledFocusable={state.busy} onClick={() => void mark([item.id])}>
          {t('mark')}
        </Button>
      )}
    >
      {state.failed && <FailureState error={state.failed.error} size="inline" onRetry={() => void mark(state.failed?.ids ?? [])} />}
      <div className={styles.actions}>
        <LinkButton appearance="secondary" href={printRoute({ page: 'record', pointer: file.pointer })}>
          {t('write')}
        </LinkButton>
        {items.length > 1 && (
          <Button appearance="subtle" disabledFocusable={state.busy} onClick={() => void mark(items.map((item) => item.id))}>
            {t('markAll')}
          </Button>
        )}
      </div>
    </ItemsInTheWay>
  );
}
