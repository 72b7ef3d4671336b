import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresenceWish } from '../../commands/commands.ts';
import { namesApart } from '../../meeting/namesApart.ts';
import { plainName } from '../../meeting/persons.ts';
import { groupOf, type Attendee } from '../../meeting/presence.ts';
import type { BodyProfile } from '../../meeting/profile.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start', width: '100%' },
  summary: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  field: { width: '100%', gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, width: '100%' },
});

interface AddAttendeeProps {
  readonly attendees: readonly Attendee[];
  readonly profile: BodyProfile;
  readonly onAdd: (wish: PresenceWish) => void;
}

/** Somebody who is here and not on the list: a guest, a participant, or whoever stands in for one who is not here. */
export function AddAttendee({ attendees, profile, onAdd }: AddAttendeeProps) {
  const styles = useStyles();
  const { t } = useTranslation('rollCall');
  const [name, setName] = useState('');
  const [as, setAs] = useState<string>('guest');
  const away = attendees.filter((attendee) => !attendee.guest && attendee.insteadOf === null && groupOf(attendee) !== 'present');
  const nameOf = namesApart(away.map(({ person }) => person));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const called = name.replace(/\s+/g, ' ').trim();
    if (called === '') return;
    const known = attendees.filter(({ person }) => plainName(person.name) === plainName(called));
    const [one, other] = known;
    const person = one && !other ? one.person : { id: null, name: called, email: null };
    const insteadOf = away[Number(as)]?.person ?? null;
    onAdd({
      person,
      kind: 'present',
      guest: as === 'guest',
      insteadOf: insteadOf && { id: insteadOf.id, name: insteadOf.name, email: insteadOf.email },
    });
    setName('');
    setAs('guest');
  };
  return (
    <details className={styles.field}>
      <summary className={styles.summary}>{t('add')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <Field className={styles.field} label={t('addName')}>
          <Input value={name} autoComplete="off" onChange={(_, { value }) => setName(value)} />
        </Field>
        <Field className={styles.field} label={t('addAs')}>
          <Select className={styles.select} value={as} onChange={(_, { value }) => setAs(value)}>
            <option value="guest">{t('asGuest')}</option>
            <option value="member">{t('asMember')}</option>
            {profile.rules.substitutes !== 'none' &&
              away.map(({ person }, place) => (
                <option key={place} value={place}>
                  {t('asSubstitute', { name: nameOf(person) })}
                </option>
              ))}
          </Select>
        </Field>
        <Button type="submit">{t('addIt')}</Button>
      </form>
    </details>
  );
}
