import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** A link that looks like a button: it goes somewhere, so it opens in a new tab and is read out as a link. */
export function LinkButton({ href, appearance, children }: { href: string; appearance: 'primary' | 'secondary'; children: ReactNode }) {
  return (
    <Button as="a" href={href} appearance={appearance}>
      {children}
    </Button>
  );
}
