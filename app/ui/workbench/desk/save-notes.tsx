import { Trans, useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { language } from "../../../core/language/languages.ts";
import type { Stretch } from "../../../core/translation/difference.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { Stretches } from "../stretches.tsx";
import { anchorOf } from "./anchors.ts";
import type { SaveRefusal } from "./answers.ts";

interface ClashNoteProps {
  unit: DeskUnit;
  lang: Lang;
  /** From the stored words to those in the field. */
  difference: Stretch[];
  onTakeTheirs: () => void;
}

/** Both texts of a clash: the stored one here, one's own in the field below, and the way to either. */
export function ClashNote({ unit, lang, difference, onTakeTheirs }: ClashNoteProps) {
  const { t } = useTranslation("workbench");
  const { text, editor } = unit.words[lang];
  return (
    <div className="clash" role="alert">
      <h4>{t("clash.title")}</h4>
      <p className="hint">{editor ? t("clash.theirsBy", { name: editor }) : t("clash.theirs")}</p>
      <blockquote lang={language(lang).tag}>{text}</blockquote>
      <p className="hint">{t("clash.mine")}</p>
      <Stretches stretches={difference} lang={lang} />
      <p>{t("clash.how")}</p>
      {/* Without scripts: the page anew, which shows the stored words. */}
      <a
        className="button"
        href={`?#${anchorOf(unit.unit)}`}
        onClick={(event) => {
          event.preventDefault();
          onTakeTheirs();
        }}
      >
        {t("clash.takeTheirs")}
      </a>
    </div>
  );
}

/** Why words were not saved, and that they are still there. */
export function RefusalNote({ refusal: { code, details } }: { refusal: SaveRefusal }) {
  const { t } = useTranslation(["workbench", "errors"]);
  return (
    <div className="problem-box" role="alert">
      <b>{t("problems.title")}</b>
      <p>
        {code === "unreachable" ? (
          t("refused.unreachable")
        ) : code === "sign_in_needed" ? (
          // biome-ignore lint/a11y/useAnchorContent: Trans puts the words into the link
          <Trans t={t} i18nKey="refused.signInAgain" components={{ signIn: <a href="/workbench/sign-in" target="_blank" rel="noreferrer" /> }} />
        ) : (
          t(`errors:${code}.body`, { ...details })
        )}
      </p>
      <p>{t("refused.typedKept")}</p>
    </div>
  );
}
