import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exported, ExportWanted, PaperEdition, PaperFormat } from '../../commands/commands.ts';
import { isClosed } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { CopyText } from '../kit/states/CopyText.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { ShownText } from '../kit/states/ShownText.tsx';
import { useAction } from '../kit/useAction.ts';
import { InChannel } from './InChannel.tsx';
import type { SaveAsProps } from './saveAsProps.ts';
import { printHtml, saveFile, textOf } from './deliver.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  words: { margin: 0 },
  // A long title must not widen the field.
  which: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const COMMON = ['docx', 'pdf'] as const satisfies readonly PaperFormat[];
const MORE = ['html', 'md', 'txt', 'ics', 'json', 'oparl', 'sbsys'] as const satisfies readonly PaperFormat[];
const WHOLE = '';

interface SaveAsDialogProps extends SaveAsProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The whole or one item, open or closed, on paper or as a file. The open edition is chosen until somebody chooses otherwise. */
export default function SaveAsDialog({ file, what, publishes = false, open, onClose }: SaveAsDialogProps) {
  const styles = useStyles();
  const { t } = useTranslation('saveAs');
  const [itemId, setItemId] = useState<ItemId | null>(null);
  const [edition, setEdition] = useState<PaperEdition>('open');
  const insider = mayReadClosed({ file });
  const { make, text, forgetText } = useMaking(file, { what, itemId, edition });
  const choose =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      forgetText();
      set(value);
    };
  const Text = edition === 'closed' ? ShownText : CopyText;
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t(`title.${what}`)}</DialogTitle>
          <DialogContent className={styles.content}>
            <WhichItem file={file} what={what} insider={insider} chosen={itemId} onChoose={choose(setItemId)} />
            {insider && <WhichEdition chosen={edition} onChoose={choose(setEdition)} />}
            <Formats file={file} what={what} busy={make.busy} onMake={(format) => void make.run(format)} />
            {make.busy && <Spinner size="tiny" label={t('making')} />}
            {make.error !== null && <FailureState error={make.error} onRetry={make.retry} size="inline" />}
            {publishes && what === 'minutes' && edition === 'open' && itemId === null && <InChannel file={file} />}
            {text !== null && <Text label={t('textLabel')} text={text} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type Way = PaperFormat | 'print' | 'text';

/** Makes the file, and prints, saves or shows it. */
function useMaking(file: MeetingFile, wanted: Omit<ExportWanted, 'format'>) {
  const { t } = useTranslation('saveAs');
  const commands = useCommands();
  const tell = useNotice();
  const [text, setText] = useState<string | null>(null);
  const make = useAction(async (way: Way) => {
    const format: PaperFormat = way === 'print' ? 'html' : way === 'text' ? 'txt' : way;
    const made: Exported = await commands.exports.makeFile(file, { ...wanted, format });
    if (way === 'print') await printHtml(textOf(made));
    else if (way === 'text') setText(textOf(made));
    else {
      saveFile(made);
      tell({ text: t('saved', { name: made.name }) });
    }
  });
  return { make, text, forgetText: () => setText(null) };
}

interface WhichItemProps extends SaveAsProps {
  readonly insider: boolean;
  readonly chosen: ItemId | null;
  readonly onChoose: (id: ItemId | null) => void;
}

function WhichItem({ file, what, insider, chosen, onChoose }: WhichItemProps) {
  const styles = useStyles();
  const { t } = useTranslation('saveAs');
  const { items } = file.agenda;
  const lines =
    what === 'minutes'
      ? (file.minutes?.lines ?? []).map((line) => ({ id: line.itemId, number: line.number, title: line.title, closed: line.openness === 'closed' }))
      : items.filter(({ kind }) => kind === 'item').map((item) => ({ ...item, closed: isClosed(items, item) }));
  const nameOf = ({ number, title, closed }: (typeof lines)[number]) =>
    [number, closed && !insider ? t('closedItem') : title].filter((part) => part !== null && part !== '').join(' ') || t('closedItem');
  return (
    <Field className={styles.which} label={t('which')}>
      <Select value={chosen ?? WHOLE} onChange={(_, { value }) => onChoose(lines.find(({ id }) => id === value)?.id ?? null)}>
        <option value={WHOLE}>{t(`whole.${what}`)}</option>
        {lines.map((line) => (
          <option key={line.id} value={line.id}>
            {t('oneItem', { item: nameOf(line) })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function WhichEdition({ chosen, onChoose }: { chosen: PaperEdition; onChoose: (edition: PaperEdition) => void }) {
  const { t } = useTranslation('saveAs');
  return (
    <Field label={t('edition')} hint={t(`${chosen}Hint`)}>
      <RadioGroup value={chosen} onChange={(_, { value }) => onChoose(value === 'closed' ? 'closed' : 'open')}>
        <Radio value="open" label={t('editions.open')} />
        <Radio value="closed" label={t('editions.closed')} />
      </RadioGroup>
    </Field>
  );
}

interface FormatsProps extends SaveAsProps {
  readonly busy: boolean;
  readonly onMake: (way: Way) => void;
}

function Formats({ file, what, busy, onMake }: FormatsProps) {
  const styles = useStyles();
  const { t } = useTranslation('saveAs');
  const commands = useCommands();
  const { host } = commands;
  const [all, setAll] = useState(false);
  return (
    <>
      {host.kind !== 'browser' && <p className={styles.words}>{t('printHere')}</p>}
      <div className={styles.row}>
        {host.kind === 'browser' ? (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => onMake('print')}>
            {t('print')}
          </Button>
        ) : (
          // Hosts keep a pane from printing; a browser prints the same page.
          <Button
            appearance="primary"
            onClick={() => host.openLink(commands.session.linkTo(file.pointer, what === 'minutes' ? 'referat' : 'dagsorden'))}
          >
            {t('inBrowser')}
          </Button>
        )}
        {COMMON.map((format) => (
          <Button key={format} disabledFocusable={busy} onClick={() => onMake(format)}>
            {t(`formats.${format}`)}
          </Button>
        ))}
        <Button disabledFocusable={busy} onClick={() => onMake('text')}>
          {t('text')}
        </Button>
      </div>
      <div className={styles.row} role="group" aria-label={t('saveAs')}>
        {all ? (
          MORE.map((format) => (
            <Button key={format} size="small" disabledFocusable={busy} onClick={() => onMake(format)}>
              {t(`formats.${format}`)}
            </Button>
          ))
        ) : (
          <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
            {t('more')}
          </Button>
        )}
      </div>
    </>
  );
}
