import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface LinkButtonProps {
  readonly href: string;
  readonly appearance: 'primary' | 'secondary';
  readonly small?: boolean;
  /** What it is called where the words on it are not enough. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link that looks like a button: it goes somewhere, so it opens in a new tab and is read out as a link. */
export function LinkButton({ href, appearance, small = false, label, children }: LinkButtonProps) {
  return (
    <Button as="a" href={href} appearance={appearance} size={small ? 'small' : 'medium'} aria-label={label}>
      {children}
    </Button>
  );
}
