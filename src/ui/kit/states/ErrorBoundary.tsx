import { Component, type ReactNode } from 'react';
import { forgetFailedParts } from '../lazyPart.ts';
import { FailureState } from './FailureState.tsx';

interface Props {
  readonly children: ReactNode;
  /** A new value (e.g. the address) lets the page try again. */
  readonly resetKey: string;
}

/** Catches what a screen throws. Drafts flush as their fields go away (useDraft), so what was typed is kept. */
export class ErrorBoundary extends Component<Props, { error: unknown; resetKey: string }> {
  override state = { error: null as unknown, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('nothing was thrown') };
  }

  static getDerivedStateFromProps(props: Props, state: { error: unknown; resetKey: string }) {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override componentDidCatch() {
    forgetFailedParts();
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <FailureState error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
