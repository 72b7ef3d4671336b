import type {
  AbsenceReason,
  ApprovalAct,
  ApprovalRule,
  BodyKind,
  NumberRestart,
  QuorumKind,
  SubstituteRule,
  SubstituteState,
  SubstituteWord,
} from '../meeting/words.ts';
import type { BoardLanguage } from '../meeting/boardLanguage.ts';

/** What people read in the choice columns of a body's rules, for each of our own words; apart from the others, which the first agenda needs. */
export const PROFILE_CHOICES = {
  kind: {
    administrative: 'Administrativt forum',
    committee: 'Udvalg',
    council: 'Kommunalbestyrelse',
    worksCouncil: 'MED-udvalg',
    schoolBoard: 'Skolebestyrelse',
    association: 'Forening',
  } satisfies Record<BodyKind, string>,
  quorum: { none: 'Ingen regel', half: 'Mindst halvdelen', number: 'Et bestemt antal' } satisfies Record<QuorumKind, string>,
  approval: {
    none: 'Ingen godkendelse',
    chair: 'Af formanden',
    nextMeeting: 'På næste møde',
    noObjection: 'Når ingen gør indsigelse',
    signatures: 'Ved underskrift',
  } satisfies Record<ApprovalRule, string>,
  approvalAct: {
    review: 'Sendt til gennemsyn',
    comment: 'Bemærkning',
    approve: 'Godkendt',
    object: 'Indsigelse',
    takenBack: 'Taget tilbage',
    correction: 'Rettelse',
    telling: 'Besked på vej',
    told: 'Besked givet',
    notTold: 'Besked ikke givet',
  } satisfies Record<ApprovalAct, string>,
  substitutes: { none: 'Ingen', personal: 'Personlige', partyList: 'Partiets liste', free: 'Frit valg' } satisfies Record<SubstituteRule, string>,
  substituteState: { called: 'Indkaldt', coming: 'Kommer', declined: 'Kan ikke', calledOff: 'Afmeldt' } satisfies Record<SubstituteState, string>,
  absenceReason: {
    health: 'Helbred',
    leave: 'Graviditet, barsel eller adoption',
    publicDuty: 'Andet offentligt hverv',
    business: 'Forretninger',
    other: 'Andet',
  } satisfies Record<AbsenceReason, string>,
  substituteWord: { stedfortræder: 'Stedfortræder', suppleant: 'Suppleant' } satisfies Record<SubstituteWord, string>,
  language: { da: 'Dansk', en: 'Engelsk' } satisfies Record<BoardLanguage, string>,
  restart: { never: 'Aldrig', day: 'Hver dag', block: 'Hver blok' } satisfies Record<NumberRestart, string>,
} as const;
