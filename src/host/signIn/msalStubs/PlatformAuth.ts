/**
 * Stands in for msal's way to the operating system's own sign-in ("platform broker", src/tools/build/msalTrim.ts). msal
 * asks for it only with `allowPlatformBroker`, which we never set; should it ever ask, it hears that there is none.
 */
class NoPlatformAuth {
  static async createProvider(): Promise<undefined> {
    return undefined;
  }

  constructor() {
    throw new Error("The platform's own sign-in is not part of this app");
  }
}

export { NoPlatformAuth as PlatformAuthDOMHandler, NoPlatformAuth as PlatformAuthExtensionHandler, NoPlatformAuth as PlatformAuthInteractionClient };
