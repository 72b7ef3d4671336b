import { isFailure } from '../meeting/errors.ts';
import { asSiteId } from '../meeting/ids.ts';
import { absenceReasonFromFields } from './absenceReasonRow.ts';
import { apologyFromFields } from './apologyRow.ts';
import { approvalFromFields } from './approvalRow.ts';
import { boardFromFields } from './boardRow.ts';
import { followUpFromFields } from './followUpRow.ts';
import { itemFromFields } from './itemRow.ts';
import type { ListName } from './lists.ts';
import { meetingFromFields } from './meetingRow.ts';
import { memberFromFields } from './memberRow.ts';
import { minutesFromFields } from './minutesRow.ts';
import { presenceFromFields } from './presenceRow.ts';
import { writingFromFields } from './writingRow.ts';
import { proposalFromFields } from './proposalRow.ts';
import { publicationFromFields } from './publicationRow.ts';
import type { OnBadCell } from './row.ts';
import { routeFromFields } from './routeRow.ts';
import { rulesFromFields } from './rulesRow.ts';
import { substituteFromFields } from './substituteRow.ts';
import { treatmentFromFields } from './treatmentRow.ts';
import { yearEntryFromFields } from './yearRow.ts';

type Read = (fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell) => unknown;

const READERS: Readonly<Record<ListName, Read>> = {
  DagsordenMoedeforum: (fields, onBadCell) => boardFromFields(asSiteId(''), fields, onBadCell),
  DagsordenMedlemmer: memberFromFields,
  DagsordenRegler: rulesFromFields,
  DagsordenMoeder: meetingFromFields,
  DagsordenPunkter: itemFromFields,
  DagsordenAfbud: apologyFromFields,
  DagsordenBehandling: treatmentFromFields,
  DagsordenReferat: minutesFromFields,
  DagsordenUdgivelse: publicationFromFields,
  DagsordenFremmoede: presenceFromFields,
  DagsordenSkriver: writingFromFields,
  DagsordenGodkendelse: approvalFromFields,
  DagsordenStedfortraedere: substituteFromFields,
  DagsordenFravaersgrunde: absenceReasonFromFields,
  DagsordenPunktbank: proposalFromFields,
  DagsordenAarshjul: yearEntryFromFields,
  DagsordenSagsgang: routeFromFields,
  DagsordenOpfoelgning: followUpFromFields,
  // Its rows say one thing alone, which is compared and never merged.
  DagsordenKreds: (fields) => fields,
};

/** The columns of a row that hold what we cannot read: whoever wrote it meant something by it, so we do not write over it. */
export function badColumns(list: ListName, fields: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const bad = new Set<string>();
  try {
    READERS[list](fields, (column) => bad.add(column));
  } catch (error) {
    // A row that cannot be read at all is known by no id of ours; the board's, which is, lacks what "Gør stedet klar" writes anew.
    if (!isFailure(error, 'Unreadable')) throw error;
  }
  return new Set([...bad].filter((column) => (fields[column] ?? '') !== ''));
}
