import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%' },
  input: { minWidth: 0 },
  email: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const PAUSE = 250;

/** What stands in the field, and who was picked for it. */
export interface PersonTyped {
  readonly text: string;
  readonly person: Person | null;
}

export interface PersonFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: PersonTyped;
  readonly onChange: (value: PersonTyped) => void;
}

/** A colleague found by name, or any name as written. */
export function PersonField({ label, hint, value, onChange }: PersonFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const [open, setOpen] = useState(false);
  const wanted = usePaused(value.text.trim());
  const people = useQuery({ queryKey: ['people', wanted], queryFn: () => commands.attendance.searchPeople(wanted), enabled: wanted.length >= 2 });
  const found = wanted.length >= 2 ? (people.data ?? []) : [];
  return (
    <Field label={label} hint={people.isError ? t('member.searchFailed') : hint}>
      <Combobox
        className={styles.field}
        input={{ className: styles.input }}
        inlinePopup
        freeform
        expandIcon={null}
        value={value.text}
        selectedOptions={[]}
        onChange={(event) => {
          onChange({ text: event.target.value, person: null });
          setOpen(true);
        }}
        onOptionSelect={(_, { optionValue }) => {
          const person = found[Number(optionValue)];
          if (person) onChange({ text: person.name, person });
        }}
        open={open && found.length > 0}
        onOpenChange={(_, data) => setOpen(data.open)}
      >
        {found.map((person, place) => (
          <Option key={person.id ?? person.email ?? person.name} value={String(place)} text={person.name}>
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
