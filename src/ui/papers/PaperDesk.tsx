import { Button } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../kit/lazyPart.ts';
import type { PaperDeskProps } from './paperDeskProps.ts';

const PaperPanel = lazyPart(() => import('./PaperPanel.tsx'));

/** The way to an item's papers, and the panel in which they are put in, put in order and replaced. */
export default function PaperDesk({ file, entry, insider }: PaperDeskProps) {
  const { t } = useTranslation('papers');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<AttachRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'closePanel' : 'open')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <PaperPanel file={file} entry={entry} insider={insider} />
        </Suspense>
      )}
    </>
  );
}
