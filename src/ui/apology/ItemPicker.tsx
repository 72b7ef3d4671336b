import { Checkbox, Label, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { clockSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useChoosable } from './useChoosable.ts';

const useStyles = makeStyles({
  list: { display: 'grid', margin: 0, padding: 0 },
  label: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  time: { color: tokens.colorNeutralForeground2 },
  missing: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

interface ItemPickerProps {
  readonly file: MeetingFile;
  readonly chosen: readonly ItemId[];
  /** The person pressed the button without choosing any. */
  readonly missing: boolean;
  readonly onChange: (chosen: readonly ItemId[]) => void;
}

/**
 * The items one cannot attend: the agenda's own lines, without breaks and sub-items. A group of its own and no Field: a Field gives its one id and its one
 * name to every control inside, so that all boxes would be the first.
 */
export function ItemPicker({ file, chosen, missing, onChange }: ItemPickerProps) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const language = useLanguage();
  const items = useChoosable(file);
  const id = useId();
  const toggle = (item: ItemId, on: boolean) => onChange(on ? [...chosen, item] : chosen.filter((other) => other !== item));
  return (
    <div role="group" aria-labelledby={`${id}-label`} {...(missing && { 'aria-describedby': `${id}-missing` })}>
      <Label id={`${id}-label`}>{t('scope.which')}</Label>
      <div className={styles.list}>
        {items.map(({ item, name, slot }) => (
          <Checkbox
            key={item}
            id={`${id}-${item}`}
            checked={chosen.includes(item)}
            onChange={(_, { checked }) => toggle(item, checked === true)}
            label={
              <span className={styles.label}>
                {name} <span className={styles.time}>{clockSpan(slot.start, slot.end, language)}</span>
              </span>
            }
          />
        ))}
      </div>
      {missing && (
        <p id={`${id}-missing`} className={styles.missing} role="alert">
          {t('scope.choose')}
        </p>
      )}
    </div>
  );
}
