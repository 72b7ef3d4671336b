// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import { asMeetingKey } from '../../../src/meeting/ids.ts';
import type { CalendarEvent } from '../../../src/meeting/meeting.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { emptyIntake } from '../../../src/ui/intake/fitToEvent.ts';
import { readWork, writeWork } from '../../../src/ui/intake/savedWork.ts';
import { Working } from '../../../src/ui/intake/Working.tsx';
import { agendaOf } from '../../meeting/agendas.ts';

const event: CalendarEvent = {
  id: 'e',
  key: asMeetingKey('k'),
  iCalUId: 'u',
  originalStart: null,
  subject: 'Direktionsmøde',
  start: '2026-09-03T07:00:00Z',
  end: '2026-09-03T09:00:00Z',
  location: null,
  joinUrl: null,
  iAmOrganizer: true,
  myAnswer: 'organizer',
  organizer: null,
  invitees: [],
  cancelled: false,
  agendaInInvitation: false,
  pointer: null,
};

it('work from an earlier visit that is read anew with each keeping is kept no more than once', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['agenda', 'agendaEditor', 'intake', 'common']);
  const agenda = agendaOf(['1 Nyt /15', '2 Budget /30']);
  const read = { date: '2026-09-03', endDate: null, start: null, end: null };
  const kept = writeWork({ intake: { ...emptyIntake(event, '1. Nyt'), agenda }, fileName: null, register: [], choices: {}, base: null, read });
  let keepings = 0;
  function Screen() {
    const [text, setText] = useState(kept);
    // As IntakeScreen does: another object at each turn, and each keeping a turn.
    const [, turn] = useState(0);
    const onKeep = (next: string) => {
      keepings += 1;
      if (keepings > 20) return;
      setText(next);
      turn((before) => before + 1);
    };
    const [keep] = useState(() => onKeep);
    const start = readWork(text);
    if (start === null) return null;
    return <Working event={event} file={null} start={start} onKeep={keep} onOtherPaper={() => undefined} onAttached={() => undefined} />;
  }
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <Screen />
      </I18nextProvider>,
    ),
  );
  expect(place.textContent).toContain('Budget');
  expect(keepings).toBeLessThanOrEqual(1);
  await act(async () => root.unmount());
});
