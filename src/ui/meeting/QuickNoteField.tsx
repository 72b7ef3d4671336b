import { Field, Input } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../meeting/meeting.ts';
import type { Attendee } from '../../meeting/presence.ts';
import type { PresenceNoteKind } from '../../meeting/words.ts';
import { quickNote } from './quickNote.ts';

interface QuickNoteFieldProps {
  readonly attendees: readonly Attendee[];
  readonly nameOf: (person: Person) => string;
  readonly onNote: (attendee: Attendee, kind: PresenceNoteKind) => void;
}

/** A name, a letter, Enter: the roll call by keyboard alone. */
export function QuickNoteField({ attendees, nameOf, onNote }: QuickNoteFieldProps) {
  const { t } = useTranslation('rollCall');
  const [typed, setTyped] = useState('');
  const found = quickNote(typed, attendees);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found.kind !== 'ready') return;
    onNote(found.person, found.notes);
    setTyped('');
  };
  const words = {
    typing: () => t('quickHint'),
    nobody: () => t('quickNobody'),
    several: () => (found.kind === 'several' ? t('quickSeveral', { names: found.people.map(({ person }) => nameOf(person)).join(', ') }) : ''),
    ready: () => (found.kind === 'ready' ? t('quickReady', { name: nameOf(found.person.person), state: t(`state.${found.notes}`) }) : ''),
  }[found.kind]();
  return (
    <form onSubmit={submit}>
      <Field label={t('quick')} hint={<span role="status">{words}</span>}>
        <Input value={typed} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setTyped(value)} />
      </Field>
    </form>
  );
}
