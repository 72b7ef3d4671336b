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
import type { Apology, ApologyScope, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAction } from '../kit/useAction.ts';
import { useDraft } from '../kit/useDraft.ts';
import { useWide } from '../kit/useWide.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { formFor, readApologyForm, scopeOf, type ApologyForm } from './apologyForm.ts';
import { ItemPicker } from './ItemPicker.tsx';
import { SubstituteField } from './SubstituteField.tsx';

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
  /** The apology as it was stored, and whether the calendar refused to decline; null where it waits in the outbox. */
  readonly onSent: (apology: Apology | null, calendarRefused: boolean) => void;
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
  const commands = useCommands();
  const draft = useDraft(`apology:${file.pointer.key}`);
  const form = readApologyForm(draft.text) ?? formFor(before);
  const change = (fields: Partial<ApologyForm>) => draft.change(JSON.stringify({ ...form, ...fields }));
  /** The button was pressed although no item is chosen. */
  const [asked, setAsked] = useState(false);
  const scope = scopeOf(form);
  const organizer = event?.organizer?.name ?? null;
  const settle = (apology: Apology | null, calendarRefused: boolean) => {
    draft.drop();
    onSent(apology, calendarRefused);
  };
  const send = useAction(
    async (what: ApologyScope) => {
      const words = { scope: what, substitute: form.substitute.trim() || null, message: form.message.trim() };
      let refused = false;
      const apology = await commands.apology.sendApology({ file, event, ...words }, ({ name, state }) => {
        if (name === 'declined') refused = state === 'failed';
      });
      settle(apology, refused);
    },
    { onKept: () => settle(null, false) },
  );
  const onSubmit = (submit: FormEvent) => {
    submit.preventDefault();
    setAsked(scope === null);
    if (scope) void send.run(scope);
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
            <RadioGroup value={form.scope} onChange={(_, { value }) => change({ scope: value === 'items' ? 'items' : 'meeting' })}>
              <Radio value="meeting" label={t('apologySheet:scope.meeting')} />
              <Radio value="items" label={t('apologySheet:scope.items')} />
            </RadioGroup>
          </Field>
          {form.scope === 'items' && (
            <ItemPicker file={file} chosen={form.itemIds} missing={asked && scope === null} onChange={(itemIds) => change({ itemIds })} />
          )}
          <SubstituteField value={form.substitute} onChange={(substitute) => change({ substitute })} />
          <Field
            label={t('apologySheet:message.label')}
            hint={organizer ? t('apologySheet:message.hintTo', { name: organizer }) : t('apologySheet:message.hint')}
          >
            <Textarea value={form.message} resize="vertical" onChange={(_, { value }) => change({ message: value })} />
          </Field>
          {send.error !== null && <FailureState error={send.error} size="inline" onRetry={send.retry} />}
        </div>
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <p className={styles.effect}>
          {form.scope === 'items' ? t('apologySheet:effect.items') : event ? t('apologySheet:effect.meeting') : t('apologySheet:effect.noEvent')}
        </p>
        <Button type="submit" appearance="primary" disabledFocusable={send.busy || !draft.ready}>
          {send.busy ? t('apologySheet:sending') : before ? t('apologySheet:saveEdit') : t('apologySheet:send')}
        </Button>
      </DrawerFooter>
    </form>
  );
}
