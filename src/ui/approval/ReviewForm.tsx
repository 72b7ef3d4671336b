import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToldOf } from '../../commands/commands.ts';
import { danishMidnight, dayAfter, isoDay } from '../../meeting/danishTime.ts';
import type { CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { samePerson } from '../../meeting/persons.ts';
import type { BodyProfile } from '../../meeting/profile.ts';
import { Queried } from '../kit/states/Queried.tsx';
import { useMe } from '../queries/useMe.ts';
import { NoticePreview } from './NoticePreview.tsx';
import { useReviewNotice } from './useReviewNotice.ts';
import { useTellAlone } from './useTellAlone.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  group: { margin: 0, padding: 0, border: 'none', display: 'grid', minWidth: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ReviewFormProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  readonly profile: BodyProfile;
  readonly busy: boolean;
  readonly onSend: (people: readonly Person[], deadline: string | null, told: ToldOf) => void;
  readonly onCancel: () => void;
}

/** Who looks the draft through, and until when. */
export function ReviewForm({ file, event, profile, busy, onSend, onCancel }: ReviewFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const me = useMe();
  const people = peopleToAsk(profile, event).filter((person) => me === null || !samePerson(person, me));
  const [left, setLeft] = useState<readonly Person[]>([]);
  const [day, setDay] = useState('');
  const [tell, setTell] = useState(true);
  const chosen = people.filter((person) => !left.includes(person)).map(({ id, name, email }) => ({ id, name, email }));
  const needsDay = profile.rules.approval === 'noObjection';
  // The day that is chosen is the last one; it ends by Danish clocks.
  const deadline = day === '' ? null : danishMidnight(dayAfter(day));
  const notice = useReviewNotice(file, chosen, deadline, tell);
  const telling = useTellAlone(tell && (notice.data?.alone.people.length ?? 0) > 0);
  return (
    <div className={styles.form}>
      <fieldset className={styles.group}>
        <legend>{t('who')}</legend>
        {people.length === 0 && <p className={styles.words}>{t('nobody')}</p>}
        {people.map((person, place) => (
          <Checkbox
            key={place}
            label={person.name}
            checked={!left.includes(person)}
            onChange={(_, { checked }) => setLeft(checked === true ? left.filter((each) => each !== person) : [...left, person])}
          />
        ))}
      </fieldset>
      {file.board.closedSiteId !== null && <p className={styles.words}>{t('whoCircle')}</p>}
      <Field label={t('until')} {...(needsDay && day === '' && { hint: t('untilNeeded') })}>
        <Input type="date" min={isoDay(new Date())} value={day} onChange={(_, { value }) => setDay(value)} />
      </Field>
      <Checkbox
        label={t('notice.tell', { channel: file.board.channelName })}
        checked={tell}
        onChange={(_, { checked }) => setTell(checked === true)}
      />
      {tell && chosen.length > 0 && <Queried query={notice}>{(shown) => <NoticePreview shown={shown} telling={telling} />}</Queried>}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy || chosen.length === 0 || (needsDay && day === '')}
          onClick={() => onSend(chosen, deadline, { channel: tell, alone: telling.isTicked })}
        >
          {t('sendNow')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </div>
  );
}

/** The body's members, or those invited where nobody has written down who they are. */
function peopleToAsk(profile: BodyProfile, event: CalendarEvent | null): readonly Person[] {
  const members = profile.members.filter(({ roles }) => roles.some((role) => role === 'chair' || role === 'deputy' || role === 'member'));
  return members.length > 0 ? members.map(({ person }) => person) : (event?.invitees ?? []).filter(({ isGroup }) => !isGroup);
}
