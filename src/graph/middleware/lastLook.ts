import type { GraphMiddleware } from '../requestContext.ts';

/** Lets a request look once more before each try, after all waiting: for a time limit, for a token, for its turn. */
export const lastLook: GraphMiddleware = async (context, next) => {
  await context.request.lastLook?.();
  await next();
};
