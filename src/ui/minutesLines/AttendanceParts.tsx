import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Attended, Edition, ExcusedItem, ExcusedMark } from '../../meeting/meeting.ts';
import { clock, timeSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  label: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0 },
  names: { margin: 0, padding: 0, listStyleType: '""', overflowWrap: 'anywhere' },
});

const numbers = (items: readonly ExcusedItem[]) => items.map(({ number }) => number?.replace(/[.)]$/, '') ?? '?').join(', ');

/** Who was there, guests, who sent apologies and who stayed away; the apologies alone where nobody called the roll. */
export function AttendanceParts({ edition: { excused, attendance } }: { edition: Pick<Edition, 'excused' | 'attendance'> }) {
  const { t } = useTranslation('minutes');
  const told = useAttended();
  const present = attendance?.present ?? [];
  const language = useLanguage();
  const arrives = (mark: ExcusedMark | null): string => {
    if (mark === null) return '';
    return 'item' in mark ? t('arrivesTo', { item: numbers([mark.item]) }) : t('arrivesAt', { time: timeSpan(mark.clock, null, language) });
  };
  const leaves = (mark: ExcusedMark | null): string => {
    if (mark === null) return '';
    return 'item' in mark ? t('leavesAfter', { item: numbers([mark.item]) }) : t('leavesAt', { time: timeSpan(mark.clock, null, language) });
  };
  const line = ({ name, scope, substitute, onTheDay }: Edition['excused'][number]) =>
    withMore(name, [
      scope.kind === 'items' ? t('part', { items: numbers(scope.items) }) : '',
      ...(scope.kind === 'part' ? [arrives(scope.arrives), leaves(scope.leaves)] : []),
      onTheDay ? t('onTheDay') : '',
      substitute === null ? '' : t('instead', { name: substitute }),
    ]);
  return (
    <>
      <People title={t('present')} people={present.filter(({ guest }) => !guest).map(told)} />
      <People title={t('guests')} people={present.filter(({ guest }) => guest).map(told)} />
      <People title={t('apologies')} people={excused.map(line)} none={t('noApologies')} />
      <People title={t('absent')} people={attendance?.absent ?? []} />
    </>
  );
}

function useAttended(): (person: Attended) => string {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  return ({ name, insteadOf, online, excusedFor, moves }) =>
    withMore(name, [
      insteadOf === null ? '' : t('standsInFor', { name: insteadOf }),
      online ? t('online') : '',
      excusedFor.length === 0 ? '' : t('excusedFor', { items: numbers(excusedFor) }),
      ...moves.map(({ kind, time, item }) =>
        [t(kind), time === null ? '' : t('at', { time: clock(time, language) }), item === null ? '' : t('under', { item: numbers([item]) })]
          .filter((words) => words !== '')
          .join(' '),
      ),
    ]);
}

function withMore(name: string, more: readonly string[]): string {
  const said = more.filter((words) => words !== '');
  return said.length === 0 ? name : `${name} (${said.join('; ')})`;
}

/** Nothing where nobody stands in the list, unless that is to be said. */
function People({ title, people, none }: { title: string; people: readonly string[]; none?: string }) {
  const styles = useStyles();
  if (people.length === 0 && none === undefined) return null;
  return (
    <section>
      <h2 className={styles.label}>{title}</h2>
      {people.length === 0 ? (
        <p className={styles.words}>{none}</p>
      ) : (
        <ul className={styles.names}>
          {people.map((line, place) => (
            <li key={place}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
