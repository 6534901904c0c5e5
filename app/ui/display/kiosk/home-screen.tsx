import { topicsOf } from "./content.ts";
import { GateBoard } from "./gate-board.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { StatusCard } from "./status-card.tsx";
import { TakenBack } from "./taken-back.tsx";
import { TopicTiles } from "./topic-tiles.tsx";

/** The first screen of a visit: how the gate stands, and what can be asked. */
export function HomeScreen() {
  const { state } = useKiosk();
  const { t, lang } = useSpeech();
  return (
    <>
      <TakenBack />
      <section>
        <h2 className="unseen">{t("status.own")}</h2>
        <StatusCard langs={[lang]} />
      </section>
      <h1 tabIndex={-1}>{t("home.title")}</h1>
      <TopicTiles topics={topicsOf(state.content)} />
      <section>
        <h2>{t("status.others")}</h2>
        <GateBoard langs={[lang]} details />
      </section>
    </>
  );
}
