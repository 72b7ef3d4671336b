import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { ItemForm } from '../agendaEditor/ItemForm.tsx';
import { calendarHead, shownOccasion } from '../../meeting/calendarFacts.ts';
import { dayLine } from '../../meeting/programme.ts';
import { invitedNames } from '../../meeting/invitedNames.ts';
import { sectionsOf } from '../../meeting/profile.ts';
import { useMyEvent } from '../queries/useMyEvent.ts';
import { AlsoWriting } from '../live/AlsoWriting.tsx';
import { useProfile } from '../queries/useProfile.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';
import { useItemEdit } from './useItemEdit.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ItemEditorProps {
  readonly file: MeetingFile;
  readonly item: AgendaItem;
  /** Saved or given up; the line stands there again. */
  readonly onDone: () => void;
}

/** A line of the stored agenda, edited where it stands and saved when the person says so; a conflict shows both texts. */
export default function ItemEditor({ file, item, onDone }: ItemEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation('itemEditor');
  const title = useRef<HTMLTextAreaElement>(null);
  const event = useMyEvent(file);
  const profile = useProfile(file.board);
  const times = calendarHead(shownOccasion(file.occasion, event.data ?? null));
  const edit = useItemEdit(file, item, onDone);
  if (edit.clash) {
    const { fields, mine, theirs, by, choose } = edit.clash;
    return <ConflictChoice clashes={fields} mine={mine} theirs={theirs} by={by} onChoose={choose} />;
  }
  return (
    <ItemForm
      item={edit.mine}
      typed={edit.typed}
      onChange={edit.change}
      unsent={false}
      onDone={edit.save}
      onCancel={edit.giveUp}
      people={invitedNames(event.data ?? null)}
      sections={sectionsOf(profile)}
      line={dayLine(file.agenda, times, item.day)}
      language={profile.rules.language}
      lastDay={times.endDate ?? times.date}
      titleRef={title}
      above={
        <>
          {edit.restored && <p className={styles.note}>{t('edit.restored')}</p>}
          <AlsoWriting pointer={file.pointer} itemId={item.id} />
        </>
      }
    >
      {edit.error !== null && <FailureState error={edit.error} size="inline" onRetry={edit.retry} />}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={edit.busy || !edit.ready}>
          {edit.busy ? t('edit.saving') : t('edit.save')}
        </Button>
        <Button onClick={edit.giveUp}>{t('edit.cancel')}</Button>
      </div>
    </ItemForm>
  );
}
