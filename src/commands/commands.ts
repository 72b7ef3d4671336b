import type { DraftStore } from '../device/drafts.ts';
import type { Host } from '../host/host.ts';
import type { AgendaCommands } from './agenda/agendaCommands.ts';
import type { ApologyCommands } from './apology/apologyCommands.ts';
import type { ApprovalCommands } from './approval/approvalCommands.ts';
import type { AttendanceCommands } from './attendance/attendanceCommands.ts';
import type { BacklogCommands } from './backlog/backlogCommands.ts';
import type { BoardCommands } from './board/boardCommands.ts';
import type { ExportCommands } from './exports/exportCommands.ts';
import type { FindCommands } from './find/findCommands.ts';
import type { FollowUpCommands } from './followUp/followUpCommands.ts';
import type { IntakeCommands } from './intake/intakeCommands.ts';
import type { LiveCommands } from './live/liveCommands.ts';
import type { MinutesCommands } from './minutes/minutesCommands.ts';
import type { OutboxCommands } from './outboxCommands.ts';
import type { ProfileCommands } from './profile/profileCommands.ts';
import type { NoteCommands } from './notes/noteCommands.ts';
import type { PaperCommands } from './papers/paperCommands.ts';
import type { PublishCommands } from './publish/publishCommands.ts';
import type { SessionCommands } from './sessionCommands.ts';

/**
 * Everything a person can do, in groups that a screen can depend on alone. Each verb throws a Failure (meeting/errors.ts) or HostFailure
 * (host/host.ts). Verbs that write are kept in the outbox before they are sent: a closed pane or a lost network loses nothing, and sending
 * one again changes nothing. A passing failure (`isPassing`) rejects while the outbox keeps trying.
 */
export interface Commands {
  readonly host: Host;
  /** Text that somebody has typed and not yet sent; survives a closed pane and a reload. */
  readonly drafts: DraftStore;
  readonly outbox: OutboxCommands;
  readonly session: SessionCommands;
  readonly find: FindCommands;
  readonly board: BoardCommands;
  readonly intake: IntakeCommands;
  readonly agenda: AgendaCommands;
  readonly apology: ApologyCommands;
  readonly approval: ApprovalCommands;
  readonly attendance: AttendanceCommands;
  readonly minutes: MinutesCommands;
  readonly publish: PublishCommands;
  readonly exports: ExportCommands;
  readonly profile: ProfileCommands;
  readonly papers: PaperCommands;
  readonly notes: NoteCommands;
  /** What several people at one agenda see of each other; fetched when an agenda is on screen. Throws Failure Offline where it cannot be. */
  readonly live: () => Promise<LiveCommands>;
  /** What is proposed for agendas to come; fetched when it is first asked for. Throws Failure Offline where it cannot be. */
  readonly backlog: () => Promise<BacklogCommands>;
  /** What is to be done after meetings; fetched when it is first asked for. Throws Failure Offline where it cannot be. */
  readonly followUp: () => Promise<FollowUpCommands>;
}

export type { OrderStep, OutboxState } from '../device/outbox.ts';
export type { DraftStore as Drafts } from '../device/drafts.ts';
export type { ItemCopies } from './agenda/copiesOfItem.ts';
export type { Via } from './agenda/attachInput.ts';
export type { InvitationChange } from '../exporters/invitationDiff.ts';
export type { InvitationStanding } from './agenda/invitationStanding.ts';
export type { InvitationPreview } from './agenda/invitationPreview.ts';
export type { ApologyStep } from './apology/sendApologyPlan.ts';
export type { AgendaProposal, ProposalWords } from './backlog/backlogCommands.ts';
export type { NoticePreview, NoticeShown, NoticeSubject } from './notice/noticeCommands.ts';
export type { GuestLine, GuestsLeft } from './guests/guestCommands.ts';
export type { Arrived, RouteRead } from './caseRoute/routeCommands.ts';
export type { BacklogRead } from '../storage/backlogStore.ts';
export type { FollowUpsRead } from '../storage/followUpStore.ts';
export type { PlacedFollowUp } from './followUp/keepInStep.ts';
export type { BoardState } from './board/boardState.ts';
export type { PresenceWish } from './attendance/notePresence.ts';
export type { RollCall } from './attendance/readPresence.ts';
export type { Substitutes } from './substitutes/substituteVerbs.ts';
export type { StaffNews } from './staff/staffMessage.ts';
export type { StaffToTell } from './staff/tellStaff.ts';
export type { OtherAgenda } from './find/ownPointer.ts';
export type { BoardMeeting } from './board/listBoardMeetings.ts';
export type { DecisionCursor, DecisionPage } from './board/findDecisions.ts';
export type { BoardChoice } from './board/listBoards.ts';
export type { ClosedChoice, ShownPlace } from './board/closedPlace.ts';
export type { ClosedSite, ClosedTarget, SiteFound } from './board/closedSiteVerbs.ts';
export type { Exported, ExportWanted, PaperEdition, PaperFormat } from './exports/exportCommands.ts';
export type { NewsForMe } from './find/lastRead.ts';
export type { FoundMeeting } from './find/foundMeeting.ts';
export type { AgendaNow, Watching, WritingHere } from './live/liveCommands.ts';
export type { FieldSources, Intake, SourceField, SourceSpan } from './intake/intake.ts';
export type { ChosenFile } from './papers/paperVerbs.ts';
export type { PaperProgress } from './papers/addPaperPlan.ts';
export type { LibraryEntry } from '../storage/papers.ts';
export type { NameRead } from './profile/readNames.ts';
export type { SeenProfile } from './profile/lastProfile.ts';
export type { TeamMember } from '../storage/teamMembers.ts';
export type { PublicationPreview } from './publish/previewPublication.ts';
export type { OnStep, Step } from './step.ts';
export type { StepTold } from './steps.ts';
export type { ToldOf } from './approval/acts.ts';
export type { HowItStands } from './approval/howItStands.ts';
export type { ReviewNoticeShown } from './approval/noticeFor.ts';
export type {
  AgendaCommands,
  ApologyCommands,
  ApprovalCommands,
  AttendanceCommands,
  BacklogCommands,
  BoardCommands,
  ExportCommands,
  FindCommands,
  FollowUpCommands,
  IntakeCommands,
  LiveCommands,
  MinutesCommands,
  NoteCommands,
  OutboxCommands,
  PaperCommands,
  ProfileCommands,
  PublishCommands,
  SessionCommands,
};
