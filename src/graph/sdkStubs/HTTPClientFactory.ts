/**
 * Stands in for the part of the Graph SDK that builds its default chain of middleware (webpack.config.js). The SDK asks for it only where it is
 * given an authentication provider of its own; wire.ts gives it a chain instead.
 */
export const HTTPClientFactory = {
  createWithAuthenticationProvider(): never {
    throw new Error("The SDK's default middleware is not part of this app");
  },
};
