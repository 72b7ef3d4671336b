/** What a person is shown before the agenda goes into the invitation. */
export interface InvitationPreview {
  /** The invitation's HTML with the agenda in it, sanitised for display. */
  readonly html: string;
  readonly recipients: number;
  /** True where the organiser must press Send in the open Outlook form afterwards. */
  readonly sentByForm: boolean;
}
