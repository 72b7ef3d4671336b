import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DeleteRegular, EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, CalendarEvent } from '../../meeting/meeting.ts';
import { inOrderOfOffice } from '../../meeting/membersInOrder.ts';
import type { BodyMember, BodyProfile } from '../../meeting/profile.ts';
import { samePerson } from '../../meeting/persons.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction, type Action } from '../kit/useAction.ts';
import { useReplaceProfile } from '../queries/useStoredProfile.ts';
import { AddMembers } from './AddMembers.tsx';
import { MemberForm } from './MemberForm.tsx';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: '""' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  wide: { gridColumn: '1 / -1' },
  name: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere' },
  what: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  sure: { gridColumn: '1 / -1', display: 'grid', gap: tokens.spacingVerticalXS, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface MemberListProps {
  readonly board: Board;
  readonly profile: BodyProfile;
  /** The invitation it was opened from, whose people may be taken over. */
  readonly event: CalendarEvent | null;
  readonly mayEdit: boolean;
}

/** Who belongs to the body, each with office, vote, party and substitute. */
export function MemberList({ board, profile, event, mayEdit }: MemberListProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const announce = useAnnounce();
  const replace = useReplaceProfile();
  const [open, setOpen] = useState<{ readonly member: BodyMember; readonly doing: 'edit' | 'remove' } | null>(null);
  const show = (of: BodyMember, change: (members: readonly BodyMember[]) => readonly BodyMember[]) => {
    replace(board, (now) => ({ ...now, members: inOrderOfOffice(change(now.members)) }));
    // Another's form that was opened meanwhile stays, and what is typed in it.
    setOpen((now) => (now !== null && samePerson(now.member.person, of.person) ? null : now));
  };
  const showSaved = (before: BodyMember, after: BodyMember) =>
    show(before, (members) => members.map((each) => (samePerson(each.person, before.person) ? after : each)));
  const showGone = (gone: BodyMember) => show(gone, (members) => members.filter((each) => !samePerson(each.person, gone.person)));
  const saving = useAction(
    async (before: BodyMember, after: BodyMember) => {
      await commands.profile.saveMember(board, before, after);
      showSaved(before, after);
      announce(t('members.saved', { name: after.person.name }));
    },
    { onKept: showSaved },
  );
  const removing = useAction(
    async (member: BodyMember) => {
      await commands.profile.removeMember(board, member);
      showGone(member);
      announce(t('members.removed', { name: member.person.name }));
    },
    { onKept: showGone },
  );
  const doing = (member: BodyMember) => (open !== null && samePerson(open.member.person, member.person) ? open.doing : null);
  return (
    <section className={styles.section} aria-labelledby="profile-members">
      <h2 id="profile-members" className={styles.title}>
        {t('members.title')}
      </h2>
      {profile.members.length === 0 && <p className={styles.words}>{t('members.none')}</p>}
      <ul className={styles.list}>
        {profile.members.map((member) => (
          <li key={member.person.id ?? member.person.email ?? member.person.name} className={styles.row}>
            <MemberLine member={member} />
            {mayEdit && (
              <span className={styles.actions}>
                <Button
                  appearance="subtle"
                  icon={<EditRegular />}
                  aria-label={t('members.edit', { name: member.person.name })}
                  aria-expanded={doing(member) === 'edit'}
                  onClick={() => setOpen(doing(member) === 'edit' ? null : { member, doing: 'edit' })}
                />
                <Button
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={t('members.remove', { name: member.person.name })}
                  onClick={() => setOpen({ member, doing: 'remove' })}
                />
              </span>
            )}
            {doing(member) === 'edit' && (
              <div className={styles.wide}>
                <MemberForm
                  member={member}
                  word={profile.rules.substituteWord}
                  busy={saving.busy}
                  onSave={(after) => void saving.run(member, after)}
                  onCancel={() => setOpen(null)}
                />
                {saving.error !== null && <FailureState error={saving.error} size="inline" onRetry={saving.retry} />}
              </div>
            )}
            {doing(member) === 'remove' && <Removal member={member} removing={removing} onCancel={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
      {mayEdit && <AddMembers board={board} members={profile.members} event={event} />}
    </section>
  );
}

/** Asks before a member is taken out. */
function Removal({ member, removing, onCancel }: { member: BodyMember; removing: Action<[BodyMember]>; onCancel: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const { name } = member.person;
  return (
    <div className={styles.sure} role="group" aria-label={t('members.remove', { name })}>
      <span>{t('members.sureRemove', { name })}</span>
      {removing.error !== null && <FailureState error={removing.error} size="inline" onRetry={removing.retry} />}
      <span className={styles.actions}>
        <Button appearance="primary" disabledFocusable={removing.busy} onClick={() => void removing.run(member)}>
          {t('members.remove', { name })}
        </Button>
        <Button onClick={onCancel}>{t('member.cancel')}</Button>
      </span>
    </div>
  );
}

function MemberLine({ member: { person, roles, votes, party, substitute } }: { member: BodyMember }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const what = [
    ...roles.map((role) => t(`roles.${role}`)),
    votes ? t('members.votes') : t('members.noVote'),
    ...(party === null ? [] : [party]),
    ...(substitute === null ? [] : [`${t('member.substitute.stedfortræder')}: ${substitute.name}`]),
  ];
  return (
    <span>
      <span className={styles.name}>{person.name}</span>
      <span className={styles.what}>{what.join(' · ')}</span>
    </span>
  );
}
