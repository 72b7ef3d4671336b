import * as v from 'valibot';
import type { WantedRoute } from '../../meeting/caseRoute.ts';
import { asSiteId } from '../../meeting/ids.ts';
import { itemId } from '../../meeting/schemas.ts';

const next = v.object({ siteId: v.pipe(v.string(), v.transform(asSiteId)), name: v.string() });

export const wantedRoute: v.GenericSchema<unknown, WantedRoute> = v.object({ itemId, next, day: v.nullable(v.string()) });
