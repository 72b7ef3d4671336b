/**
 * Options for tests that drive a real browser, windows and all. A window that opens while the machine is busy may come too late for
 * the browser to allow it; such a test is tried again rather than believed at once. Nothing else is.
 */
export const realBrowser = { retry: 2 } as const;
