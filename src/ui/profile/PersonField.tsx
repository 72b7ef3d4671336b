import { useTranslation } from 'react-i18next';
import type { Person } from '../../meeting/meeting.ts';
import { PersonCombobox } from '../people/PersonCombobox.tsx';
import { usePeopleFound } from '../people/usePeopleFound.ts';

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
  const { t } = useTranslation('profile');
  const { people, isError } = usePeopleFound(value.text);
  return (
    <PersonCombobox
      label={label}
      hint={isError ? t('member.searchFailed') : hint}
      text={value.text}
      people={people}
      onText={(text) => onChange({ text, person: null })}
      onPerson={(person) => onChange({ text: person.name, person })}
    />
  );
}
