import type { Misbehaviour } from './misbehaviour.ts';

/** Where in the host an app page is shown (teams-js FrameContexts). */
export type FrameContext = 'content' | 'settings' | 'remove' | 'sidePanel' | 'meetingStage' | 'task' | 'authentication';

/**
 * The runtime configuration teams-js reads from the host's answer to `initialize` (runtime.ts, apiVersion 4).
 * A capability that is missing here answers isSupported() with false in the app; what this host does not do is missing.
 */
export function teamsRuntime(misbehaviours: ReadonlySet<Misbehaviour>): string {
  const supports: Record<string, unknown> = {
    app: { notifySuccessResponse: {} },
    pages: { backStack: {}, config: {}, currentApp: {} },
    dialog: { url: { parentCommunication: {} }, update: {} },
    meeting: {},
    nestedAppAuth: {},
  };
  if (misbehaviours.has('naa-unavailable')) delete supports['nestedAppAuth'];
  return JSON.stringify({
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isLegacyTeams: false,
    isNAAChannelRecommended: !misbehaviours.has('naa-unavailable'),
    isDeeplyNestedAuthSupported: false,
    supports,
  });
}

/**
 * Arguments of the answer to `initialize`. The runtime must be the fourth: nested app authentication
 * is only switched on from there (teams-js internal/nestedAppAuthUtils).
 */
export function initializeAnswer(frameContext: FrameContext, libraryVersion: string, misbehaviours: ReadonlySet<Misbehaviour>): unknown[] {
  return [frameContext, 'web', libraryVersion, teamsRuntime(misbehaviours)];
}
