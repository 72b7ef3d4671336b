import { Button, Checkbox, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentArrowUpRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LibraryPicker } from './LibraryPicker.tsx';
import { PaperList } from './PaperList.tsx';
import { SendingList } from './SendingList.tsx';
import type { PaperDeskProps } from './paperDeskProps.ts';
import { useSending } from './useSending.ts';

const useStyles = makeStyles({
  // On a line of its own among the buttons.
  panel: {
    flexBasis: '100%',
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { border: `${tokens.strokeWidthThick} dashed ${tokens.colorCompoundBrandStroke}` },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Where papers are put on an item: from the computer, by drag or choice, or linked from the library; and those that are there. */
export default function PaperPanel({ file, entry, insider }: PaperDeskProps) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const { item, closed: itemClosed } = entry;
  const sending = useSending(file, item.id);
  const [closed, setClosed] = useState(false);
  const [over, setOver] = useState(false);
  const [library, setLibrary] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (files: FileList) => sending.choose([...files], closed || itemClosed);
  const handlers = {
    onDragOver: (drag: DragEvent) => {
      if (!drag.dataTransfer.types.includes('Files')) return;
      drag.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (drag: DragEvent) => {
      setOver(false);
      if (drag.dataTransfer.files.length === 0) return;
      drag.preventDefault();
      choose(drag.dataTransfer.files);
    },
  };
  return (
    <section className={mergeClasses(styles.panel, over && styles.over)} aria-label={t('title')} {...handlers}>
      <div className={styles.ways}>
        <Button icon={<DocumentArrowUpRegular />} onClick={() => chooser.current?.click()}>
          {t('choose')}
        </Button>
        <span className={styles.hint}>{t(over ? 'dropNow' : 'drop')}</span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={t('choose')}
          onChange={({ target }) => {
            if (target.files) choose(target.files);
            // The same file must be choosable again after it was mended.
            target.value = '';
          }}
        />
        <Button appearance="subtle" icon={<FolderOpenRegular />} aria-expanded={library} onClick={() => setLibrary(!library)}>
          {t('fromLibrary')}
        </Button>
      </div>
      {itemClosed ? (
        <p className={styles.hint}>{t('itemClosed')}</p>
      ) : (
        insider &&
        file.pointer.closedSiteId !== null && (
          <div>
            <Checkbox label={t('closedToo')} checked={closed} onChange={(_, { checked }) => setClosed(checked === true)} />
            <p className={styles.hint}>{t('closedHint')}</p>
          </div>
        )
      )}
      <SendingList sending={sending} />
      {library && <LibraryPicker file={file} item={item} onDone={() => setLibrary(false)} />}
      <PaperList file={file} entry={entry} insider={insider} onReplace={sending.replace} />
    </section>
  );
}
