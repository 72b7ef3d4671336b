import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  Field,
  makeStyles,
  OverlayDrawer,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Apology, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { apologyDeadline, isAfterDeadline } from '../../meeting/apologyDeadline.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useNow } from '../kit/useNow.ts';
import { isOnTheDay } from '../../meeting/staff.ts';
import { useMe } from '../queries/useMe.ts';
import { useProfile } from '../queries/useProfile.ts';
import { useDraft } from '../kit/useDraft.ts';
import { useWide } from '../kit/useWide.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { formFor, readApologyForm, scopeOf, type ApologyForm } from './apologyForm.ts';
import { isOrganizer } from '../../meeting/permissions.ts';
import { APOLOGY_SCOPES } from '../../meeting/words.ts';
import { ItemPicker } from './ItemPicker.tsx';
import { PartPicker } from './PartPicker.tsx';
import { WriteToOrganizer } from './WriteToOrganizer.tsx';
import { SubstituteField } from './SubstituteField.tsx';
import { TellStaff } from './TellStaff.tsx';
import { useTellStaff } from './useTellStaff.ts';
import { useSending } from './useSending.ts';

const useStyles = makeStyles({
  form: { display: 'contents' },
  body: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalM },
  footer: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  effect: { margin: 0, color: tokens.colorNeutralForeground2 },
  bottom: { height: 'auto', maxHeight: '100dvh' },
});

export interface ApologySheetProps {
  readonly open: boolean;
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  /** The apology to change, or null for a new one. */
  readonly before: Apology | null;
  readonly onClose: () => void;
  /** The apology as it was stored, and what is to be said of it; null where it waits in the outbox. */
  readonly onSent: (apology: Apology | null, words: string) => void;
}

/** The sheet over the agenda: what I cannot attend, who comes instead, and a word to the organiser. Closing it keeps what was typed. */
export default function ApologySheet(props: ApologySheetProps) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const wide = useWide();
  return (
    <OverlayDrawer
      open={props.open}
      position={wide ? 'end' : 'bottom'}
      {...(wide ? { size: 'small' as const } : { className: styles.bottom })}
      onOpenChange={(_, { open }) => !open && props.onClose()}
      aria-label={props.before ? t('editTitle') : t('title')}
    >
      <ApologyFields {...props} />
    </OverlayDrawer>
  );
}

function ApologyFields({ file, event, before, onClose, onSent }: ApologySheetProps) {
  const styles = useStyles();
  const { t } = useTranslation(['apologySheet', 'common']);
  const draft = useDraft(`apology:${file.pointer.key}`);
  const form = readApologyForm(draft.text) ?? formFor(before);
  const change = (fields: Partial<ApologyForm>) => draft.change(JSON.stringify({ ...form, ...fields }));
  /** The button was pressed although no item is chosen. */
  const [asked, setAsked] = useState(false);
  const scope = scopeOf(form);
  /** The message travels in the calendar's answer, so where there is none to give there is nobody to write to. */
  const answers = event !== null && !isOrganizer({ event });
  const me = useMe();
  const now = useNow();
  const isLate = me !== null && isOnTheDay(file.occasion, now);
  const topic = isLate
    ? ({
        news: { kind: 'apology', name: me.name, isPart: form.scope !== 'meeting' },
        know: [me, answers ? (event.organizer ?? null) : null],
      } as const)
    : null;
  const staff = useTellStaff(file, topic === null ? [] : [topic]);
  const send = useSending({ file, event, answers, onClose, onSent, drop: draft.drop, staff: () => (topic === null ? null : staff.staffFor(topic)) });
  const onSubmit = (submit: FormEvent) => {
    submit.preventDefault();
    setAsked(scope === null);
    if (scope) void send.run(form, scope);
  };

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={<Button appearance="subtle" aria-label={t('common:close')} icon={<DismissRegular />} onClick={onClose} />}
        >
          {before ? t('apologySheet:editTitle') : t('apologySheet:title')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.body}>
          {draft.restored && <p className={styles.effect}>{t('apologySheet:restored')}</p>}
          <Field label={t('apologySheet:scope.label')}>
            <RadioGroup value={form.scope} onChange={(_, { value }) => change({ scope: APOLOGY_SCOPES.find((kind) => kind === value) ?? 'meeting' })}>
              <Radio value="meeting" label={t('apologySheet:scope.meeting')} />
              <Radio value="part" label={t('apologySheet:scope.part')} />
              {file.agenda.items.length > 0 && <Radio value="items" label={t('apologySheet:scope.items')} />}
            </RadioGroup>
          </Field>
          {form.scope === 'items' && (
            <ItemPicker file={file} chosen={form.itemIds} missing={asked && scope === null} onChange={(itemIds) => change({ itemIds })} />
          )}
          {form.scope === 'part' && <PartPicker file={file} form={form} missing={asked && scope === null} onChange={change} />}
          <SubstituteField value={form.substitute} onChange={(substitute) => change({ substitute })} />
          <Message file={file} event={event} text={form.message} onChange={(message) => change({ message })} />
          <TellStaff question={staff.question} />
          {send.error !== null && <FailureState error={send.error} size="inline" onRetry={send.retry} />}
        </div>
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <DeadlineWords file={file} />
        <p className={styles.effect}>
          {t(!answers ? 'apologySheet:effect.noEvent' : form.scope === 'meeting' ? 'apologySheet:effect.meeting' : 'apologySheet:effect.items')}
        </p>
        <Button type="submit" appearance="primary" disabledFocusable={send.busy || !draft.ready}>
          {send.busy ? t('apologySheet:sending') : before ? t('apologySheet:saveEdit') : t('apologySheet:send')}
        </Button>
      </DrawerFooter>
    </form>
  );
}

interface MessageProps extends Pick<ApologySheetProps, 'file' | 'event'> {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A word to the organiser, which travels in the calendar's answer; where there is none to give, how else they are told. */
function Message({ file, event, text, onChange }: MessageProps) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  if (event === null)
    return (
      <p className={styles.effect}>
        {t('message.noEvent')} <WriteToOrganizer file={file} event={event} />
      </p>
    );
  if (isOrganizer({ event })) return <p className={styles.effect}>{t('message.own')}</p>;
  const name = event.organizer?.name;
  return (
    <Field label={t('message.label')} hint={name ? t('message.hintTo', { name }) : t('message.hint')}>
      <Textarea value={text} resize="vertical" onChange={(_, { value }) => onChange(value)} />
    </Field>
  );
}

/** The body's deadline for apologies, and that it is past. It blocks nothing. */
function DeadlineWords({ file: { board, occasion } }: Pick<ApologySheetProps, 'file'>) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const language = useLanguage();
  const now = useNow();
  const deadline = apologyDeadline(useProfile(board).rules, occasion);
  if (deadline === null) return null;
  return (
    <p className={styles.effect}>
      {t(isAfterDeadline(deadline, now, occasion) ? 'deadline.was' : 'deadline.is', { day: longDay(deadline, language) })}
    </p>
  );
}
