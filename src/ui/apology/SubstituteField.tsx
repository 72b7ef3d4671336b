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
  /** Only somebody on the list will do. */
  readonly mustPick?: boolean;
}

/** Who comes instead: a colleague found by name, or any name as written. */
export function SubstituteField({ value, onChange, onPerson, label, hint, mustPick = false }: SubstituteFieldProps) {
  const { t } = useTranslation('apologySheet');
  const { people, isNobody, isError } = usePeopleFound(value);
  const nameOf = namesApart(people);
  // Whoever has to be picked from the list is not kept as written.
  const found = isError ? (mustPick ? 'failedPick' : 'failed') : isNobody ? (mustPick ? 'nonePick' : 'none') : null;
  return (
    <PersonCombobox
      label={label ?? t('substitute.label')}
      hint={found === null ? (hint ?? t('substitute.hint')) : t(`substitute.${found}`)}
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
