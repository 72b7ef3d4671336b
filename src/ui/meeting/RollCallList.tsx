import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PresenceWish } from '../../commands/commands.ts';
import { clockOf } from '../../meeting/danishTime.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { namesApart } from '../../meeting/namesApart.ts';
import { groupOf, type Attendee } from '../../meeting/presence.ts';
import type { BodyProfile } from '../../meeting/profile.ts';
import type { PresenceNoteKind } from '../../meeting/words.ts';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { AddAttendee } from './AddAttendee.tsx';
import { QuickNoteField } from './QuickNoteField.tsx';
import { RollCallRow } from './RollCallRow.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  wide: { width: '100%' },
  list: { listStyleType: '""', width: '100%', margin: 0, padding: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface RollCallListProps {
  readonly file: MeetingFile;
  readonly attendees: readonly Attendee[];
  readonly profile: BodyProfile;
  readonly note: (...wishes: readonly PresenceWish[]) => void;
  readonly itemId: ItemId;
  readonly mayRecuse: boolean;
}

/** Everybody on the list, one tap for where they stand; by keyboard a name, a letter, and Enter. */
export default function RollCallList({ file, attendees, profile, note, itemId, mayRecuse }: RollCallListProps) {
  const styles = useStyles();
  const { t } = useTranslation('rollCall');
  const announce = useAnnounce();
  const nameOf = namesApart(attendees.map(({ person }) => person));
  const say = (attendee: Attendee, kind: PresenceNoteKind) => announce(t('noted', { name: nameOf(attendee.person), state: t(`state.${kind}`) }));
  /** What is noted of somebody keeps whom they stand in for. */
  const noteOf = (attendee: Attendee, kind: PresenceNoteKind, more: Partial<PresenceWish> = {}) => {
    const { person, insteadOf, guest } = attendee;
    note({ person, kind, insteadOf, guest, ...more });
    say(attendee, kind);
  };
  const rest = attendees.filter((attendee) => groupOf(attendee) === 'none');
  return (
    <div className={styles.part}>
      <div className={styles.wide}>
        <QuickNoteField
          attendees={attendees}
          nameOf={nameOf}
          onNote={(attendee, kind) =>
            noteOf(attendee, kind, kind === 'arrived' || kind === 'left' ? { itemId, time: clockOf(new Date().toISOString()) } : {})
          }
        />
      </div>
      {attendees.length === 0 && <p className={styles.words}>{t('nobody')}</p>}
      <ul className={styles.list}>
        {attendees.map((attendee) => (
          <RollCallRow
            key={attendee.person.id ?? attendee.person.email ?? attendee.person.name}
            name={nameOf(attendee.person)}
            attendee={attendee}
            items={file.agenda.items}
            itemId={itemId}
            mayRecuse={mayRecuse}
            onNote={(kind, more) => noteOf(attendee, kind, more)}
          />
        ))}
      </ul>
      {rest.length > 1 && (
        <Button
          onClick={() => {
            note(...rest.map(({ person, insteadOf, guest }): PresenceWish => ({ person, kind: 'present', insteadOf, guest })));
            announce(t('noted', { name: rest.map(({ person }) => nameOf(person)).join(', '), state: t('state.present') }));
          }}
        >
          {t('restPresent')}
        </Button>
      )}
      <AddAttendee attendees={attendees} profile={profile} onAdd={(wish) => note(wish)} />
    </div>
  );
}
