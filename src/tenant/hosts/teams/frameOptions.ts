import type { CalendarEvent } from '../graphClient/events.ts';
import type { AppTab } from '../page/installedApp.ts';
import type { FrameContext } from '../wire/teamsRuntime.ts';
import type { TeamsContext } from './context.ts';

/** What a frame shows and what it may do there. */
export interface FrameOptions {
  readonly tab: AppTab;
  readonly frameContext: FrameContext;
  readonly place: TeamsContext;
  readonly subEntityId?: string;
  /** Title for people who cannot see the frame. */
  readonly title: string;
  /** Id and name of the iframe, for those who drive the page. */
  readonly name: string;
  /** The meeting around a details tab, side panel or stage. */
  readonly meeting?: CalendarEvent;
  /** The configuration page says whether the tab may be saved. */
  readonly onValidity?: (valid: boolean) => void;
  readonly onSettings?: (tab: AppTab) => void;
  readonly onSaved?: (failure: string | null) => void;
  /** A dialog hands in its result. */
  readonly onComplete?: (result: unknown) => void;
  readonly onResize?: (size: { width?: unknown; height?: unknown }) => void;
  readonly onMessageForParent?: (message: unknown) => void;
  /** The app puts a page of its own on the meeting stage. */
  readonly onShareToStage?: (url: string) => void;
  /** Whether such a page is on the stage now. */
  readonly isSharing?: () => boolean;
}

/** What whoever puts a frame on the page needs of it; a dialog is handed one, so that frame and dialog need not know each other. */
export interface OpenFrame {
  readonly element: HTMLElement;
  close(): void;
}
