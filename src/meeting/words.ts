// Every closed set of words that the house knows, each spelled here and nowhere else: as a list, for those who read stored or
// typed text, and as a type. Whoever names only some of them says `Extract<Word, …>` or `satisfies readonly Word[]`, so that
// the compiler looks on. test/meeting/words.test.ts keeps it so.

export const ITEM_KINDS = ['item', 'break'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_TYPES = ['decision', 'discussion', 'information', 'presentation', 'otherBusiness'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** Openness that is missing means closed: readers of untrusted data must use `opennessOf` (agenda.ts). */
export const OPENNESS = ['open', 'closed'] as const;
export type Openness = (typeof OPENNESS)[number];

/** What a section of an item's paper is for; `text` is every other. */
export const SECTION_ROLES = ['purpose', 'summary', 'background', 'finance', 'recommendation', 'text'] as const;
export type SectionRole = (typeof SECTION_ROLES)[number];

export const AGENDA_STATES = ['draft', 'sent', 'revised'] as const;
export type AgendaState = (typeof AGENDA_STATES)[number];

export const MINUTES_STATES = ['none', 'published', 'withdrawn'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

/** How a meeting stands, as its calendar was last seen: as it was called, on another day or at another time than it was, or called off. */
export const STANDINGS = ['planned', 'moved', 'cancelled'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How the meeting of an agenda that an invitation links to stands to the invitation's own (sameMeeting.ts). */
export const KINSHIPS = ['same', 'otherOccurrence', 'sameTime', 'other'] as const;
export type Kinship = (typeof KINSHIPS)[number];

/** A calendar's answers. An answer is a hint, never attendance. */
export const ANSWERS = ['organizer', 'accepted', 'tentative', 'declined', 'none'] as const;
export type Answer = (typeof ANSWERS)[number];
/** What a calendar answers for whoever sends an apology: for the whole meeting, or for a part of it. */
export type AwayAnswer = Extract<Answer, 'declined' | 'tentative'>;

/** An apology is for the whole meeting, for some of its items, or for what is before somebody comes and after they go. */
export const APOLOGY_SCOPES = ['meeting', 'items', 'part'] as const;
export type ApologyScopeKind = (typeof APOLOGY_SCOPES)[number];

/** How an apology came to whoever entered it for somebody else. */
export const RECEIVED_WAYS = ['phone', 'mail', 'spoken', 'paper', 'calendar'] as const;
export type ReceivedWay = (typeof RECEIVED_WAYS)[number];

/** What became of an item. `other`: told by the decision's own words only. */
export const OUTCOME_CODES = [
  'approved',
  'rejected',
  'discussed',
  'noted',
  'endorsed',
  'deferred',
  'returned',
  'dismissed',
  'withdrawn',
  'other',
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

/** The sides of a vote. */
export const VOTE_SIDES = ['for', 'against', 'abstained'] as const;
export type VoteSide = (typeof VOTE_SIDES)[number];

export const PUBLICATION_TARGETS = ['lists', 'closedLists', 'channel'] as const;
export type PublicationTarget = (typeof PUBLICATION_TARGETS)[number];

/** `uncertain`: sent, but nobody told us whether it arrived; a person must look. */
export const PUBLICATION_STATES = ['pending', 'done', 'failed', 'uncertain', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** May this person read the closed circle's lists? Told by Graph itself, not by us. `noClosedRoom`: the board has none. */
export const CLOSED_ACCESS = ['yes', 'no', 'noClosedRoom'] as const;
export type ClosedAccess = (typeof CLOSED_ACCESS)[number];

/**
 * What was written past Dagsorden (authorship.ts): an apology that was added, or changed, by somebody else than it says; rows of minutes that are left
 * out, shown all the same, or changed; a line of the publication log that does not count.
 */
export const ASIDE_KINDS = ['apology', 'apologyChanged', 'minutes', 'minutesShown', 'minutesChanged', 'log', 'meetingAnew', 'boardAnew'] as const;
export type AsideKind = (typeof ASIDE_KINDS)[number];

/** Who reads the minutes: the closed circle, or anybody else who can read the board's site. */
export const AUDIENCES = ['circle', 'outside'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Where an item's words can stand (copies.ts). */
export const COPY_PLACES = [
  'row',
  'children',
  'heading',
  'versions',
  'invitation',
  'subject',
  'guests',
  'minutes',
  'channel',
  'notice',
  'documents',
  'nextBody',
  'toDo',
  'otherDevices',
  'recycleBin',
] as const;
export type CopyPlace = (typeof COPY_PLACES)[number];

/** What becomes of a copy: it follows by itself, a person is offered to mend it, or it stays and a person is told. */
export const COPY_REMEDIES = ['follows', 'offered', 'told'] as const;
export type CopyRemedy = (typeof COPY_REMEDIES)[number];

/** The contradictions that an agenda is checked for (findings.ts). */
export const FINDING_CODES = [
  'overlap',
  'gap',
  'durationMismatch',
  'pastEnd',
  'endBeforeLastItem',
  'numberMissing',
  'numberRepeated',
  'orderOfTimes',
  'noTitle',
  'beforeStart',
  'startsLate',
  'dayOutside',
  'endBeforeStart',
  'outsideParent',
  'tooLong',
  'sumOfParts',
  'blockMissing',
  'homeworkLate',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** The ways in which one click puts a finding right (editing/mend.ts). */
export const MEND_WAYS = [
  'startThen',
  'breakInGap',
  'minutesOfSpan',
  'endOfMinutes',
  'noEnd',
  'retime',
  'shift',
  'shrink',
  'dropBreak',
  'eventStart',
  'eventEnd',
  'headStart',
  'headEnd',
  'number',
  'renumber',
  'blocks',
  'minutesOfParts',
] as const;
export type MendWay = (typeof MEND_WAYS)[number];

/** The mistakes a person can meet (errors.ts). `SiteOutdated`: its lists are of an earlier shape than this app writes; `AppOutdated`: of a later one. `CalendarDiffers`: the organiser's calendar says another time than what is about to be sent. `ClosedPlaceRefused`: what names a place for closed items is not borne out by the circle's own site; `ClosedPlaceUnconfirmed`: it is, and the person has not been shown it yet; `OtherBoard`: the event on my calendar names another board; `ChannelRefused`: the board's row names a channel that is not the team's own. `MinutesApproved`: the minutes are approved, and there are only corrections from now on. `Refused`: the service will not take what was sent, and the same again cannot help. */
export const FAILURE_NAMES = [
  'Conflict',
  'NotAllowed',
  'NotFound',
  'Offline',
  'Throttled',
  'SignInNeeded',
  'ConsentMissing',
  'SiteNotPrepared',
  'SiteOutdated',
  'AppOutdated',
  'ClosedRoomMissing',
  'ClosedPlaceRefused',
  'ClosedPlaceUnconfirmed',
  'OtherBoard',
  'ChannelRefused',
  'TooLarge',
  'Unreadable',
  'HostSilent',
  'WrongAccount',
  'WholeSeries',
  'InvitationChanged',
  'InvitationNotOpen',
  'CalendarDiffers',
  'MinutesApproved',
  'PaperNotStored',
  'ServerFault',
  'Refused',
] as const;
export type FailureName = (typeof FAILURE_NAMES)[number];

/** What a person is in a body (profile.ts). */
export const BODY_ROLES = ['chair', 'deputy', 'secretary', 'member', 'observer'] as const;
export type BodyRole = (typeof BODY_ROLES)[number];

/** When a body can decide (profile.ts): with at least half of its voting members, with so many of them, or always. */
export const QUORUM_KINDS = ['none', 'half', 'number'] as const;
export type QuorumKind = (typeof QUORUM_KINDS)[number];

/** What kind of body it is, where it has told (profile.ts): the ready profiles are of these, and some rules by law are for one kind alone. */
export const BODY_KINDS = ['administrative', 'committee', 'council', 'worksCouncil', 'schoolBoard', 'association'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Who may stand in: the person named for each member, the next on the party's list, whom the member asks, or nobody. */
export const SUBSTITUTE_RULES = ['none', 'personal', 'partyList', 'free'] as const;
export type SubstituteRule = (typeof SUBSTITUTE_RULES)[number];

/** How a stand-in stands who was called (substitutes.ts), and the act that made it so. */
export const SUBSTITUTE_STATES = ['called', 'coming', 'declined', 'calledOff'] as const;
export type SubstituteState = (typeof SUBSTITUTE_STATES)[number];
/** What somebody who is called answers. */
export const SUBSTITUTE_ANSWERS = ['coming', 'declined'] as const satisfies readonly SubstituteState[];
export type SubstituteAnswer = (typeof SUBSTITUTE_ANSWERS)[number];

/** Why a member of a council is away, where the council has to know before it calls a stand-in (kommunestyrelsesloven § 15). `leave`: pregnancy, birth or adoption. */
export const ABSENCE_REASONS = ['health', 'leave', 'publicDuty', 'business', 'other'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** What a stand-in is called: stedfortræder by law in councils and committees, suppleant in associations. Not the same office. */
export const SUBSTITUTE_WORDS = ['stedfortræder', 'suppleant'] as const;
export type SubstituteWord = (typeof SUBSTITUTE_WORDS)[number];

/** How far something is that is to be done after a meeting; `dropped`: it is not to be done after all. */
export const FOLLOW_UP_STATES = ['open', 'done', 'dropped'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** How far a proposed item has come (proposal.ts). */
export const PROPOSAL_STATES = ['proposed', 'taken', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** How far an item is on its way to the next body (caseRoute.ts): until this one has decided, while its proposal is being made, and when that stands. */
export const ROUTE_STATES = ['awaiting', 'passing', 'passed'] as const;
export type RouteState = (typeof ROUTE_STATES)[number];

/** How minutes become final: at once, when the chair approves them, when the next meeting does, when nobody objects in time, or when they are signed. */
export const APPROVAL_RULES = ['none', 'chair', 'nextMeeting', 'noObjection', 'signatures'] as const;
export type ApprovalRule = (typeof APPROVAL_RULES)[number];

/** How a try to tell those who are asked to look minutes through ended (reviewNotice.ts). */
export const NOTICE_ENDS = ['told', 'notTold'] as const;
export type NoticeEnd = (typeof NOTICE_ENDS)[number];

/** What somebody does about the approval of minutes (approval.ts); the last three are about the message to those who are asked (reviewNotice.ts). */
export const APPROVAL_ACTS = ['review', 'comment', 'approve', 'object', 'takenBack', 'correction', 'telling', ...NOTICE_ENDS] as const;
export type ApprovalAct = (typeof APPROVAL_ACTS)[number];

/** What of a meeting can be had as a file. */
export const EXPORTED = ['agenda', 'minutes'] as const;
export type Exported = (typeof EXPORTED)[number];

/** What a body has deadlines for. */
export const DEADLINE_KINDS = ['proposals', 'agenda', 'papers', 'apology', 'minutes'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** How one level of the outline is counted (editing/renumber.ts). */
export const NUMBER_SIGNS = ['decimal', 'letter', 'roman'] as const;
export type NumberSigns = (typeof NUMBER_SIGNS)[number];

/** Where top items begin again at the first number. */
export const NUMBER_RESTARTS = ['never', 'day', 'block'] as const;
export type NumberRestart = (typeof NUMBER_RESTARTS)[number];

/**
 * What a roll call notes of somebody (presence.ts). The first five are where a person stands, and everybody begins as `unknown`; then what happened at
 * a time or at an item; `undone` takes earlier notes back.
 */
export const PRESENCE_NOTES = ['unknown', 'present', 'online', 'apology', 'absent', 'arrived', 'left', 'recused', 'undone'] as const;
export type PresenceNoteKind = (typeof PRESENCE_NOTES)[number];

/** What a roll call says of somebody with one press. */
export const ROLL_CALL_STATES = ['present', 'online', 'apology', 'absent'] as const;

/** When somebody was there only for a part of the meeting. */
export const PRESENCE_MOVES = ['arrived', 'left'] as const;
export type PresenceMove = (typeof PRESENCE_MOVES)[number];

/** How somebody stands at one item (presenceAt.ts). Only `there` and `online` are at the table. */
export const PRESENCE_AT = ['there', 'online', 'notYet', 'left', 'recused', 'excused', 'absent', 'unknown'] as const;
export type PresenceAt = (typeof PRESENCE_AT)[number];

/** Under which heading somebody is printed and counted (presence.ts); `none`: nobody noted anything. */
export const PRESENCE_GROUPS = ['present', 'excused', 'absent', 'none'] as const;
export type PresenceGroup = (typeof PRESENCE_GROUPS)[number];

/**
 * Whether a body can decide on an item (quorum.ts). `none`: it has no rule, or no voting members are known; `holds`: with people to spare; `atRisk`: nobody
 * may go; `open`: not with those noted, but with those nobody has noted yet; `falls`: not even then.
 */
export const QUORUM_STATES = ['none', 'holds', 'atRisk', 'open', 'falls'] as const;
export type QuorumState = (typeof QUORUM_STATES)[number];
