import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { isNoTime, type ApologyForm, type MarkForm } from './apologyForm.ts';
import { useChoosable } from './useChoosable.ts';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  mark: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS, minWidth: 0 },
  choice: { flexGrow: 1, flexBasis: '12rem', minWidth: 0 },
  clock: { width: '7rem' },
});

interface PartPickerProps {
  readonly file: MeetingFile;
  readonly form: Pick<ApologyForm, 'arrives' | 'leaves'>;
  /** The person pressed the button without choosing anything. */
  readonly missing: boolean;
  readonly onChange: (fields: Partial<Pick<ApologyForm, 'arrives' | 'leaves'>>) => void;
}

/** When one comes, and when one goes: at an item or by the clock. */
export function PartPicker({ file, form, missing, onChange }: PartPickerProps) {
  const styles = useStyles();
  return (
    <div className={styles.parts}>
      <Mark what="arrives" file={file} mark={form.arrives} missing={missing} onChange={(arrives) => onChange({ arrives })} />
      <Mark what="leaves" file={file} mark={form.leaves} missing={missing} onChange={(leaves) => onChange({ leaves })} />
    </div>
  );
}

interface MarkProps {
  readonly what: 'arrives' | 'leaves';
  readonly file: MeetingFile;
  readonly mark: MarkForm;
  readonly missing: boolean;
  readonly onChange: (mark: MarkForm) => void;
}

function Mark({ what, file, mark, missing, onChange }: MarkProps) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const items = useChoosable(file);
  const choose = (value: string) => {
    const item = items.find((each) => each.item === value);
    onChange(value === 'clock' ? { by: 'clock', text: '' } : item ? { by: 'item', item: item.item } : { by: 'none' });
  };
  const isMissing = missing && mark.by === 'none' && what === 'arrives';
  return (
    <div className={styles.mark}>
      <Field className={styles.choice} label={t(`part.${what}`)} {...(isMissing && { validationMessage: t('part.choose') })}>
        <Select value={mark.by === 'item' ? mark.item : mark.by} onChange={(_, { value }) => choose(value)}>
          <option value="none">{t(`part.${what}None`)}</option>
          <option value="clock">{t('part.byClock')}</option>
          {items.map(({ item, name }) => (
            <option key={item} value={item}>
              {t(`part.${what}Item`, { name })}
            </option>
          ))}
        </Select>
      </Field>
      {mark.by === 'clock' && (
        <Field
          label={t(`part.${what}Clock`)}
          {...(isNoTime(mark) && (missing || mark.text.trim() !== '') ? { validationMessage: t('part.noTime') } : {})}
        >
          <Input className={styles.clock} value={mark.text} placeholder="10.00" onChange={(_, { value }) => onChange({ by: 'clock', text: value })} />
        </Field>
      )}
    </div>
  );
}
