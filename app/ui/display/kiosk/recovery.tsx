import { Component, type ReactNode } from "react";
import { LANGS, language } from "../../../core/language/languages.ts";
import { Base } from "./base.tsx";
import { useKiosk } from "./kiosk-context.tsx";

/** How long the stand-in stays before the screen is tried again (ms). */
const TRY_AGAIN = 10_000;

/** A fault while drawing a screen never leaves a white one: the emergency numbers stand in, then the visit starts anew. */
export class Recovery extends Component<
  { onRecover: () => void; onTrouble?: ((message: string) => void) | undefined; children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onTrouble?.(`a screen could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
    this.#timer = setTimeout(() => {
      this.setState({ failed: false });
      this.props.onRecover();
    }, TRY_AGAIN);
  }

  override componentWillUnmount() {
    clearTimeout(this.#timer);
  }

  override render() {
    return this.state.failed ? <StandIn /> : this.props.children;
  }
}

function StandIn() {
  const { speech } = useKiosk();
  return (
    <div className="screen recovery">
      <main>
        <h1>
          {LANGS.map((lang) => (
            <span key={lang} lang={language(lang).tag}>
              {speech(lang).t("recovering")}
            </span>
          ))}
        </h1>
      </main>
      <Base langs={LANGS} />
    </div>
  );
}
