import { Suspense, useState } from 'react';
import type { OtherAgenda } from '../../commands/commands.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { NoAgenda } from '../agenda/NoAgenda.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { Loading } from '../kit/states/Loading.tsx';

const BeginAgenda = lazyPart(() => import('../intake/BeginAgenda.tsx'));
const IntakeScreen = lazyPart(() => import('../intake/IntakeScreen.tsx'));
const EarlyAnswer = lazyPart(() => import('../apology/EarlyAnswer.tsx'));
const OtherAgendas = lazyPart(() => import('../agenda/OtherAgendas.tsx'));

/** A meeting of mine that has no agenda, until its organiser begins to make one. */
export default function WithoutAgenda({ event, other, begun, onMaking, onAttached }: WithoutAgendaProps) {
  const [making, setMaking] = useState<Making | null>(begun ? { taken: null, from: null } : null);
  const [proposing, setProposing] = useState(false);
  const make = (what: Making) => {
    onMaking();
    setMaking(what);
  };
  if (making) {
    const { taken, from, begin = null } = making;
    // Rows that are taken along stay where they are: the event is given their pointer.
    const own = taken ? { ...event, pointer: taken.pointer } : event;
    return (
      <Suspense fallback={<Loading />}>
        <IntakeScreen event={own} file={taken} from={from} begin={begin} onAttached={onAttached} />
      </Suspense>
    );
  }
  if (proposing) {
    return (
      <Suspense fallback={<Loading />}>
        <BeginAgenda event={event} onBegin={(begin) => make({ taken: null, from: null, begin })} onBack={() => setProposing(false)} />
      </Suspense>
    );
  }
  const mayHaveOthers = other !== undefined || event.seriesId !== undefined;
  const others = mayHaveOthers && (
    <Suspense fallback={null}>
      <OtherAgendas event={event} other={other} onTake={(taken) => make({ taken, from: null })} onBegin={(from) => make({ taken: null, from })} />
    </Suspense>
  );
  const answer = (
    <Suspense fallback={null}>
      <EarlyAnswer event={event} />
    </Suspense>
  );
  return (
    <NoAgenda event={event} onMake={() => make({ taken: null, from: null })} onPropose={() => setProposing(true)} others={others} answer={answer} />
  );
}

/** What the agenda is made of: rows taken along from where the meeting was before, another meeting's agenda, or neither. */
interface Making {
  readonly taken: MeetingFile | null;
  readonly from: MeetingFile | null;
  /** What was chosen of what was proposed. */
  readonly begin?: Agenda;
}

interface WithoutAgendaProps {
  readonly event: CalendarEvent;
  readonly other: OtherAgenda | undefined;
  /** The person has said already that they make it. */
  readonly begun: boolean;
  readonly onMaking: () => void;
  readonly onAttached: (file: MeetingFile) => void;
}
