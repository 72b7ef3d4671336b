import type agenda from './da/agenda.ts';
import type agendaEditor from './da/agendaEditor.ts';
import type answers from './da/answers.ts';
import type attendance from './da/attendance.ts';
import type approval from './da/approval.ts';
import type apology from './da/apology.ts';
import type apologySheet from './da/apologySheet.ts';
import type caseRoute from './da/caseRoute.ts';
import type calendar from './da/calendar.ts';
import type board from './da/board.ts';
import type common from './da/common.ts';
import type copies from './da/copies.ts';
import type decisions from './da/decisions.ts';
import type followUp from './da/followUp.ts';
import type forgetting from './da/forgetting.ts';
import type intake from './da/intake.ts';
import type itemEditor from './da/itemEditor.ts';
import type keys from './da/keys.ts';
import type meetingPanel from './da/meetingPanel.ts';
import type minutes from './da/minutes.ts';
import type noAccess from './da/noAccess.ts';
import type papers from './da/papers.ts';
import type prepare from './da/prepare.ts';
import type profile from './da/profile.ts';
import type publication from './da/publication.ts';
import type saveAs from './da/saveAs.ts';
import type refusals from './da/refusals.ts';
import type substitutes from './da/substitutes.ts';
import type tabConfig from './da/tabConfig.ts';
import type myMeetings from './da/myMeetings.ts';
import type noAgenda from './da/noAgenda.ts';
import type rollCall from './da/rollCall.ts';
import type sendout from './da/sendout.ts';
import type stuck from './da/stuck.ts';
import type states from './da/states.ts';
import type transcript from './da/transcript.ts';
import type unreadRows from './da/unreadRows.ts';

/** One namespace a screen. Danish is the source: keys are typed from it. Add a screen's file here when it is born. */
export interface Resources {
  readonly agenda: typeof agenda;
  readonly agendaEditor: typeof agendaEditor;
  readonly answers: typeof answers;
  readonly attendance: typeof attendance;
  readonly approval: typeof approval;
  readonly apology: typeof apology;
  readonly apologySheet: typeof apologySheet;
  readonly board: typeof board;
  readonly caseRoute: typeof caseRoute;
  readonly calendar: typeof calendar;
  readonly common: typeof common;
  readonly copies: typeof copies;
  readonly decisions: typeof decisions;
  readonly followUp: typeof followUp;
  readonly forgetting: typeof forgetting;
  readonly intake: typeof intake;
  readonly itemEditor: typeof itemEditor;
  readonly keys: typeof keys;
  readonly meetingPanel: typeof meetingPanel;
  readonly minutes: typeof minutes;
  readonly noAccess: typeof noAccess;
  readonly papers: typeof papers;
  readonly prepare: typeof prepare;
  readonly profile: typeof profile;
  readonly publication: typeof publication;
  readonly saveAs: typeof saveAs;
  readonly refusals: typeof refusals;
  readonly substitutes: typeof substitutes;
  readonly tabConfig: typeof tabConfig;
  readonly myMeetings: typeof myMeetings;
  readonly noAgenda: typeof noAgenda;
  readonly rollCall: typeof rollCall;
  readonly sendout: typeof sendout;
  readonly stuck: typeof stuck;
  readonly states: typeof states;
  readonly transcript: typeof transcript;
  readonly unreadRows: typeof unreadRows;
}

export type Namespace = keyof Resources;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Resources;
  }
}
