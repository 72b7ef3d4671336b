import * as v from 'valibot';
import { asItemId, asMeetingKey, asSiteId } from '../meeting/ids.ts';
import type { Proposal, Taken } from '../meeting/proposal.ts';
import { choice, CHOICES } from './choices.ts';
import { PROPOSAL_STATUS } from './proposalChoices.ts';
import {
  asInstant,
  emptyAsNull,
  instantOrEmpty,
  optionalDay,
  optionalText,
  readRow,
  rowId,
  shortTitle,
  storedWords,
  textOrEmpty,
  type Fields,
  type OnBadCell,
} from './row.ts';
import { climb, shapeOf } from './shapes.ts';

const list = 'DagsordenPunktbank';

const proposalFields = v.object({
  RowId: rowId,
  Title: textOrEmpty,
  FullTitle: textOrEmpty,
  CaseText: textOrEmpty,
  Access: choice(CHOICES.access, 'closed'),
  PersonId: optionalText,
  PersonName: textOrEmpty,
  PersonEmail: optionalText,
  ProposedOn: instantOrEmpty,
  Deadline: optionalDay,
  // A word that is none of ours: whoever wrote it has not taken it anywhere.
  Status: choice(PROPOSAL_STATUS, 'proposed'),
  TakenKey: optionalText,
  TakenItem: optionalText,
  TakenTitle: textOrEmpty,
  TakenBy: textOrEmpty,
  TakenOn: instantOrEmpty,
  FromSite: optionalText,
  FromKey: optionalText,
  FromItem: optionalText,
  FromWords: textOrEmpty,
  NeutralTitle: optionalText,
});

/** Reads a row of DagsordenPunktbank. @throws Failure Unreadable, AppOutdated */
export function proposalFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): Proposal {
  const row = readRow(proposalFields, list, climb(list, fields), onBadCell);
  return {
    id: row.RowId,
    title: row.FullTitle.trim() === '' ? row.Title : row.FullTitle,
    text: row.CaseText,
    openness: row.Access,
    ...(row.NeutralTitle !== null && { neutralTitle: row.NeutralTitle }),
    proposer: { id: row.PersonId, name: row.PersonName.trim() === '' ? (row.PersonEmail ?? '') : row.PersonName, email: row.PersonEmail },
    proposedAt: row.ProposedOn,
    deadline: row.Deadline,
    state: row.Status,
    taken:
      row.Status !== 'taken' || row.TakenKey === null || row.TakenItem === null
        ? null
        : { key: asMeetingKey(row.TakenKey), itemId: asItemId(row.TakenItem), title: row.TakenTitle, by: row.TakenBy, at: row.TakenOn },
    origin:
      row.FromSite === null || row.FromKey === null || row.FromItem === null
        ? null
        : { siteId: asSiteId(row.FromSite), key: asMeetingKey(row.FromKey), itemId: asItemId(row.FromItem), words: row.FromWords },
  };
}

/** The columns that say which agenda took it, or none. */
export function takenToFields(taken: Taken | null): Fields {
  return {
    TakenKey: taken?.key ?? null,
    TakenItem: taken?.itemId ?? null,
    TakenTitle: storedWords(taken?.title ?? null),
    TakenBy: emptyAsNull(taken?.by ?? ''),
    TakenOn: asInstant(taken?.at ?? null),
  };
}

/** A proposal as a row of DagsordenPunktbank. */
export function proposalToFields(proposal: Proposal): Fields {
  const { proposer, origin } = proposal;
  return {
    Title: shortTitle(proposal.title),
    RowId: proposal.id,
    Shape: shapeOf(list),
    FullTitle: storedWords(proposal.title),
    CaseText: storedWords(proposal.text),
    Access: CHOICES.access[proposal.openness],
    PersonId: proposer.id,
    PersonName: emptyAsNull(proposer.name),
    PersonEmail: proposer.email,
    ProposedOn: asInstant(proposal.proposedAt),
    Deadline: proposal.deadline,
    Status: PROPOSAL_STATUS[proposal.state],
    ...takenToFields(proposal.taken),
    FromSite: origin?.siteId ?? null,
    FromKey: origin?.key ?? null,
    FromItem: origin?.itemId ?? null,
    FromWords: storedWords(origin?.words ?? null),
    // Only what comes from an item has one.
    ...(proposal.neutralTitle && { NeutralTitle: proposal.neutralTitle }),
  };
}

/** What everybody reads in place of a proposal that was closed: nothing of it, and its id, so that the same sent again makes no open row anew. */
export function closedTrace(id: string): Fields {
  return { Title: 'Lukket punkt', RowId: id, Shape: shapeOf(list), Access: CHOICES.access.closed, Status: PROPOSAL_STATUS.withdrawn };
}

/** Is this the trace of a closed one, and no proposal of its own? */
export const isClosedTrace = ({ fields }: { readonly fields: Readonly<Record<string, unknown>> }): boolean =>
  fields['Access'] === CHOICES.access.closed && !fields['FullTitle'] && !fields['CaseText'] && fields['Status'] === PROPOSAL_STATUS.withdrawn;
