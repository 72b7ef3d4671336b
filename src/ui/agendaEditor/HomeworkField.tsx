import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import { homeworkOf, isHomework, isHomeworkHeading, readHomework, withHomework, writeHomework, type Homework } from '../../meeting/homework.ts';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import { plainName } from '../../meeting/persons.ts';
import { PersonCombobox } from '../people/PersonCombobox.tsx';
import { usePeopleFound } from '../people/usePeopleFound.ts';

const useStyles = makeStyles({
  all: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start', minWidth: 0 },
  title: { ...typographyStyles.body1, margin: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
    width: '100%',
    minWidth: 0,
  },
  what: { flex: '1 1 100%', minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
  owner: { flex: '1 1 10rem', minWidth: 0 },
  due: { flex: '0 1 10rem', minWidth: 0, '& input': { minWidth: 0 } },
  remove: { alignSelf: 'center' },
});

const BLANK: Homework = { what: '', owner: null, due: null };
const MOST = 8;
/** Signs of one line, so that all of them are read back (meeting/homework.ts). */
const LONGEST = 400;

interface HomeworkFieldProps {
  readonly item: Pick<AgendaItem, 'sections'>;
  /** Who is invited: they are offered first. */
  readonly people: readonly string[];
  readonly language: BoardLanguage;
  /** ISO day: the meeting's last; null where nobody knows. */
  readonly lastDay: string | null;
  readonly onChange: (fields: ItemFields) => void;
}

/** What is to be done before the meeting: a line for each, with who does it and until when. Where it stands as a text of another shape it is written there. */
export function HomeworkField({ item, people, language, lastDay, onChange }: HomeworkFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  const id = useId();
  const stored = homeworkOf(item);
  const [typed, setTyped] = useState<readonly Homework[]>(stored);
  // What is half written is no homework yet; what was changed elsewhere counts.
  const rows = same(told(typed), stored) ? typed : stored;
  const isText = item.sections.some((section) => section.role === 'text' && isHomeworkHeading(section.heading) && !isHomework(section));
  if (isText) return null;
  const write = (next: readonly Homework[]) => {
    setTyped(next);
    if (!same(told(next), stored)) onChange({ sections: withHomework(item.sections, next, language) });
  };
  return (
    <div className={styles.all} role="group" aria-labelledby={rows.length > 0 ? id : undefined} data-field="homework">
      {rows.length > 0 && (
        <p id={id} className={styles.title}>
          {t('homework.title')}
        </p>
      )}
      {rows.map((row, place) => (
        <Row
          key={place}
          row={row}
          number={place + 1}
          people={people}
          lastDay={lastDay}
          onRow={(changed) => write(rows.map((each, at) => (at === place ? { ...each, ...changed } : each)))}
          onRemove={() => write(rows.filter((_, at) => at !== place))}
        />
      ))}
      <Button size="small" onClick={() => write([...rows, BLANK])}>
        {t(rows.length === 0 ? 'homework.add' : 'homework.another')}
      </Button>
    </div>
  );
}

interface RowProps {
  readonly row: Homework;
  readonly number: number;
  readonly people: readonly string[];
  readonly lastDay: string | null;
  readonly onRow: (changed: Partial<Homework>) => void;
  readonly onRemove: () => void;
}

function Row({ row, number, people, lastDay, onRow, onRemove }: RowProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  const { what, owner, due } = row;
  const isNothing = what.trim() === '' && ((owner ?? '').trim() !== '' || due !== null);
  const isLate = due !== null && lastDay !== null && due > lastDay;
  return (
    <div className={styles.row} role="group" aria-label={t('homework.number', { number })}>
      <Field
        className={styles.what}
        label={t('homework.what')}
        {...(isNothing && { validationState: 'warning' as const, validationMessage: t('homework.nothing') })}
      >
        <Input value={what} maxLength={LONGEST} onChange={(_, { value }) => onRow({ what: value })} />
      </Field>
      {/* Escape closes the list that is open, and not the whole form. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.owner} onKeyDown={keepEscape}>
        <Owner name={owner ?? ''} people={people} onName={(name) => onRow({ owner: name === '' ? null : name.slice(0, LONGEST) })} />
      </div>
      <Field
        className={styles.due}
        label={t('homework.due')}
        {...(isLate && { validationState: 'warning' as const, validationMessage: t('homework.afterMeeting') })}
      >
        <Input type="date" value={due ?? ''} onChange={(_, { value }) => onRow({ due: value === '' ? null : value })} />
      </Field>
      <Button size="small" appearance="subtle" className={styles.remove} aria-label={t('homework.removeNumber', { number })} onClick={onRemove}>
        {t('homework.remove')}
      </Button>
    </div>
  );
}

/** One of those invited, a colleague found by name, or any name as written: guests have no other. */
function Owner({ name, people, onName }: { name: string; people: readonly string[]; onName: (name: string) => void }) {
  const { t } = useTranslation('agendaEditor');
  const { people: found, isError } = usePeopleFound(name);
  const typed = plainName(name);
  const near = people.filter((each) => plainName(each).includes(typed)).map((each) => ({ id: null, name: each, email: null }));
  const others = found.filter((each) => !near.some((other) => plainName(other.name) === plainName(each.name)));
  return (
    <PersonCombobox
      label={t('homework.owner')}
      hint={t(isError ? 'homework.searchFailed' : 'homework.ownerHint')}
      text={name}
      people={[...near, ...others].slice(0, MOST)}
      hasSuggestions
      onText={onName}
      onPerson={(person) => onName(person.name)}
    />
  );
}

function keepEscape(key: KeyboardEvent<HTMLElement>): void {
  const isOpen = key.target instanceof HTMLElement && key.target.getAttribute('aria-expanded') === 'true';
  if (key.key === 'Escape' && isOpen) key.stopPropagation();
}

/** As it is stored: what says nothing is none. */
const told = (rows: readonly Homework[]): readonly Homework[] => readHomework(writeHomework(rows, 'da')) ?? [];
const same = (one: readonly Homework[], other: readonly Homework[]): boolean => JSON.stringify(one) === JSON.stringify(other);
