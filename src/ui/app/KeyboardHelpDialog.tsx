import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, margin: 0 },
  words: { margin: 0 },
  key: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
});

const KEYS = [
  ['↑ ↓', 'arrows'],
  ['Enter', 'enter'],
  ['F2', 'edit'],
  ['Esc', 'escape'],
  ['Alt+↑ Alt+↓', 'move'],
  ['Alt+→ Alt+←', 'nest'],
  ['Delete', 'remove'],
  ['Ctrl+Z', 'undo'],
  ['Ctrl+Y', 'redo'],
  ['Alt+1 … Alt+9', 'phrase'],
  ['Alt+0', 'recommended'],
  ['Ctrl+Enter', 'nextItem'],
  ['Ctrl+Shift+Enter', 'previousItem'],
  ['?', 'help'],
] as const;

/** The list of keys. */
export default function KeyboardHelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation(['keys', 'common']);
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('keys:title')}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {KEYS.map(([key, words]) => (
                <Row key={key} keys={key} words={t(`keys:${words}`)} />
              ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Row({ keys, words }: { keys: string; words: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <kbd className={styles.key}>{keys}</kbd>
      </dt>
      <dd className={styles.words}>{words}</dd>
    </>
  );
}
