import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '../../meeting/meeting.ts';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%' },
  input: { minWidth: 0 },
  email: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

interface PersonComboboxProps {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  /** Who is offered, in this order. */
  readonly people: readonly Person[];
  /** How somebody is written in the field; their name where it is left out. */
  readonly nameOf?: (person: Person) => string;
  /** The list can be opened without typing. */
  readonly hasSuggestions?: boolean;
  readonly onText: (text: string) => void;
  /** Somebody was picked from the list. */
  readonly onPerson: (person: Person) => void;
}

/** A name that is typed or picked: any name as written, or one of the people offered, each with their address. */
export function PersonCombobox(props: PersonComboboxProps) {
  const { label, hint, text, people, nameOf = ({ name }: Person) => name, hasSuggestions = false, onText, onPerson } = props;
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <Field label={label} hint={hint}>
      <Combobox
        className={styles.field}
        input={{ className: styles.input }}
        inlinePopup
        freeform
        {...(hasSuggestions ? {} : { expandIcon: null })}
        value={text}
        selectedOptions={[]}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
        }}
        onOptionSelect={(_, { optionValue }) => {
          const person = people[Number(optionValue)];
          if (person) onPerson(person);
        }}
        open={open && people.length > 0}
        onOpenChange={(_, data) => setOpen(data.open)}
      >
        {people.map((person, place) => (
          <Option key={person.id ?? person.email ?? person.name} value={String(place)} text={nameOf(person)}>
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
