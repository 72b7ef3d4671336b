import * as v from 'valibot';
import type { CaseRoute } from '../meeting/caseRoute.ts';
import { asItemId, asSiteId, type MeetingKey } from '../meeting/ids.ts';
import { FAILURE_NAMES } from '../meeting/words.ts';
import { choice, CHOICES } from './choices.ts';
import { ROUTE_STATUS } from './routeChoices.ts';
import {
  asInstant,
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

const list = 'DagsordenSagsgang';

const routeFields = v.object({
  RowId: rowId,
  ItemId: optionalText,
  Access: choice(CHOICES.access, 'closed'),
  NextSite: textOrEmpty,
  NextName: textOrEmpty,
  WantedOn: optionalDay,
  // A word that is none of ours: nothing is sent on because of it.
  Status: choice(ROUTE_STATUS, 'passed', 'awaiting'),
  PassedOn: instantOrEmpty,
  Error: optionalText,
});

/** Reads a row of DagsordenSagsgang. @throws Failure Unreadable, AppOutdated */
export function routeFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): CaseRoute {
  const row = readRow(routeFields, list, climb(list, fields), onBadCell);
  return {
    itemId: asItemId(row.ItemId ?? row.RowId),
    openness: row.Access,
    next: { siteId: asSiteId(row.NextSite), name: row.NextName },
    day: row.WantedOn,
    state: row.Status,
    passedAt: row.PassedOn === '' ? null : row.PassedOn,
    problem: FAILURE_NAMES.find((name) => name === row.Error) ?? null,
  };
}

/** The way of an item as a row of DagsordenSagsgang: the item is named by its id alone. */
export function routeToFields(route: CaseRoute, key: MeetingKey): Fields {
  return {
    Title: shortTitle(route.next.name),
    RowId: route.itemId,
    MeetingKey: key,
    Shape: shapeOf(list),
    ItemId: route.itemId,
    Access: CHOICES.access[route.openness],
    NextSite: storedWords(route.next.siteId),
    NextName: shortTitle(route.next.name),
    WantedOn: route.day,
    Status: ROUTE_STATUS[route.state],
    PassedOn: asInstant(route.passedAt),
    Error: route.problem,
  };
}
