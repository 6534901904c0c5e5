import { LineMap } from "./gate-board.tsx";
import { useSpeech } from "./kiosk-context.tsx";
import { TakenBack } from "./taken-back.tsx";

/** All gates on their line, with what holds there now. */
export function GatesScreen() {
  const { t, lang } = useSpeech();
  return (
    <>
      <TakenBack />
      <h1 tabIndex={-1}>{t("gates.title")}</h1>
      <LineMap lang={lang} />
    </>
  );
}
