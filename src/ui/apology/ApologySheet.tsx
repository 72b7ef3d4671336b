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
  /** The apology as it was stored; null where it waits in the outbox. */
  readonly onSent: (apology: Apology | null) => void;
}

/** The sheet over the agenda: what I cannot attend, who comes instead, and a word to the organiser. Closing it keeps what was typed. */
export default function ApologySheet(props: ApologySheetProps) {
  const styles = useStyles();
  const { t } = useTranslation('apology');
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
  const { t } = useTranslation(['apology', 'common']);
  const commands = useCommands();
  const draft = useDraft(`apology:${file.pointer.key}`);
  const form = readApologyForm(draft.text) ?? formFor(before);
  const change = (fields: Partial<ApologyForm>) => draft.change(JSON.stringify({ ...form, ...fields }));
  /** The button was pressed although no item is chosen. */
  const [asked, setAsked] = useState(false);
  const scope = scopeOf(form);
  const organizer = event?.organizer?.name ?? null;
  const settle = (apology: Apology | null) => {
    draft.drop();
    onSent(apology);
  };
  const send = useAction(
    async (what: ApologyScope) =>
      settle(
        await commands.apology.sendApology({ file, event, scope: what, substitute: form.substitute.trim() || null, message: form.message.trim() }),
      ),
    { onKept: () => settle(null) },
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
          {before ? t('apology:editTitle') : t('apology:title')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.body}>
          {draft.restored && <p className={styles.effect}>{t('apology:restored')}</p>}
          <Field label={t('apology:scope.label')}>
            <RadioGroup value={form.scope} onChange={(_, { value }) => change({ scope: value === 'items' ? 'items' : 'meeting' })}>
              <Radio value="meeting" label={t('apology:scope.meeting')} />
              <Radio value="items" label={t('apology:scope.items')} />
            </RadioGroup>
          </Field>
          {form.scope === 'items' && (
            <ItemPicker file={file} chosen={form.itemIds} missing={asked && scope === null} onChange={(itemIds) => change({ itemIds })} />
          )}
          <SubstituteField value={form.substitute} onChange={(substitute) => change({ substitute })} />
          <Field label={t('apology:message.label')} hint={organizer ? t('apology:message.hintTo', { name: organizer }) : t('apology:message.hint')}>
            <Textarea value={form.message} resize="vertical" onChange={(_, { value }) => change({ message: value })} />
          </Field>
          {send.error !== null && <FailureState error={send.error} size="inline" onRetry={send.retry} />}
        </div>
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <p className={styles.effect}>
          {form.scope === 'items' ? t('apology:effect.items') : event ? t('apology:effect.meeting') : t('apology:effect.noEvent')}
        </p>
        <Button type="submit" appearance="primary" disabledFocusable={send.busy || !draft.ready}>
          {send.busy ? t('apology:sending') : before ? t('apology:saveEdit') : t('apology:send')}
        </Button>
      </DrawerFooter>
    </form>
  );
}
