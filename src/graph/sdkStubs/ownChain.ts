/**
 * Stands in for the parts of the Graph SDK that build its default chain of middleware (webpack.config.js). The SDK asks for them only where it is
 * given an authentication provider; wire.ts gives it a chain of its own instead.
 */
class NoDefaultChain {
  static createWithAuthenticationProvider(): never {
    throw new Error("The SDK's default middleware is not part of this app");
  }

  constructor() {
    throw new Error("The SDK's default middleware is not part of this app");
  }
}

export { NoDefaultChain as CustomAuthenticationProvider, NoDefaultChain as HTTPClientFactory };
