// What a language must say for its papers to be recognised. The recogniser itself knows no word of any language.
// Sources are pieces of regular expressions, matched without regard to case, against text whose OCR slips are mended.
import type { ItemType, SectionRole } from '../paper.ts';

/** What a label in front of a value, or a heading on its own, announces. */
export type LabelKey =
  | 'date'
  | 'time'
  | 'endTime'
  | 'place'
  | 'body'
  | 'meetingName'
  | 'project'
  | 'chair'
  | 'minuteTaker'
  | 'present'
  | 'members'
  | 'group'
  | 'absent'
  | 'noShow'
  | 'remarks'
  | 'guests'
  | 'ignored'
  | 'subject'
  | 'mailFiles'
  | 'mailTo'
  | 'mailFrom'
  | 'mailSent'
  | 'information'
  | 'caseRoute'
  | 'presenter'
  | 'attending'
  | 'duration'
  | 'type'
  | 'itemNumber'
  | 'itemTitle'
  | 'openness'
  | 'history'
  | 'agenda'
  | 'nextMeeting'
  | 'closing'
  | 'practical'
  | SectionRole;

export interface Lexicon {
  language: string;
  clock: { said: string; about: string; until: string; minutes: string; hours: string };
  calendar: { months: string[][]; weekdays: string[]; the: string };
  words: {
    and: string;
    abbreviations: string;
    /** Of the abbreviations, those that may end a sentence when a capital follows. */
    units: string;
    /** Words that cannot end a line of a title: the next line belongs to it. */
    connectors: string;
    /** Finite verbs that tell a sentence from a title. */
    finiteVerbs: string;
    none: string;
  };
  numbering: {
    /** "Punkt 3", "Pkt. 3", "Ad 3", "§ 3": the prefix before a number. */
    strong: string;
    answers: string;
    paragraphSign: string;
    /** "Spor A: …", "Hold 1: …", "Workshop 2: …" */
    tracks: string;
    lettered: string;
  };
  labels: { key: LabelKey; match: string }[];
  headings: {
    documentTypes: string;
    draft: string;
    minutes: string;
    programme: string;
    agenda: string;
    caseForm: string;
    meeting: string;
    event: string;
    bodies: string;
    letterhead: string;
    /** "dagsorden for", "referat af møde i": what stands between a document word and the body. */
    ofBody: string;
    meetingTail: string;
    /** Stem of a compound → the body it means ("bestyrelses" → "Bestyrelsen"). */
    bodyOfCompound: [string, string][];
    invitation: string;
    block: string;
    day: string;
    practical: string;
    notTheMeeting: string;
    begins: string;
    ends: string;
    placeWords: string;
    placeLead: string;
    signOff: string;
    appendix: string;
  };
  item: {
    breaks: string;
    notBreaks: string;
    fixed: string;
    fixedMark: string;
    closed: string;
    open: string;
    types: { type: ItemType; prefix: string; label: string; leading: string; letter: string; group: string }[];
    groupFixed: string;
    groupClosed: string;
    groupOpen: string;
    groupOther: string;
    presenterMarks: string;
    presenterWord: string;
    /** "Emne: …" in front of a title. */
    titleLabels: string;
    /** "Oplæg fra KL": the word of a talk before who gives it; the title keeps it. */
    talkFrom: string;
    roles: string;
    groups: string;
    organisations: string;
    purposeSentence: string;
    recommends: string;
    caseNumbers: string;
    anyOtherBusiness: string;
  };
  outcome: {
    /** A sentence that states an outcome. */
    says: string;
    /** Sentences that look like one but are not. */
    notSays: string;
    /** An agreement told in passing, which a real outcome later goes before. */
    inPassing: string;
    chosenChair: string[];
    dissent: string;
  };
  people: {
    titles: string;
    firstNames: ReadonlySet<string>;
    substitute: string;
    substituteDidNotCome: string;
    late: string;
    chairMark: string;
    notNames: string;
    didNotShow: string;
    absenceOf: string;
    reportedAbsent: string;
    stepsIn: string;
    particles: string;
  };
  attachments: { word: string; open: string; closed: string; documentId: string; caseMarks: string; none: string; badge: string };
  noise: { footer: string; navigation: string; join: string; converter: string; contents: string; signature: string; greeting: string };
  table: {
    key: 'time' | 'item' | 'presenter' | 'attachments' | 'minutes' | 'number' | 'type' | 'decision' | 'text' | 'name' | 'present' | 'initials';
    match: string;
  }[];
}
