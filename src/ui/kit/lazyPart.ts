import { createElement, lazy, type ComponentType, type LazyExoticComponent, type ReactElement } from 'react';

/** How to forget each fetch that failed. */
const failed = new Set<() => void>();

/**
 * A part of the app that is fetched when it is first shown. React's lazy remembers a fetch that failed for as long as the page
 * stands; this one fetches again after {@link forgetFailedParts}, so that somebody who was offline need not close the pane.
 */
export function lazyPart<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>): (props: Props) => ReactElement {
  const fresh = (): LazyExoticComponent<ComponentType<Props>> =>
    lazy(() =>
      load().catch((error: unknown) => {
        failed.add(() => {
          part = fresh();
        });
        throw error;
      }),
    );
  let part = fresh();
  // The type of what lazy makes cannot be told from its generic props; it takes them all the same.
  return (props) => createElement(part as unknown as ComponentType<Props>, props);
}

/**
 * The next try fetches again. Called when the failure is on screen, not when it happens: React draws a part that failed once
 * more before it gives up, and would begin anew for ever.
 */
export function forgetFailedParts(): void {
  failed.forEach((forget) => forget());
  failed.clear();
}
