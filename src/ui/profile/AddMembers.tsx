import { Button, Checkbox, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameRead } from '../../commands/commands.ts';
import { isPassing } from '../../meeting/errors.ts';
import type { Board, CalendarEvent, Person } from '../../meeting/meeting.ts';
import { eachOnce, inOrderOfOffice } from '../../meeting/membersInOrder.ts';
import type { BodyMember } from '../../meeting/profile.ts';
import { samePerson } from '../../meeting/persons.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useReplaceProfile, useTeamMembers } from '../queries/useStoredProfile.ts';
import { personOf } from './MemberForm.tsx';
import { PersonField, type PersonTyped } from './PersonField.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  found: { display: 'grid', margin: 0, padding: 0, border: 0 },
});

type Way = 'team' | 'invitation' | 'paste' | 'search';

export interface AddMembersProps {
  readonly board: Board;
  readonly members: readonly BodyMember[];
  readonly event: CalendarEvent | null;
}

/** Members from the team, from the invitation, from a pasted list, or one by one. Nobody is added who was not ticked. */
export function AddMembers({ board, members, event }: AddMembersProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const announce = useAnnounce();
  const replace = useReplaceProfile();
  const [way, setWay] = useState<Way | null>(null);
  const adding = useAction(async (chosen: readonly BodyMember[], from: Way) => {
    // One after another: the service saves rows of one list in turn.
    let waiting: unknown = null;
    for (const member of chosen) {
      await commands.profile.saveMember(board, null, member).catch((error: unknown) => {
        // The outbox has it; the next ones are not to be lost for it.
        if (!isPassing(error)) throw error;
        waiting = error;
      });
      replace(board, (now) => ({ ...now, members: inOrderOfOffice(eachOnce([...now.members, member])) }));
    }
    // What was opened while they were saved stays, and what is typed in it.
    setWay((now) => (now === from ? null : now));
    announce(t('members.added', { count: chosen.length }));
    if (waiting !== null) throw waiting;
  }, {});
  const add = { members, busy: adding.busy, onAdd: (chosen: readonly BodyMember[]) => void (way && adding.run(chosen, way)) };
  return (
    <div className={styles.box} role="group" aria-label={t('add.title')}>
      <div className={styles.ways}>
        {(['team', 'invitation', 'paste', 'search'] as const)
          .filter((each) => each !== 'invitation' || (event?.invitees.length ?? 0) > 0)
          .map((each) => (
            <Button key={each} aria-expanded={way === each} onClick={() => setWay(way === each ? null : each)}>
              {t(`add.${each}`)}
            </Button>
          ))}
      </div>
      {way === 'team' && <FromTeam board={board} {...add} />}
      {way === 'invitation' && event && <Candidates {...add} found={invited(event).map((person) => plainMember(person))} />}
      {way === 'paste' && <Pasted {...add} />}
      {way === 'search' && <Searched {...add} />}
      {adding.error !== null && <FailureState error={adding.error} size="inline" onRetry={adding.retry} />}
    </div>
  );
}

interface Adding {
  readonly members: readonly BodyMember[];
  readonly busy: boolean;
  readonly onAdd: (chosen: readonly BodyMember[]) => void;
}

/** People of the invitation: groups and rooms are nobody. */
function invited(event: CalendarEvent): readonly Person[] {
  const people = [...(event.organizer ? [event.organizer] : []), ...event.invitees.filter(({ isGroup }) => isGroup !== true)];
  return people.map(({ id, name, email }) => ({ id, name, email }));
}

const plainMember = (person: Person): BodyMember => ({ person, roles: ['member'], votes: true, party: null, substitute: null });

function FromTeam({ board, ...add }: Adding & { board: Board }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const team = useTeamMembers(board, true);
  if (team.isError) return <p className={styles.words}>{t('add.teamFailed')}</p>;
  if (!team.data) return null;
  return <Candidates {...add} found={team.data.map(({ person }) => plainMember(person))} />;
}

function Pasted(add: Adding) {
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const [text, setText] = useState('');
  const names = useQuery({ queryKey: ['namesRead', text], queryFn: () => commands.profile.readNames(text), enabled: text.trim() !== '', gcTime: 0 });
  return (
    <>
      <Field label={t('add.pasteLabel')} hint={t('add.pasteHint')}>
        <Textarea value={text} resize="vertical" rows={5} onChange={(_, { value }) => setText(value)} />
      </Field>
      {names.data && <Candidates key={text} {...add} found={names.data.map(memberRead)} />}
    </>
  );
}

/** Whoever only observes, or only writes the minutes, is read as without a vote; a person looks before it is kept. */
function memberRead({ name, email, roles, party, substitute }: NameRead): BodyMember {
  return {
    person: { id: null, name, email },
    roles,
    votes: roles.some((role) => role !== 'observer' && role !== 'secretary'),
    party,
    substitute: substitute === null ? null : { id: null, name: substitute, email: null },
  };
}

function Searched({ members, busy, onAdd }: Adding) {
  const { t } = useTranslation('profile');
  const styles = useStyles();
  const [typed, setTyped] = useState<PersonTyped>({ text: '', person: null });
  const person = personOf(typed);
  const isThere = person !== null && members.some((member) => samePerson(member.person, person));
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        if (person !== null && !busy && !isThere) onAdd([plainMember(person)]);
      }}
    >
      <PersonField label={t('add.person')} hint={isThere ? t('add.allThere') : t('member.substituteHint')} value={typed} onChange={setTyped} />
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={busy || person === null || isThere}>
          {t('add.one')}
        </Button>
      </div>
    </form>
  );
}

/** Those who are not in the body yet, each to be ticked. */
function Candidates({ found, members, busy, onAdd }: Adding & { found: readonly BodyMember[] }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const fresh = eachOnce(found).filter(({ person }) => !members.some((member) => samePerson(member.person, person)));
  const [left, setLeft] = useState<readonly string[]>([]);
  if (found.length === 0) return <p className={styles.words}>{t('add.noneFound')}</p>;
  if (fresh.length === 0) return <p className={styles.words}>{t('add.allThere')}</p>;
  const nameOf = ({ person }: BodyMember) => person.id ?? person.email ?? person.name;
  const chosen = fresh.filter((member) => !left.includes(nameOf(member)));
  return (
    <>
      <fieldset className={styles.found}>
        <legend>{t('add.found')}</legend>
        {fresh.map((member) => (
          <Checkbox
            key={nameOf(member)}
            label={[member.person.name, ...member.roles.map((role) => t(`roles.${role}`)), ...(member.party === null ? [] : [member.party])].join(
              ' · ',
            )}
            checked={!left.includes(nameOf(member))}
            onChange={(_, { checked }) => setLeft(checked === true ? left.filter((each) => each !== nameOf(member)) : [...left, nameOf(member)])}
          />
        ))}
      </fieldset>
      <div>
        <Button appearance="primary" disabledFocusable={busy || chosen.length === 0} onClick={() => chosen.length > 0 && onAdd(chosen)}>
          {busy ? t('member.saving') : t('add.confirm', { count: chosen.length })}
        </Button>
      </div>
    </>
  );
}
