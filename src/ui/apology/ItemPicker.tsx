import { Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { outlineOf } from '../../meeting/outline.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';
import { clockSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  list: { display: 'grid', margin: 0, padding: 0 },
  label: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  time: { color: tokens.colorNeutralForeground2 },
});

interface ItemPickerProps {
  readonly file: MeetingFile;
  readonly chosen: readonly ItemId[];
  /** The person pressed the button without choosing any. */
  readonly missing: boolean;
  readonly onChange: (chosen: readonly ItemId[]) => void;
}

/** The items one cannot attend: the agenda's own lines, without breaks and sub-items. */
export function ItemPicker({ file, chosen, missing, onChange }: ItemPickerProps) {
  const styles = useStyles();
  const { t } = useTranslation(['apologySheet', 'agenda', 'common']);
  const language = useLanguage();
  const entries = outlineOf(file.agenda)
    .flatMap((chapter) => chapter.entries)
    .filter((entry) => entry.item.kind === 'item');
  const insider = mayReadClosed({ file });
  const toggle = (id: ItemId, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <Field label={t('apologySheet:scope.which')} {...(missing ? { validationMessage: t('apologySheet:scope.choose') } : {})}>
      <div role="group" aria-label={t('apologySheet:scope.which')} className={styles.list}>
        {entries.map((entry) => {
          const { item, slot } = entry;
          const title = shownTitle(entry, insider) ?? (entry.closed ? t('common:closedItem') : t('agenda:untitled'));
          return (
            <Checkbox
              key={item.id}
              checked={chosen.includes(item.id)}
              onChange={(_, { checked }) => toggle(item.id, checked === true)}
              label={
                <span className={styles.label}>
                  {item.number !== null && `${item.number} `}
                  {title} <span className={styles.time}>{clockSpan(slot.start, slot.end, language)}</span>
                </span>
              }
            />
          );
        })}
      </div>
    </Field>
  );
}
