import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular, LockClosedRegular } from '@fluentui/react-icons';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Entry } from '../../meeting/outline.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { ItemDetail } from './ItemDetail.tsx';
import type { ItemAct } from './useOpenItems.ts';

const ItemEditor = lazyPart(() => import('./ItemEditor.tsx'));
const CloseItem = lazyPart(() => import('../item/CloseItem.tsx'));
const ItemAsides = lazyPart(() => import('../item/ItemAsides.tsx'));
const PaperDesk = lazyPart(() => import('../papers/PaperDesk.tsx'));
const OpenItem = lazyPart(() => import('../item/OpenItem.tsx'));

const useStyles = makeStyles({
  paper: { display: 'grid', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
});

interface ItemPaperProps {
  readonly file: MeetingFile;
  readonly entry: Entry;
  readonly insider: boolean;
  /** What the item is written in. */
  readonly lang: string;
  readonly headingLevel: 2 | 3 | 4;
  readonly apart: boolean;
  /** May this reader change the item? */
  readonly mayEdit: boolean;
  /** May this reader close it? */
  readonly mayClose: boolean;
  /** May this reader open it again? */
  readonly mayOpen: boolean;
  /** What is being done to it; its form then stands in place of its paper. */
  readonly doing: ItemAct | null;
  readonly onDo: (act: ItemAct) => void;
  readonly onDone: () => void;
}

/** An item's paper and, for the organiser, what can be done to it. */
export function ItemPaper({ file, entry, insider, lang, headingLevel, apart, mayEdit, mayClose, mayOpen, doing, onDo, onDone }: ItemPaperProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const { item } = entry;
  if (doing !== null) {
    return (
      <Suspense fallback={null}>
        {doing === 'edit' ? (
          <ItemEditor key={item.id} file={file} item={item} onDone={onDone} />
        ) : doing === 'close' ? (
          <CloseItem key={item.id} file={file} itemId={item.id} onDone={onDone} />
        ) : (
          <OpenItem key={item.id} file={file} itemId={item.id} onDone={onDone} />
        )}
      </Suspense>
    );
  }
  return (
    <div className={styles.paper}>
      <ItemDetail entry={entry} insider={insider} lang={lang} headingLevel={headingLevel} apart={apart} />
      {item.kind === 'item' && (!entry.closed || insider) && (
        <Suspense fallback={null}>
          <ItemAsides key={item.id} file={file} entry={entry} mayEdit={mayEdit} />
        </Suspense>
      )}
      {mayEdit && (
        <div className={styles.actions}>
          <Button size="small" icon={<EditRegular />} onClick={() => onDo('edit')}>
            {t('edit.label')}
          </Button>
          <Suspense fallback={null}>
            <PaperDesk key={item.id} file={file} entry={entry} insider={insider} />
          </Suspense>
          {mayClose && (
            <Button size="small" icon={<LockClosedRegular />} onClick={() => onDo('close')}>
              {t('closing.open')}
            </Button>
          )}
          {mayOpen && (
            <Button size="small" onClick={() => onDo('open')}>
              {t('closing.reopen')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
