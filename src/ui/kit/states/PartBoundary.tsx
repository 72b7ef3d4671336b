import { Component, type ReactNode } from 'react';
import { forgetFailedParts } from '../lazyPart.ts';

interface Props {
  readonly children: ReactNode;
  /** What stands there where the part could not be fetched. */
  readonly otherwise: (error: unknown, again: () => void) => ReactNode;
}

/** Keeps the screen around it where a small part of it could not be fetched. */
export class PartBoundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('nothing was thrown') };
  }

  override componentDidCatch() {
    forgetFailedParts();
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return this.props.otherwise(this.state.error, () => this.setState({ error: null }));
  }
}
