import type { Route } from './gateway/call.ts';
import { answerRoutes } from './calendar/answers.ts';
import { eventRoutes } from './calendar/events.ts';
import { extensionRoutes } from './calendar/extensions.ts';
import { userRoutes } from './directory/users.ts';

/** Everything the tenant answers, service by service. */
export const routes: readonly Route[] = [...userRoutes, ...eventRoutes, ...answerRoutes, ...extensionRoutes];
