import * as v from 'valibot';
import { asSiteId } from '../../meeting/ids.ts';
import { plan } from '../plan.ts';
import { bodyMember, bodyRules } from './profileSchemas.ts';

const siteId = v.pipe(v.string(), v.transform(asSiteId));

export const saveMemberPlan = plan({
  input: v.object({ siteId, before: v.nullable(bodyMember), after: bodyMember }),
  steps: { stored: {} },
  perform: ({ store }, { siteId, before, after }, { steps }) => steps.take('stored', () => store.saveMember(siteId, before, after)),
});

export const removeMemberPlan = plan({
  input: v.object({ siteId, member: bodyMember }),
  steps: { stored: {} },
  perform: ({ store }, { siteId, member }, { steps }) => steps.take('stored', () => store.removeMember(siteId, member)),
});

export const saveRulesPlan = plan({
  input: v.object({ siteId, before: bodyRules, after: bodyRules }),
  steps: { stored: {} },
  perform: ({ store }, { siteId, before, after }, { steps }) => steps.take('stored', () => store.saveRules(siteId, before, after)),
});
