import { Button, Link } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import type { ItemNews } from '../../meeting/readSigns.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';
import { shortDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNoticeStyles } from '../kit/useNoticeStyles.ts';
import { Foldable } from './NoticesFold.tsx';

interface NewsSinceProps {
  readonly file: MeetingFile;
  /** The item that was opened last: whoever opens one reads it. */
  readonly opened: ItemId | null;
  readonly onOpen: (id: ItemId) => void;
}

/** What has changed since this person read the agenda on this device, item by item. Says nothing the first time, and where nothing has. */
export default function NewsSince({ file, opened, onOpen }: NewsSinceProps) {
  const styles = useNoticeStyles();
  const { t } = useTranslation(['sendout', 'common']);
  const language = useLanguage();
  const { find } = useCommands();
  const client = useQueryClient();
  const titleId = useId();
  const queryKey = ['news', file.pointer.key, file.pointer.siteId, file.agenda];
  const { data } = useQuery({ queryKey, queryFn: () => find.newsForMe(file), networkMode: 'always', staleTime: Infinity, retry: false });
  const read = async (ids: readonly ItemId[] | null) => {
    await find.markRead(file, ids);
    client.setQueryData<typeof data>(
      queryKey,
      (news) =>
        news && { ...news, ...(ids === null && { removed: 0 }), items: news.items.filter(({ itemId }) => ids !== null && !ids.includes(itemId)) },
    );
  };
  const isNews = opened !== null && (data?.items.some(({ itemId }) => itemId === opened) ?? false);
  useEffect(() => {
    if (opened !== null && isNews) void find.markRead(file, [opened]);
  }, [opened, isNews, file, find]);
  if (!data || (data.items.length === 0 && data.removed === 0)) return null;
  const insider = mayReadClosed({ file });
  const titleOf = (id: ItemId) => {
    const item = file.agenda.items.find((each) => each.id === id);
    if (!item) return '';
    return [item.number, shownTitle({ item, closed: isClosed(file.agenda.items, item) }, insider) ?? t('common:closedItem')]
      .filter(Boolean)
      .join(' ');
  };
  const words = ({ itemId, kind, fields }: ItemNews) =>
    kind === 'added'
      ? t('sendout:news.added', { title: titleOf(itemId) })
      : t('sendout:news.changed', { title: titleOf(itemId), fields: fields.map((field) => t(`sendout:news.field.${field}`)).join(', ') });
  const heading = t('sendout:news.title', { day: shortDay(data.since, language) });
  return (
    <Foldable place="news" title={heading}>
      <section className={styles.notice} aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {heading}
        </h2>
        <ul className={styles.list}>
          {data.items.map((news) => (
            <li key={news.itemId}>
              <Link as="button" inline onClick={() => onOpen(news.itemId)}>
                {words(news)}
              </Link>
            </li>
          ))}
        </ul>
        {data.removed > 0 && <p className={styles.words}>{t('sendout:news.removed', { count: data.removed })}</p>}
        <div>
          <Button size="small" onClick={() => void read(null)}>
            {t('sendout:news.read')}
          </Button>
        </div>
      </section>
    </Foldable>
  );
}
