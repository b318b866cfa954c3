import { Component, type ReactNode } from "react"
import { Button } from "./button"
import { Notice } from "./notice"
import { words } from "./words"

/** A view that failed (most likely: the store did not open) says so; the views beside it go on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Notice tone="error">
        <p>
          <strong>{words.error.title}</strong> {words.error.store}
        </p>
        <Button onPress={() => this.setState({ failed: false })}>{words.error.retry}</Button>
      </Notice>
    )
  }
}
