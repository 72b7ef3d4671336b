import { Link } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHost } from '../kit/CommandsContext.tsx';
import { printRoute, type Route } from '../kit/route.ts';

/** From a meeting's minutes, decisions or publication back to its agenda; from the agenda to my meetings, where those are the start. */
export function WayBack({ route }: { route: Route }) {
  const { t } = useTranslation();
  const { surface } = useHost();
  if (route.page === 'minutes' || route.page === 'record' || route.page === 'publish' || route.page === 'revise') {
    return <Link href={printRoute({ page: 'agenda', pointer: route.pointer })}>{`‹ ${t('toAgenda')}`}</Link>;
  }
  if (route.page === 'body' && route.from !== null)
    return <Link href={printRoute({ page: 'agenda', pointer: route.from })}>{`‹ ${t('toAgenda')}`}</Link>;
  const inMeeting = route.page === 'agenda' || route.page === 'event' || route.page === 'body';
  if (inMeeting && (surface === 'page' || surface === 'personal')) return <Link href={printRoute({ page: 'mine' })}>{`‹ ${t('toMyMeetings')}`}</Link>;
  if (inMeeting && surface === 'channel') return <Link href={printRoute({ page: 'start' })}>{`‹ ${t('back')}`}</Link>;
  return null;
}
