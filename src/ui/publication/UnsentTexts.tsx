import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import { ItemsInTheWay } from './ItemsInTheWay.tsx';

/** Words on this device that the record lacks, each with the way to its item, which offers them again. */
export function UnsentTexts({ file, items }: { file: MeetingFile; items: readonly AgendaItem[] }) {
  const { t } = useTranslation('publication');
  return (
    <ItemsInTheWay
      file={file}
      items={items}
      heading={t('unsent', { count: items.length })}
      words={t('unsentWhy')}
      wayOut={(item, title) => (
        <LinkButton
          small
          appearance="secondary"
          label={t('unsentSeeOf', { title })}
          href={printRoute({ page: 'record', pointer: file.pointer, item: item.id })}
        >
          {t('unsentSee')}
        </LinkButton>
      )}
    />
  );
}
