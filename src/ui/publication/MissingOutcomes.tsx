import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { shownTitle } from '../agenda/shownTitle.ts';
import { treatmentOf } from '../meeting/agendaWalk.ts';
import { asNotTreated } from '../meeting/phrases.ts';
import { useFoldTreatment } from '../queries/useFoldTreatment.ts';
import { useCommands } from '../shell/CommandsContext.tsx';
import { LinkButton } from '../shell/LinkButton.tsx';
import { printRoute } from '../shell/route.ts';
import { FailureState } from '../states/FailureState.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { flex: '1 1 10rem', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The items that keep the minutes from being published, each with its way out. */
export function MissingOutcomes({ file, missing }: { file: MeetingFile; missing: readonly ItemId[] }) {
  const styles = useStyles();
  const { t } = useTranslation(['publication', 'common', 'meetingPanel']);
  const commands = useCommands();
  const fold = useFoldTreatment();
  const titleId = useId();
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
        fold(file, await commands.recordTreatment(file, asNotTreated(treatmentOf(file.agenda, file.treatments, item), true)));
      } catch (error) {
        setState({ busy: false, failed: { error, ids: ids.slice(place) } });
        return;
      }
    }
    setState({ busy: false, failed: null });
  };

  return (
    <section className={styles.box} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('publication:missing', { count: items.length })}
      </h3>
      <p className={styles.words}>{t('publication:missingWhy')}</p>
      <ul className={styles.list}>
        {items.map((item) => {
          const closed = isClosed(file.agenda.items, item);
          const title = shownTitle({ item, closed }, file.closedAccess === 'yes') ?? t(closed ? 'common:closedItem' : 'meetingPanel:untitled');
          return (
            <li key={item.id} className={styles.line}>
              <span className={styles.name}>{item.number === null ? title : `${item.number} ${title}`}</span>
              <Button
                size="small"
                aria-label={t('publication:markOf', { title })}
                disabledFocusable={state.busy}
                onClick={() => void mark([item.id])}
              >
                {t('publication:mark')}
              </Button>
            </li>
          );
        })}
      </ul>
      {state.failed && <FailureState error={state.failed.error} size="inline" onRetry={() => void mark(state.failed?.ids ?? [])} />}
      <div className={styles.actions}>
        <LinkButton appearance="secondary" href={printRoute({ page: 'record', pointer: file.pointer })}>
          {t('publication:write')}
        </LinkButton>
        {items.length > 1 && (
          <Button appearance="subtle" disabledFocusable={state.busy} onClick={() => void mark(items.map((item) => item.id))}>
            {t('publication:markAll')}
          </Button>
        )}
      </div>
    </section>
  );
}
