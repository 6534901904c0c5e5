import { onDay } from "../../../core/facts/dated.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { language } from "../../../core/language/languages.ts";
import { VerifyMark } from "../../kit/verify-mark.tsx";
import { shortName } from "../content/gate-name.ts";
import { ArticleTiles } from "./article-tiles.tsx";
import { useNow } from "./clock.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { StatusCard } from "./status-card.tsx";

/** One gate: what holds there now, what it is, which place it faces, and what there is to read about it. */
export function GateScreen({ gate: key }: { gate: string }) {
  const { state } = useKiosk();
  const { t, common, lang } = useSpeech();
  const now = useNow();
  const gate = state.content.gates.find((one) => one.key === key);
  if (!gate) return null;
  const name = shortName(gate, lang);
  const kind = onDay(gate.kinds, hanoiDay(now));
  const articles = state.content.articles.filter(({ about }) => about.gates.includes(key));
  return (
    <>
      <h1 tabIndex={-1} lang={language(name.lang).tag}>
        {name.text}
      </h1>
      {kind && (
        <p className="lead">
          {common(`gateKind.${kind.kind}`)} {kind.mark === "verify" && <VerifyMark lang={lang} />}
        </p>
      )}
      <StatusCard gate={gate} langs={[lang]} />
      <p className="summary">{gate.summary[lang]}</p>
      {gate.opposite && (
        <p>
          {t("gates.opposite")} <b>{gate.opposite.name[lang]}</b> {gate.opposite.mark === "verify" && <VerifyMark lang={lang} />}
        </p>
      )}
      {articles.length > 0 && (
        <section>
          <h2>{t("gates.articles")}</h2>
          <ArticleTiles articles={articles} />
        </section>
      )}
    </>
  );
}
