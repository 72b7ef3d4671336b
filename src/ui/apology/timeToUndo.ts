/** So long nobody is told and no calendar answered, in milliseconds: what is pressed by mistake is taken back without a trace. */
export const TIME_TO_UNDO = 6_000;
