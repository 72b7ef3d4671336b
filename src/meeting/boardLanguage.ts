/** The languages a body writes in: of invitations, messages and documents, whatever language anybody has on screen. */
export const BOARD_LANGUAGES = ['da', 'en'] as const;
export type BoardLanguage = (typeof BOARD_LANGUAGES)[number];
