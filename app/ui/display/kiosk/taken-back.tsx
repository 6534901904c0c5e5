import { useKiosk, useSpeech } from "./kiosk-context.tsx";

/** Said once to a reader whose page was taken back under their eyes. */
export function TakenBack() {
  const { state } = useKiosk();
  const { t } = useSpeech();
  return <div role="status">{state.takenBack && <p className="taken-back">{t("takenBack")}</p>}</div>;
}
