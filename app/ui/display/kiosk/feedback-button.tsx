import { portalPath } from "./addresses.ts";
import { Icon } from "./icons.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";

/** The way to say something about the page that is being read. */
export function FeedbackButton() {
  const { state, send } = useKiosk();
  const { pages, lang } = useSpeech();
  return (
    <button
      type="button"
      className="pill quiet"
      onClick={() => {
        send({ kind: "written", draft: { kind: "feedback", from: portalPath(state.place, lang), number: null } });
        send({ kind: "opened", place: { screen: "write" } });
      }}
    >
      <Icon name="next" />
      {pages("foot.feedback")}
    </button>
  );
}
