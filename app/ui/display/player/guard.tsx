import { Component, type ReactNode } from "react";

interface Props {
  /** Another key tries again. */
  shot: string;
  onBroken: (error: unknown) => void;
  /** What stands there instead. */
  instead: ReactNode;
  children: ReactNode;
}

/** What cannot be drawn is replaced until the next shot: one broken item never takes the display down. */
export class Guard extends Component<Props, { brokenShot: string | null }> {
  override state = { brokenShot: null as string | null };

  static getDerivedStateFromProps({ shot }: Props, { brokenShot }: { brokenShot: string | null }) {
    return brokenShot !== null && brokenShot !== "" && brokenShot !== shot ? { brokenShot: null } : null;
  }

  static getDerivedStateFromError() {
    return { brokenShot: "" };
  }

  override componentDidCatch(error: unknown) {
    this.setState({ brokenShot: this.props.shot });
    this.props.onBroken(error);
  }

  override render() {
    return this.state.brokenShot === null ? this.props.children : this.props.instead;
  }
}
