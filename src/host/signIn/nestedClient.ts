import type { Configuration, IPublicClientApplication } from '@azure/msal-browser';

/**
 * msal's client for nested app authentication, or null where the host has no bridge for it. Waits for the bridge for ever.
 *
 * The build puts this file, and all of msal that it loads, on a layer of its own where msal's ordinary client is left out
 * (src/tools/build/msalTrim.ts). Whatever is imported here is on that layer too, so nothing of ours but types: it would
 * be in the app twice.
 */
export async function createNestedClient(configuration: Configuration): Promise<IPublicClientApplication | null> {
  const { createNestablePublicClientApplication, PublicClientApplication } = await import('@azure/msal-browser');
  let nested = false;
  try {
    // The factory is called only when the bridge is there: the one way to learn which kind of client came back.
    const client = await createNestablePublicClientApplication(configuration, undefined, (given, controller) => {
      nested = true;
      return new PublicClientApplication(given, controller);
    });
    return nested ? client : null;
  } catch (error) {
    if (error instanceof Error && error.name === 'NestedSignInUnavailable') return null;
    throw error;
  }
}
