import type { BoardLanguage } from '../../meeting/boardLanguage.ts';

/** What a person is shown before the agenda goes into the invitation. */
export interface InvitationPreview {
  /** The invitation's HTML with the agenda in it, sanitised for display. */
  readonly html: string;
  /** Lines that others wrote inside the earlier agenda: they stand below the new one. */
  readonly kept: readonly string[];
  /** Lines of the earlier agenda that may be somebody's words, and that go. */
  readonly goes: readonly string[];
  /** The whole agenda as those read it who open it; `circle` is null where nothing is closed. */
  readonly pages: { readonly outside: string; readonly circle: string | null };
  readonly recipients: number;
  /** What it is written in: the body's language. */
  readonly language: BoardLanguage;
  /** True where the organiser must press Send in the open Outlook form afterwards. */
  readonly sentByForm: boolean;
}
