import type { ReactNode } from 'react';

export interface HeadingProps {
  readonly level: 2 | 3 | 4;
  readonly className: string;
  readonly children: ReactNode;
}

/** A heading as deep as the page around it asks for. */
export function Heading({ level, className, children }: HeadingProps) {
  if (level === 2) return <h2 className={className}>{children}</h2>;
  return level === 3 ? <h3 className={className}>{children}</h3> : <h4 className={className}>{children}</h4>;
}
