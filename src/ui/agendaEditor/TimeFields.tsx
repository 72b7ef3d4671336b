import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { retime, type TimeField } from '../../meeting/editing/retime.ts';
import type { DayLine } from '../../meeting/programme.ts';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import { typedClock, typedMinutes } from '../../meeting/editing/typedFields.ts';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { isReadable, withoutTime, type TimeName, type TypedTimes } from './typedTimes.ts';

const useStyles = makeStyles({
  short: { width: '6.5rem', '& input': { width: '100%', minWidth: 0, fontVariantNumeric: 'tabular-nums' }, '& > span': { minWidth: 0 } },
});

interface TimeFieldsProps {
  readonly item: AgendaItem;
  readonly typed: TypedTimes;
  /** The minutes of the day the item is on. */
  readonly line: DayLine | undefined;
  /** What the typing changes in the item, and what stands in the fields now. */
  readonly onChange: (fields: ItemFields, typed: TypedTimes) => void;
}

/** Start, end and duration. Each keeps what is typed while it is typed, shows its own form when it is left, and the others follow it. */
export function TimeFields({ item, typed, line, onChange }: TimeFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  const language = useLanguage();
  // Half a time is a time too ("1" on the way to "10.30"): the others follow from what stood there before the first key.
  const before = useRef(item);
  const shown = {
    start: item.start === null ? '' : clock(item.start, language),
    end: item.end === null ? '' : clock(item.end, language),
    minutes: item.minutes === null ? '' : String(item.minutes),
  };
  const field = (name: TimeName) => {
    const text = typed[name] ?? shown[name];
    const bad = !isReadable(name, text);
    return (
      <Field
        label={t(name)}
        className={styles.short}
        data-field="time"
        {...(name === 'start' ? { hint: t('startHint') } : {})}
        {...(bad ? { validationMessage: t(name === 'minutes' ? 'badMinutes' : 'badTime') } : {})}
      >
        <Input
          value={text}
          inputMode="text"
          autoComplete="off"
          onFocus={() => {
            before.current = item;
          }}
          onChange={(_, { value }) => onChange(follow(before.current, name, value, line), { ...typed, [name]: value })}
          onBlur={() => {
            if (typed[name] !== undefined && !bad) onChange({}, withoutTime(typed, name));
          }}
        />
      </Field>
    );
  };
  return (
    <>
      {field('start')}
      {field('end')}
      {field('minutes')}
    </>
  );
}

/** What a typed time makes of the item's times; nothing while it cannot be read. */
function follow(before: AgendaItem, name: TimeName, text: string, line: DayLine | undefined): ItemFields {
  const time = timeOf(name, text);
  return time === null ? {} : retime(before, time, line);
}

function timeOf(name: TimeName, text: string): TimeField | null {
  if (name === 'minutes') {
    const minutes = typedMinutes(text);
    return minutes.ok ? { minutes: minutes.value } : null;
  }
  const time = typedClock(text);
  if (!time.ok) return null;
  return name === 'start' ? { start: time.value } : { end: time.value };
}
