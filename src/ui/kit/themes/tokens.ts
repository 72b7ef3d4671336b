/** The tokens of Fluent that say what they are worth where no theme is around. */
const worth: Readonly<Record<string, number>> = {
  zIndexBackground: 0,
  zIndexContent: 1,
  zIndexOverlay: 1000,
  zIndexPopup: 2000,
  zIndexMessages: 3000,
  zIndexFloating: 4000,
  zIndexPriority: 5000,
  zIndexDebug: 6000,
};

/**
 * Stands in for Fluent's list of tokens (webpack.config.js): each of its 467 entries is a CSS variable of the token's own name, so that the name alone
 * tells it. A test holds this against the list.
 */
export const tokens: Readonly<Record<string, string>> = new Proxy<Readonly<Record<string, string>>>(
  {},
  { get: (_, name) => (typeof name === 'string' ? `var(--${name}${name in worth ? `, ${worth[name]}` : ''})` : undefined) },
);
