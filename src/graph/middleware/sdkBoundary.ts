import type { GraphMiddleware } from '../requestContext.ts';

/**
 * The first of the chain. Puts our own address in place of the SDK's rebuilt one, and keeps what is thrown in the context,
 * since the SDK would dress it as an error of its own and lose its name.
 */
export const sdkBoundary: GraphMiddleware = async (context, next, sdk) => {
  sdk.request = context.url;
  context.options = { ...sdk.options };
  try {
    await next();
  } catch (error) {
    context.thrown = error ?? new Error('Nothing was thrown');
  }
  sdk.response = Response.json(null);
};
