import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowForwardRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { WantedRoute } from '../../meeting/caseRoute.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { useDraftRoutes } from './DraftRoutes.tsx';
import type { Edit } from './editing.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'start', gap: tokens.spacingVerticalXS },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
});

interface RouteFieldProps {
  readonly item: AgendaItem;
  readonly dispatch: Dispatch<Edit>;
}

/** Which body an item of an agenda that is being made goes on to, and by when: kept with the draft, and stored with the agenda. Nothing is asked before it is opened. */
export default function RouteField({ item, dispatch }: RouteFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation('caseRoute');
  const language = useLanguage();
  const { routes, stored } = useDraftRoutes();
  const [open, setOpen] = useState(false);
  if (item.kind !== 'item' || stored.has(item.id)) return null;
  const route = routes.find(({ itemId }) => itemId === item.id) ?? null;
  return (
    <div className={styles.part}>
      <Button size="small" appearance="subtle" icon={<ArrowForwardRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('label')}
      </Button>
      {route !== null && !open && (
        <p className={styles.words}>
          {route.day === null ? t('to', { name: route.next.name }) : t('toBy', { name: route.next.name, day: longDay(route.day, language) })}
        </p>
      )}
      {open && <Choice item={item} route={route} dispatch={dispatch} />}
    </div>
  );
}

function Choice({ item, route, dispatch }: RouteFieldProps & { route: WantedRoute | null }) {
  const styles = useStyles();
  const { t } = useTranslation('caseRoute');
  const commands = useCommands();
  const { own } = useDraftRoutes();
  const bodies = useQuery({ queryKey: ['nextBodies', own ?? ''], queryFn: async () => (await commands.backlog()).bodiesBut(own) });
  const set = (next: WantedRoute['next'] | null, day: string | null) => dispatch({ kind: 'route', itemId: item.id, next, day });
  return (
    <Queried query={bodies}>
      {(found) =>
        found.length === 0 && route === null ? (
          <p className={styles.words}>{t('noBodiesYet')}</p>
        ) : (
          <>
            <p className={styles.words}>{t(item.openness === 'closed' ? 'closedIntro' : 'intro')}</p>
            <div className={styles.row}>
              <Field label={t('body')}>
                <Select
                  value={route?.next.siteId ?? ''}
                  onChange={(_, { value }) => {
                    const next = found.find(({ siteId }) => siteId === value);
                    set(next ? { siteId: next.siteId, name: next.name } : null, route?.day ?? null);
                  }}
                >
                  <option value="">{t('choose')}</option>
                  {[...found, ...(route && !found.some(({ siteId }) => siteId === route.next.siteId) ? [route.next] : [])].map(({ siteId, name }) => (
                    <option key={siteId} value={siteId}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
              {route !== null && (
                <Field label={t('day')}>
                  <Input type="date" value={route.day ?? ''} onChange={(_, { value }) => set(route.next, value === '' ? null : value)} />
                </Field>
              )}
            </div>
          </>
        )
      }
    </Queried>
  );
}
