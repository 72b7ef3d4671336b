import { useTranslation } from 'react-i18next';
import type { Person } from '../../meeting/meeting.ts';
import { namesApart } from '../../meeting/namesApart.ts';
import { PersonCombobox } from '../people/PersonCombobox.tsx';
import { usePeopleFound } from '../people/usePeopleFound.ts';

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
export function SubstituteField({ value, onChange, onPerson, label, hint }: SubstituteFieldProps) {
  const { t } = useTranslation('apologySheet');
  const { people, isNobody, isError } = usePeopleFound(value);
  const nameOf = namesApart(people);
  const asWritten = isError ? t('substitute.failed') : isNobody ? t('substitute.none') : t('substitute.hint');
  return (
    <PersonCombobox
      label={label ?? t('substitute.label')}
      hint={hint ?? asWritten}
      text={value}
      people={people}
      nameOf={nameOf}
      onText={onChange}
      onPerson={(person) => {
        onChange(nameOf(person));
        onPerson?.(person);
      }}
    />
  );
}
