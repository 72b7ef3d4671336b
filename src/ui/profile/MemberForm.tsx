import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../meeting/meeting.ts';
import type { BodyMember } from '../../meeting/profile.ts';
import { BODY_ROLES, type SubstituteWord } from '../../meeting/words.ts';
import { PersonField, type PersonTyped } from './PersonField.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, paddingBlock: tokens.spacingVerticalS },
  roles: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hint: { margin: 0, width: '100%', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface MemberFormProps {
  readonly member: BodyMember;
  readonly word: SubstituteWord;
  readonly busy: boolean;
  readonly onSave: (member: BodyMember) => void;
  readonly onCancel: () => void;
}

/** A member's offices, vote, party and personal substitute. */
export function MemberForm({ member, word, busy, onSave, onCancel }: MemberFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const [roles, setRoles] = useState(member.roles);
  const [votes, setVotes] = useState(member.votes);
  const [party, setParty] = useState(member.party ?? '');
  const [standIn, setStandIn] = useState<PersonTyped>({ text: member.substitute?.name ?? '', person: member.substitute });
  const save = () => {
    onSave({
      ...member,
      roles: BODY_ROLES.filter((role) => roles.includes(role)),
      votes,
      party: party.trim() || null,
      substitute: personOf(standIn),
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) save();
      }}
    >
      <fieldset className={styles.roles}>
        <legend>{t('member.roles')}</legend>
        {BODY_ROLES.map((role) => (
          <Checkbox
            key={role}
            label={t(`roles.${role}`)}
            checked={roles.includes(role)}
            onChange={(_, { checked }) => setRoles(checked === true ? [...roles, role] : roles.filter((each) => each !== role))}
          />
        ))}
        <p className={styles.hint}>{t('member.secretaryHint')}</p>
      </fieldset>
      <Checkbox label={t('member.votes')} checked={votes} onChange={(_, { checked }) => setVotes(checked === true)} />
      <Field label={t('member.party')} hint={t('member.partyHint')}>
        <Input value={party} maxLength={100} onChange={(_, { value }) => setParty(value)} />
      </Field>
      <PersonField label={t(`member.substitute.${word}`)} hint={t('member.substituteHint')} value={standIn} onChange={setStandIn} />
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? t('member.saving') : t('member.save')}
        </Button>
        <Button onClick={onCancel}>{t('member.cancel')}</Button>
      </div>
    </form>
  );
}

/** A name as written is a person by itself; one that was picked stays who was picked. */
export function personOf({ text, person }: PersonTyped): Person | null {
  const name = text.replace(/\s+/g, ' ').trim();
  if (name === '') return null;
  return person !== null && person.name === name ? person : { id: null, name, email: null };
}
