import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../meeting/meeting.ts';
import { namesApart } from '../../meeting/namesApart.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%' },
  input: { minWidth: 0 },
  email: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const PAUSE = 250;

interface SubstituteFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  /** Is told who was chosen on the list. */
  readonly onPerson?: (person: Person) => void;
  /** Other words than those of somebody who sends an apology. */
  readonly label?: string;
  readonly hint?: string;
}

/** Who comes instead: a colleague found by name, or any name as written. */
export function SubstituteField({ value, onChange, onPerson, label, hint: ownHint }: SubstituteFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const commands = useCommands();
  const [open, setOpen] = useState(false);
  const wanted = usePaused(value.trim());
  const people = useQuery({ queryKey: ['people', wanted], queryFn: () => commands.attendance.searchPeople(wanted), enabled: wanted.length >= 2 });
  const found = wanted.length >= 2 ? (people.data ?? []) : [];
  const nameOf = namesApart(found);
  const nobody = wanted.length >= 2 && people.isSuccess && found.length === 0;
  const hint = people.isError ? t('substitute.failed') : nobody ? t('substitute.none') : t('substitute.hint');
  const keyOf = ({ id, email, name }: Person): string => id ?? email ?? name;
  return (
    <Field label={label ?? t('substitute.label')} hint={ownHint ?? hint}>
      <Combobox
        className={styles.field}
        input={{ className: styles.input }}
        inlinePopup
        freeform
        expandIcon={null}
        value={value}
        selectedOptions={[]}
        onChange={(event) => {
          onChange(event.target.value);
          setOpen(true);
        }}
        onOptionSelect={(_, { optionText, optionValue }) => {
          if (optionText) onChange(optionText);
          const chosen = found.find((person) => keyOf(person) === optionValue);
          if (chosen) onPerson?.(chosen);
        }}
        open={open && found.length > 0}
        onOpenChange={(_, data) => setOpen(data.open)}
      >
        {found.map((person) => (
          <Option key={keyOf(person)} value={keyOf(person)} text={nameOf(person)}>
            <span>
              {person.name}
              <br />
              <span className={styles.email}>{person.email}</span>
            </span>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

/** The text once the typing has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
