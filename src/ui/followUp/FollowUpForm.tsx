import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpWords } from '../../meeting/followUp.ts';
import type { Person } from '../../meeting/meeting.ts';
import { plainName } from '../../meeting/persons.ts';
import { useDraft } from '../kit/useDraft.ts';
import { OwnerField } from './OwnerField.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    width: '100%',
    maxWidth: '36rem',
  },
  select: { minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface FollowUpFormProps {
  readonly start: FollowUpWords;
  /** Names what is typed on this device until it is saved. */
  readonly draftKey: string;
  /** Those of the meeting. */
  readonly people: readonly Person[];
  /** How many decisions the item has. */
  readonly decisions: number;
  readonly busy: boolean;
  readonly onSave: (words: FollowUpWords, done: () => void) => void;
  readonly onClose: () => void;
}

/** What is to be done, by whom and when. What is typed survives a closed pane. */
export function FollowUpForm({ start, draftKey, people, decisions, busy, onSave, onClose }: FollowUpFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('followUp');
  const { text: what, restored, change, drop } = useDraft(draftKey, start.what);
  const [owner, setOwner] = useState({ text: start.owner?.name ?? '', person: start.owner });
  const [due, setDue] = useState(start.due);
  const [decision, setDecision] = useState(start.decision);
  const done = () => {
    drop();
    onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && what.trim() !== '') onSave({ what: what.trim(), owner: ownerOf(owner, people), due, decision }, done);
      }}
    >
      <Field label={t('fields.what')} required {...(restored && what !== start.what && { hint: t('restored') })}>
        <Textarea value={what} rows={2} resize="vertical" onChange={(_, { value }) => change(value)} />
      </Field>
      <OwnerField value={owner} suggested={people} onChange={setOwner} />
      <Field label={t('fields.due')}>
        <Input type="date" value={due ?? ''} onChange={(_, { value }) => setDue(value === '' ? null : value)} />
      </Field>
      {decisions > 1 && (
        <Field label={t('fields.decision')}>
          <Select
            className={styles.select}
            value={String(decision ?? '')}
            onChange={(_, { value }) => setDecision(value === '' ? null : Number(value))}
          >
            <option value="">{t('fields.wholeItem')}</option>
            {Array.from({ length: decisions }, (_, place) => (
              <option key={place} value={place + 1}>
                {t('fields.decisionNo', { number: place + 1 })}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || what.trim() === ''}>
          {busy ? t('saving') : t('save')}
        </Button>
        <Button onClick={done}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** Whoever was picked; else the one of the meeting who is called so; else the name as it stands. */
function ownerOf({ text, person }: { readonly text: string; readonly person: Person | null }, people: readonly Person[]): Person | null {
  const name = text.replace(/\s+/g, ' ').trim();
  if (name === '') return null;
  if (person !== null) return { id: person.id, name: person.name, email: person.email };
  const [one, other] = people.filter((each) => plainName(each.name) === plainName(name));
  return one !== undefined && other === undefined ? { id: one.id, name: one.name, email: one.email } : { id: null, name, email: null };
}
