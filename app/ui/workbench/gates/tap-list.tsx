import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { clockWords } from "../../kit/clock-words.ts";
import { saidBy, saidWords, type Tap, tapProblemWords } from "./tap.ts";
import type { Taps } from "./use-taps.ts";

/** How long the way to take a tap back stays. */
const UNDO_MS = 10_000;
const SHOWN = 6;

interface Props {
  taps: Taps;
  gate: string;
  lang: Lang;
}

/** What was tapped on this device and what became of it, the newest first. */
export function TapList({ taps, gate, lang }: Props) {
  const { t } = useTranslation(["workbench", "common"]);
  const now = useSeconds(taps.taps);
  const shown = taps.taps
    .filter((tap) => saidBy(tap) && (tap.gate === gate || tap.standing !== "sent"))
    .reverse()
    .slice(0, SHOWN);
  return (
    <section className="gate-taps" aria-label={t("gates.queue")} aria-live="polite">
      {taps.needsSignIn && (
        <p className="problem">
          <a href={`/workbench/sign-in?next=${encodeURIComponent(`/workbench/gates/${gate}`)}`}>{t("gates.signIn")}</a>
        </p>
      )}
      {shown.length > 0 && (
        <ol>
          {shown.map((tap) => (
            <Row key={tap.id} tap={tap} taps={taps} lang={lang} undo={now - Date.parse(tap.at) < UNDO_MS} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Row({ tap, taps, lang, undo }: { tap: Tap; taps: Taps; lang: Lang; undo: boolean }) {
  const { t } = useTranslation(["workbench", "common", "errors"]);
  const { t: common } = useTranslation("common");
  const said = saidBy(tap);
  if (!said) return null;
  const what = saidWords(common, said);
  const takenBack = taps.isTakenBack(tap.id);
  return (
    <li className={`is-${tap.standing}`}>
      <span>
        <b>{takenBack ? t("gates.takenBack", { what }) : t(`gates.standing.${tap.standing}`)}</b>{" "}
        {t("gates.tappedAt", { what, at: clockWords(common, new Date(tap.at), lang) })}
        {tap.problem && <span className="problem"> {tapProblemWords(t, tap.problem)}</span>}
      </span>
      {undo && !takenBack && tap.standing !== "refused" && (
        <button type="button" onClick={() => taps.takeBack(tap.id)}>
          {t("gates.undo")}
        </button>
      )}
      {tap.standing === "refused" && (
        <button type="button" onClick={() => taps.dismiss(tap.id)}>
          {t("gates.dismiss")}
        </button>
      )}
    </li>
  );
}

/** The time, moving while one of the taps can still be taken back. */
function useSeconds(taps: readonly Tap[]): number {
  const [now, setNow] = useState(() => Date.now());
  const newest = taps.at(-1)?.at;
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
      if (!newest || Date.now() - Date.parse(newest) > UNDO_MS) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [newest]);
  return now;
}
