import { Failure } from '../../meeting/errors.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useHost } from '../kit/CommandsContext.tsx';
import { MeetingByPointer } from './MeetingByPointer.tsx';
import type { Route } from '../kit/route.ts';
import { startOf } from './startScreen.ts';
import { EventMeeting, ThisMeeting } from './ThisMeeting.tsx';
import { lazyPart } from '../kit/lazyPart.ts';

const BoardScreen = lazyPart(() => import('../board/BoardScreen.tsx'));
const DecisionsScreen = lazyPart(() => import(/* webpackChunkName: "decisions" */ '../decisions/DecisionsScreen.tsx'));
const MyMeetings = lazyPart(() => import('../myMeetings/MyMeetings.tsx'));
const ProfileScreen = lazyPart(() => import('../profile/ProfileScreen.tsx'));
const TabConfigScreen = lazyPart(() => import('../tabConfig/TabConfigScreen.tsx'));

const cutShort = new Failure('NotFound', "The link lacks a part of the meeting's address");

export interface ScreenProps {
  readonly route: Route;
  readonly onConfigReady: ((valid: boolean) => void) | undefined;
}

/** The screen of an address; the start is what the host's surface is for. */
export function Screen({ route, onConfigReady }: ScreenProps) {
  const { surface } = useHost();
  if (route.page === 'mine') return <MyMeetings />;
  if (route.page === 'body') return <ProfileScreen siteId={route.siteId} from={route.from} />;
  if (route.page === 'cut') return <FailureState error={cutShort} />;
  if (route.page === 'event') return <EventMeeting eventId={route.eventId} />;
  if (route.page === 'decisions') return <DecisionsScreen siteId={route.siteId} />;
  if (route.page !== 'start')
    return <MeetingByPointer key={route.pointer.key} pointer={route.pointer} page={route.page} item={('item' in route && route.item) || null} />;
  switch (startOf(surface)) {
    case 'thisMeeting':
      return <ThisMeeting page="agenda" />;
    case 'panel':
      return <ThisMeeting page="record" />;
    case 'mine':
      return <MyMeetings />;
    case 'board':
      return <BoardScreen />;
    case 'config':
      return <TabConfigScreen onReady={onConfigReady ?? (() => {})} />;
  }
}
