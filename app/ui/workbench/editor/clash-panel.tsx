import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Written } from "../../../core/articles/changes.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Clash } from "./answers.ts";
import { Differences } from "./differences.tsx";
import { writtenFrom } from "./working-copy.ts";

interface ClashPanelProps {
  clash: Clash;
  /** What stands in the editor. */
  mine: Written;
  lang: Lang;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Two people wrote at once: what they have against what stands here, and the way to either. */
export function ClashPanel({ clash, mine, lang, onTakeTheirs, onKeepMine }: ClashPanelProps) {
  const { t } = useTranslation("writing");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const stored = writtenFrom(clash.theirs);
  const only = new Set(clash.segments);
  // Where only words clash, everything else is saved: just these are shown.
  const narrowed = (written: Written): Written => ({
    tree: mine.tree,
    texts: Object.fromEntries(Object.entries(written.texts).map(([segment, text]) => [segment, only.has(segment) ? text : ""])),
  });
  return (
    <section className="clash w-panel" role="alert" aria-labelledby="clash">
      <h2 id="clash" ref={heading}>
        {clash.structure ? t("clash.structure") : t("clash.words")}
      </h2>
      <p>{t("clash.lead")}</p>
      <Differences before={clash.structure ? stored : narrowed(stored)} after={clash.structure ? mine : narrowed(mine)} lang={lang} />
      <div className="w-buttons">
        <button type="button" className="primary" onClick={onKeepMine}>
          {t("clash.keepMine")}
        </button>
        <button type="button" onClick={onTakeTheirs}>
          {t("clash.takeTheirs")}
        </button>
      </div>
      <p className="hint">{t("clash.nothingLost")}</p>
    </section>
  );
}
