import { order } from '../order.ts';

// By name only: what they do is fetched when it is ordered.

export const saveProposalOrder = order({
  name: 'saveProposal',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "backlog" */ './backlogPlans.ts')).saveProposalPlan,
});

export const takeProposalsOrder = order({
  name: 'takeProposals',
  version: 1,
  stepNames: ['claimed', 'placed'],
  plan: async () => (await import(/* webpackChunkName: "backlog" */ './backlogPlans.ts')).takeProposalsPlan,
});

export const saveYearEntryOrder = order({
  name: 'saveYearEntry',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "backlog" */ './backlogPlans.ts')).saveYearEntryPlan,
});
