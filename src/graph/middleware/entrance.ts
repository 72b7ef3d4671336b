import type { Link } from '../ticket.ts';

/**
 * The first link. Puts the ticket's address in place of the SDK's rebuilt one, and keeps what is thrown on the ticket,
 * since the SDK would dress it as an error of its own and lose its name.
 */
export const entrance: Link = async (ticket, next, context) => {
  context.request = ticket.url;
  ticket.options = { ...context.options };
  try {
    await next();
  } catch (error) {
    ticket.thrown = error ?? new Error('Nothing was thrown');
  }
  context.response = Response.json(null);
};
