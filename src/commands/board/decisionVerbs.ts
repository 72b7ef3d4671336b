import { decisionsCsv } from '../../exporters/decisionsCsv.ts';
import type { LoggedDecision } from '../../meeting/decisionLog.ts';
import { linkTo } from '../link.ts';
import type { Desk } from '../desk.ts';
import { findDecisions } from './findDecisions.ts';
import { myBoards } from './myBoards.ts';

/** The decision log: fetched when somebody opens it, apart from the first agenda. */
export type DecisionVerbs = ReturnType<typeof decisionVerbs>;

export function decisionVerbs(desk: Desk) {
  const { language, appOrigin } = desk.workplace;
  return {
    findDecisions: findDecisions(desk),
    myBoards: myBoards(desk),
    /** Decisions as a CSV file in the reader's language, each with a link to its minutes. */
    decisionsFile: (decisions: readonly LoggedDecision[]): string =>
      decisionsCsv(decisions, language, ({ pointer, itemId }) => `${linkTo(appOrigin, pointer, 'referat')}&${new URLSearchParams({ i: itemId })}`),
  };
}
