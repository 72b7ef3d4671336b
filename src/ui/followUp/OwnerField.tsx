import { useTranslation } from 'react-i18next';
import type { Person } from '../../meeting/meeting.ts';
import { samePerson } from '../../meeting/persons.ts';
import { PersonCombobox } from '../people/PersonCombobox.tsx';
import { usePeopleFound } from '../people/usePeopleFound.ts';

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
  const { t } = useTranslation('followUp');
  const typed = value.text.trim().toLocaleLowerCase('da');
  const { people, isError } = usePeopleFound(value.text);
  const near = suggested.filter(({ name }) => value.person !== null || name.toLocaleLowerCase('da').includes(typed));
  const others = people.filter((each) => !near.some((other) => samePerson(each, other)));
  return (
    <PersonCombobox
      label={t('fields.owner')}
      hint={isError ? t('fields.searchFailed') : t('fields.ownerHint')}
      text={value.text}
      people={[...near, ...others].slice(0, MOST)}
      hasSuggestions
      onText={(text) => onChange({ text, person: null })}
      onPerson={(person) => onChange({ text: person.name, person })}
    />
  );
}
