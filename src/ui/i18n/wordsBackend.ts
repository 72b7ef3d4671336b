import type { BackendModule } from 'i18next';

/**
 * Words by language and namespace as i18next asks for them. What could not be fetched is asked for again, at growing distances
 * (i18next does so only for a failure that carries `true`): a lost packet must not leave keys on the screen for the rest of the visit.
 */
export function wordsBackend(wordsOf: (language: string, namespace: string) => Promise<object>): BackendModule {
  return {
    type: 'backend',
    init() {},
    read(language, namespace, done) {
      wordsOf(language, namespace).then(
        (found) => done(null, found),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), true),
      );
    },
  };
}
