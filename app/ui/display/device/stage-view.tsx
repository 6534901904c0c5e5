import { Component, type ReactNode } from "react";
import { Kiosk } from "../kiosk/kiosk.tsx";
import { Led } from "../led/led.tsx";
import { Speaker } from "../speaker/speaker.tsx";
import { Both } from "./both.tsx";
import { PlainScreen } from "./plain-screen.tsx";
import type { Stage } from "./stage.ts";

/** What a paired device shows, by its kind. */
export function StageView({ stage }: { stage: Stage }) {
  return (
    <Guard onTrouble={stage.trouble}>
      <Renderer stage={stage} />
    </Guard>
  );
}

function Renderer({ stage }: { stage: Stage }) {
  switch (stage.manifest().kind) {
    case "kiosk":
      return <Kiosk content={stage.content.holding().content} stage={stage} />;
    case "led":
      return <Led stage={stage} />;
    case "speaker":
      return <Speaker stage={stage} />;
  }
}

/** How long the stand-in stays before the picture is tried again (ms). */
const TRY_AGAIN = 10_000;

/** A fault while drawing never leaves an empty screen: the emergency numbers stand in, then the picture begins anew. */
class Guard extends Component<{ onTrouble: (message: string) => void; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onTrouble(`drawing: ${String(error)}`);
    this.#timer = setTimeout(() => this.setState({ failed: false }), TRY_AGAIN);
  }

  override componentWillUnmount() {
    clearTimeout(this.#timer);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <PlainScreen screen="trouble">
        <h1>
          <Both words={(t) => t("trouble")} />
        </h1>
      </PlainScreen>
    );
  }
}
