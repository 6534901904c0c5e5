import { Pictogram } from "../../kit/pictogram.tsx";
import { ownGate, topicsOf } from "../content/content.ts";
import { LineMap } from "./gate-board.tsx";
import { Icon } from "./icons.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import type { Place } from "./state.ts";
import { StatusCard } from "./status-card.tsx";
import { TakenBack } from "./taken-back.tsx";
import { TopicTiles } from "./topic-tiles.tsx";

/** The first screen of a visit: what has to be known, how the gate stands, and what can be asked. */
export function HomeScreen() {
  const { state, send } = useKiosk();
  const { t, pages, lang } = useSpeech();
  const gate = ownGate(state.content);
  return (
    <>
      <TakenBack />
      <NoticeBanner langs={[lang]} />
      {gate && (
        <section>
          <h2 className="unseen">{t("status.own")}</h2>
          <StatusCard gate={gate} langs={[lang]} />
        </section>
      )}
      <h1 tabIndex={-1}>{t("home.title")}</h1>
      <button type="button" className="search-door" onClick={() => send({ kind: "opened", place: { screen: "search" } })}>
        <Icon name="search" />
        {t("search.hint")}
      </button>
      <TopicTiles topics={topicsOf(state.content)} />
      <section>
        <h2>{pages("home.more")}</h2>
        <ul className="tiles doors">
          <Door icon="speech" title={t("phrases.title")} body={pages("home.phrases")} to={{ screen: "phrases" }} />
          <Door icon="complaint" title={pages("questions.title")} body={pages("home.questions")} to={{ screen: "questions" }} />
          <Door icon="notice" title={pages("notices.title")} body={pages("home.notices")} to={{ screen: "notices" }} />
          {gate && <Door icon="gate" title={t("gates.title")} body={t("home.gates")} to={{ screen: "gates" }} />}
          <Door icon="document" title={t("home.write")} body={t("home.writeBody")} to={{ screen: "write" }} />
        </ul>
      </section>
      {!gate && (
        <section>
          <h2>{t("gates.title")}</h2>
          <LineMap lang={lang} />
        </section>
      )}
    </>
  );
}

function Door({ icon, title, body, to }: { icon: string; title: string; body: string; to: Place }) {
  const { send } = useKiosk();
  return (
    <li>
      <button type="button" onClick={() => send({ kind: "opened", place: to })}>
        <Pictogram name={icon} />
        <b>{title}</b> <small>{body}</small>
      </button>
    </li>
  );
}
