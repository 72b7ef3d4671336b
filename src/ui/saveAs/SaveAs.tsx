import { Button, makeStyles } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { useLazyOpen } from '../kit/useLazyOpen.ts';
import type { Openness } from '../../meeting/words.ts';
import type { SaveAsProps } from './saveAsProps.ts';

const SaveAsDialog = lazyPart(() => import('./SaveAsDialog.tsx'));

const useStyles = makeStyles({ button: { '@media print': { display: 'none' } } });

/**
 * "Udskriv / gem som", and what the page around it says in its margins when it is printed as it is.
 *
 * @param compact shows the sign alone, where there is no room for its words
 */
export default function SaveAs({ file, what, publishes = false, compact = false }: SaveAsProps & { readonly compact?: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('saveAs');
  const dialog = useLazyOpen();
  const edition = t(`editions.${shownEdition(file, what)}`);
  const body = what === 'minutes' ? (file.minutes?.head.body ?? '') : file.board.name;
  return (
    <>
      <style>{marginStyle([t(what), body], edition, [t('page'), t('of')])}</style>
      <Button
        className={styles.button}
        appearance="subtle"
        icon={<PrintRegular />}
        onClick={dialog.show}
        aria-haspopup="dialog"
        {...(compact && { 'aria-label': t('open'), title: t('open') })}
      >
        {compact ? null : t('open')}
      </Button>
      {dialog.mounted && (
        <Suspense fallback={null}>
          <SaveAsDialog file={file} what={what} publishes={publishes} open={dialog.open} onClose={dialog.hide} />
        </Suspense>
      )}
    </>
  );
}

/** The page on the screen holds what its reader may read: with something closed in it, it is the closed edition. */
function shownEdition(file: MeetingFile, what: SaveAsProps['what']): Openness {
  if (!mayReadClosed({ file })) return 'open';
  return holdsClosed(file, what) ? 'closed' : 'open';
}

/** Published minutes hold all that is asked of them: what is live is looked at for the agenda only. */
function holdsClosed(file: MeetingFile, what: SaveAsProps['what']): boolean {
  if (what === 'minutes') return file.minutes?.audience === 'circle' && file.minutes.lines.some(({ openness }) => openness === 'closed');
  const { items } = file.agenda;
  return items.some((item) => isClosed(items, item));
}

/** The classic Danish page: a wide top margin with the word and the body, the edition and the page number at the foot. */
function marginStyle(head: readonly string[], edition: string, [page = '', of = '']: readonly string[]): string {
  const look = 'font: 9pt sans-serif; color: #595959;';
  return `@page { size: A4; margin: 30mm 22mm 24mm;
@top-left { content: ${cssText(head.filter((part) => part !== '').join(' · '))}; ${look} }
@bottom-left { content: ${cssText(edition)}; ${look} }
@bottom-right { content: ${cssText(`${page} `)} counter(page) ${cssText(` ${of} `)} counter(pages); ${look} } }`;
}

/** Words as a CSS string that cannot leave it. */
const cssText = (words: string): string =>
  `"${words.replace(/[^\p{L}\p{N} .,·()/-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
