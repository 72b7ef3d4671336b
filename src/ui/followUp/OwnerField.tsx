import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../meeting/meeting.ts';
import { samePerson } from '../../meeting/persons.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%' },
  input: { minWidth: 0 },
  email: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** So long (ms) the typing rests before colleagues are looked for. */
const PAUSE = 250;
const MOST = 8;

/** What stands in the field, and who was picked for it. */
export interface OwnerTyped {
  readonly text: string;
  readonly person: Person | null;
}

interface OwnerFieldProps {
  readonly value: OwnerTyped;
  /** Those of the meeting, who are offered first. */
  readonly suggested: readonly Person[];
  readonly onChange: (value: OwnerTyped) => void;
}

/** Who is to do it: one of the meeting, a colleague found by name, or any name as written. */
export function OwnerField({ value, suggested, onChange }: OwnerFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation('followUp');
  const commands = useCommands();
  const [open, setOpen] = useState(false);
  const typed = value.text.trim().toLocaleLowerCase('da');
  const wanted = usePaused(value.text.trim());
  const people = useQuery({ queryKey: ['people', wanted], queryFn: () => commands.attendance.searchPeople(wanted), enabled: wanted.length >= 2 });
  const near = suggested.filter(({ name }) => value.person !== null || name.toLocaleLowerCase('da').includes(typed));
  const others = (wanted.length >= 2 ? (people.data ?? []) : []).filter((each) => !near.some((other) => samePerson(each, other)));
  const found = [...near, ...others].slice(0, MOST);
  return (
    <Field label={t('fields.owner')} hint={people.isError ? t('fields.searchFailed') : t('fields.ownerHint')}>
      <Combobox
        className={styles.field}
        input={{ className: styles.input }}
        inlinePopup
        freeform
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
