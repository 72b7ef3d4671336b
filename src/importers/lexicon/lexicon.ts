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
  clock: {
    said: string;
    about: string;
    until: string;
    minutes: string;
    hours: string;
    /** Words by which a column of times turns out to hold lengths. */
    lengths: string;
    /** What stands between a place and a time. */
    before: string;
    from: string;
    /** How a time is announced, as printed. */
    mark: string;
    /** Units after a number that make it no time. */
    notTimes: string;
  };
  calendar: {
    months: string[][];
    weekdays: string[];
    /** Weekdays as they are abbreviated before a date. */
    weekdaysShort: string;
    the: string;
    /** "Saturday MORNING". */
    partsOfDay: string;
    /** "Day 2": the word before the number. */
    day: string;
    week: string;
  };
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
    /** The conjunction that opens a point of a recommendation. */
    that: string;
    /** "Talk BY Ann": the preposition before a presenter. */
    by: string;
    to: string;
    of: string;
    is: string;
    inOrOf: string;
    next: string;
    /** "nr." before a number. */
    number: string;
    articles: string;
    from: string;
    /** Between a role and what it is a role of. */
    prepositions: string;
    /** Words that go on after a name and never belong to it. */
    afterName: string;
    /** What ends the name of a speaker and begins the subject. */
    about: string;
  };
  numbering: {
    /** "Punkt 3", "Pkt. 3", "Ad 3", "§ 3": the prefix before a number. */
    strong: string;
    answers: string;
    paragraphSign: string;
    /** "Spor A: …", "Hold 1: …", "Workshop 2: …" */
    tracks: string;
    lettered: string;
    /** "Item 3" in the first column of a table. */
    row: string;
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
    /** Stem of a compound → the body it means ("(bestyrelse)s" → "$1n"). */
    bodyOfCompound: [string, string][];
    /** Of those bodies, the ones every association has: the paper must name them itself. */
    commonBodies: string;
    /** What a body does in its minutes: "Udvalget BESLUTTEDE". */
    acts: string;
    /** "The members ARE SUMMONED to …": a sentence that tells of the meeting is no heading. */
    announces: string;
    /** "The meeting IS HELD at …" */
    held: string;
    /** Names of points that never name a meeting. */
    pointTitles: string;
    invitation: string;
    /** "The council invites you to", the event on the next line. */
    invites: string;
    /** The meeting in compounds: "bestyrelsesMØDE". */
    meetingWord: string;
    block: string;
    day: string;
    practical: string;
    notTheMeeting: string;
    /** A covering letter that gives the meeting another date. */
    moved: string;
    begins: string;
    ends: string;
    placeWords: string;
    placeLead: string;
    /** Before a town. */
    placeIn: string;
    /** Before a place at the end of a heading. */
    placeOn: string;
    /** Of meetings in general, not of this one. */
    usually: string;
    signOff: string;
    appendix: string;
    /** Document words in front of the body in a title. */
    document: string;
    documentOf: string;
    /** Meetings that only a body of its own holds. */
    assembly: string;
    ordinary: string;
    /** What follows a stem of `bodyOfCompound`. */
    compoundEnds: string;
    bodyEndings: string;
    notBody: string;
    reminder: string;
    /** Words left at the end of a title once date and time are cut. */
    titleTail: string;
    /** Of `placeLead`, what stays part of the place. */
    placeKept: string;
    placeSpoken: string;
    /** Meeting words that rooms are named by. */
    meetingInPlace: string;
    /** Document words that no case form carries. */
    notCase: string;
    meetingEnds: string;
    /** "Decision of the board on 3 May": a heading on its line. */
    decisionHeading: string;
    /** Of those, the ones that say whose decision it is. */
    decisionBy: string;
    decisionOf: string;
    /** "Byrådet, 3. maj 2026, pkt. 12:": a body and a date over what it decided. */
    decidedBy: string;
    recommendationHeading: string;
    /** Heads the recommending text, not the recommendation itself. */
    recommendingText: string;
    /** Lines that begin what stands after the last item. */
    closing: string;
  };
  kinds: {
    /** Minutes an agenda speaks of. */
    earlierMinutes: string;
    /** A point about the agenda: says nothing of what the paper is. */
    agendaAsPoint: string;
    minuteTaker: string;
    minutesBy: string;
    present: string;
    absent: string;
    ended: string;
    /** Verbs that tell minutes from an agenda. */
    past: string;
    agenda: string;
    notDraft: string;
    /** "Draft (for a) programme". */
    ofDraft: string;
  };
  item: {
    breaks: string;
    notBreaks: string;
    fixed: string;
    fixedMark: string;
    closed: string;
    open: string;
    types: { type: ItemType; prefix: string; label: string; leading: string; letter: string; group: string }[];
    /** A type said by a line of its own under the heading. */
    typeBeneath: string;
    groupFixed: string;
    groupClosed: string;
    groupOpen: string;
    groupOther: string;
    presenterMarks: string;
    /** "Paneldeltagere: …": who speaks, on a line under the slot. */
    speakerLabels: string;
    presenterWord: string;
    /** A talk by its kind alone: "Oplæg" */
    talkWords: string;
    /** Verbs of giving a talk, in the present. */
    speaks: string;
    /** In a heading that lists persons for something: "Valg af". */
    choiceOf: string;
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
    /** Titles of a last point that often goes without a number. */
    lastWithoutNumber: string;
    /** How the headings begin that come back at every meeting. */
    standing: string;
    /** Breaks that need no time to be one. */
    plainBreaks: string;
    breakAdjectives: string;
    /** With these, a break word names a subject. */
    aboutBreaks: string;
    /** "* = standing item": how a key of signs goes on. */
    starMeans: string;
    /** The mark as printed. */
    presenterMark: string;
    byShort: string;
    purposeWord: string;
    recommendsVerb: string;
    recommendStem: string;
    /** Labels that are the beginning of the recommending sentence. */
    recommendLabel: string;
    groupSingle: string;
    groupClosedAlone: string;
    groupOpenWords: string;
    groupTypedWords: string;
  };
  outcome: {
    /** A sentence that states an outcome. */
    says: string;
    /** Sentences that look like one but are not. */
    notSays: string;
    /** What stands before the date of the meeting that decided: "besluttede PÅ SIT MØDE DEN 3. maj". */
    atMeeting: string;
    /** The title of a point that only says when to meet again. */
    nextMeeting: string;
    /** Words that put a matter off, to a date that is still to come. */
    putsOff: string;
    /** An agreement told in passing, which a real outcome later goes before. */
    inPassing: string;
    chosenChair: string[];
    dissent: string;
    electedChair: string;
    electionWords: string;
    chosenOffice: string;
    /** Verbs of putting somebody forward, before the name. */
    proposes: string;
  };
  people: {
    titles: string;
    firstNames: ReadonlySet<string>;
    substitute: string;
    substituteDidNotCome: string;
    late: string;
    chairMark: string;
    notNames: string;
    /** Those of `notNames` that are surnames too: behind a first name they are no street and no hall. */
    alsoSurnames: string;
    didNotShow: string;
    absenceOf: string;
    reportedAbsent: string;
    stepsIn: string;
    particles: string;
    meetingLeader: string;
    minuteTaker: string;
    /** "Vice chair": chair marks that name no chair. */
    notChair: string;
    offices: string;
    /** Before the reason of an absence. */
    because: string;
    /** "All were there EXCEPT FOR …" */
    exceptFor: string;
    /** Of those present, or of the absent, in a sentence about one point or the whole. */
    tookNoPart: string;
    /** In the title of a point about stand-ins. */
    standInWord: string;
    /** Verbs of being there, beside the names. */
    presentVerbs: string;
    /** Begins a clause of standing in that tells it happened at this meeting. */
    attendedVerbs: string;
    /** "I stedet for A DELTOG B": before the absentee, and before the stand-in. */
    insteadOf: string;
    stepsUp: string;
    /** "A REPRÆSENTERES AF B" */
    replacedBy: string;
    /** Begins the label of a list that comes on top of another. */
    besides: string;
    /** "For the whole meeting", after a name. */
    throughout: string;
    /** First and middle names that are printed shortened, with a full stop. */
    shortenedNames: string;
    /** Relative pronouns after a name. */
    who: string;
    /** Parts of a meeting after a name: "sag 12-14". They are no reason. */
    partOfMeeting: string;
    /** What may be a reason though it begins with a capital. */
    reasons: string;
    /** Names of organisations in brackets. */
    affiliation: string;
    /** Headings of a board being constituted: the offices under them are not attendance. */
    constituting: string;
    allPresent: string;
    thereWereApologies: string;
    /** "mother of …": says who somebody is, no reason. */
    relation: string;
    /** Between the stand-in and the absentee in a sentence. */
    standsIn: string;
    absentRemark: string;
    /** A word in its definite form: an office ("Formanden"), no first name. */
    definite: string;
    apologyRemark: string;
    absentLead: string;
    /** "42 members": a number, no list of names. */
    headCount: string;
    ticked: string;
    attendedWords: string;
    standsFor: string;
    /** Between the word for a substitute and the name. */
    substituteLink: string;
  };
  attachments: {
    word: string;
    open: string;
    closed: string;
    documentId: string;
    caseMarks: string;
    none: string;
    badge: string;
    thing: string;
    /** Of `closed`, what is a state and no part of a title. */
    closedState: string;
    overview: string;
  };
  noise: {
    footer: string;
    navigation: string;
    home: string;
    imprint: string;
    join: string;
    converter: string;
    contents: string;
    signature: string;
    greeting: string;
  };
  table: {
    key: 'time' | 'item' | 'presenter' | 'attachments' | 'minutes' | 'number' | 'type' | 'decision' | 'text' | 'name' | 'present' | 'initials';
    match: string;
  }[];
}
