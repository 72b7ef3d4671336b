import type { Surface } from '../../host/host.ts';

/** What opens first where the host shows us. */
export type StartScreen = 'thisMeeting' | 'panel' | 'mine' | 'board' | 'config';

const START = {
  appointmentCompose: 'thisMeeting',
  appointmentRead: 'thisMeeting',
  meeting: 'thisMeeting',
  sidePanel: 'panel',
  personal: 'mine',
  page: 'mine',
  channel: 'board',
  config: 'config',
} as const satisfies Record<Surface, StartScreen>;

/** The start screen of a surface: the meeting one stands on, else one's own meetings or the board's. */
export function startOf(surface: Surface): StartScreen {
  return START[surface];
}
