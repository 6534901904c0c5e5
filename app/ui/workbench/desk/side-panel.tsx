import { type MouseEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import type { ByLang } from "../../../core/language/languages.ts";
import type { CommentView } from "../../../core/translation/desk-around.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { anchorOf } from "./anchors.ts";
import { type Asked, PANELS, type Panel, type Tried } from "./answers.ts";
import { Comments } from "./comments.tsx";
import { History } from "./history.tsx";
import { type Act, shortcutOf } from "./keys.ts";
import { Preview } from "./preview.tsx";
import { useDeskTools } from "./tools.ts";

interface SidePanelProps {
  unit: DeskUnit;
  /** What the fields say. */
  texts: ByLang<string>;
  comments: readonly CommentView[];
  panel: Panel;
  onPanel: (panel: Panel) => void;
  asked: Asked;
  tried: Tried | null;
}

const KEY_OF: Record<Panel, Act> = { preview: "preview", comments: "comment", history: "history" };

/** Beside the row that is being worked on: how readers will see it, what was said about it, what it said before. */
export const SidePanel = memo(function SidePanel({ unit, texts, comments, panel, onPanel, asked, tried }: SidePanelProps) {
  const { t } = useTranslation("desk");
  const { preview } = useDeskTools();
  const offered = PANELS.filter((one) => isOffered(one, unit, preview !== null));
  const shown = offered.includes(panel) ? panel : "comments";
  const open = comments.filter(({ resolved }) => !resolved).length;

  // Without scripts each is a page's address.
  const choose = (event: MouseEvent, one: Panel) => {
    event.preventDefault();
    onPanel(one);
  };
  return (
    <section className="side-panel" aria-label={t("panels.label")}>
      <nav className="panels" aria-label={t("panels.choice")}>
        {offered.map((one) => (
          <a
            key={one}
            className={one === "preview" ? "scripted" : undefined}
            href={`?unit=${encodeURIComponent(unit.unit)}&panel=${one}#${anchorOf(unit.unit)}`}
            aria-current={one === shown ? "true" : undefined}
            aria-keyshortcuts={shortcutOf(KEY_OF[one])}
            onClick={(event) => choose(event, one)}
          >
            {one === "comments" && open > 0 ? t("panels.commentsCount", { count: open }) : t(`panels.${one}`)}
          </a>
        ))}
      </nav>
      {shown === "preview" && preview && <Preview unit={unit} texts={texts} parts={preview} />}
      {shown === "comments" && <Comments unit={unit} comments={comments} typed={tried?.comment?.unit === unit.unit ? tried.comment.text : ""} />}
      {shown === "history" && <History unit={unit} given={asked.unit === unit.unit ? asked.history : null} />}
    </section>
  );
});

function isOffered(panel: Panel, unit: DeskUnit, hasPreview: boolean): boolean {
  if (panel === "comments") return true;
  return unit.kind !== "structure" && (panel !== "preview" || hasPreview);
}
