import { Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { LockOpenRegular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../meeting/agenda.ts';
import { familyOf } from '../../meeting/copies.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import type { CloseItemProps } from './CloseItem.tsx';
import { MendCopies } from './MendCopies.tsx';
import { useItemCopies } from './useItemCopies.ts';
import { useMending } from './useMending.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorPaletteBerryBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0 },
  under: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid' },
  legend: { ...typographyStyles.body1Strong, padding: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Opens a closed item again. Whatever stands under it stays closed unless it is chosen: nobody can tell why it was closed. */
export default function OpenItem({ file, itemId, onDone }: CloseItemProps) {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'copies']);
  const commands = useCommands();
  const replace = useReplaceFile();
  const tell = useNotice();
  const [under, setUnder] = useState<ReadonlySet<ItemId>>(new Set());
  const mending = useMending(file, itemId, 'opening');
  const copies = useItemCopies(file, itemId);
  const open = useAction(
    async () => {
      const now = await commands.agenda.openItem(file, itemId, [...under]);
      mending.begin(copies.data ?? { copies: [], event: null });
      replace(now);
    },
    {
      onKept: () => {
        tell({ text: t('copies:opening.queued') });
        onDone();
      },
    },
  );
  const onSubmit = (submit: FormEvent) => {
    submit.preventDefault();
    void open.run();
  };
  const item = file.agenda.items.find(({ id }) => id === itemId);
  if (mending.found && item && !isClosed(file.agenda.items, item)) {
    const finish = () => {
      mending.end();
      onDone();
    };
    return (
      <section className={styles.form} aria-label={t('copies:opening.start')}>
        <MendCopies file={file} itemId={itemId} way="opening" found={mending.found} onDone={finish} />
      </section>
    );
  }
  const family = familyOf(file.agenda.items, itemId, 'closed').filter(({ id }) => id !== itemId);
  const choose = (id: ItemId, chosen: boolean) =>
    setUnder((before) => new Set([...[...before].filter((other) => other !== id), ...(chosen ? [id] : [])]));
  return (
    <form className={styles.form} onSubmit={onSubmit} aria-label={t('copies:opening.start')}>
      <p className={styles.words}>{t('copies:opening.lead')}</p>
      {family.length > 0 && (
        <fieldset className={styles.under}>
          <legend className={styles.legend}>{t('copies:opening.under')}</legend>
          {family.map(({ id, number, title }) => (
            <Checkbox
              key={id}
              checked={under.has(id)}
              label={[number, title || t('agenda:untitled')].filter(Boolean).join(' ')}
              onChange={(_, { checked }) => choose(id, checked === true)}
            />
          ))}
        </fieldset>
      )}
      {open.error !== null && <FailureState error={open.error} size="inline" onRetry={open.retry} />}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" icon={<LockOpenRegular />} disabledFocusable={open.busy}>
          {open.busy ? t('copies:opening.busy') : t('copies:opening.confirm')}
        </Button>
        <Button onClick={onDone}>{t('agenda:closing.cancel')}</Button>
      </div>
    </form>
  );
}
