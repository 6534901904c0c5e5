import { useTranslation } from "react-i18next";

const THEMES = ["", "light", "dark"] as const;
/** The steps of larger text; the first is the page's own size. */
const SIZES = ["", "1", "2", "3"] as const;
const NAMES = { "": "auto", light: "light", dark: "dark" } as const;

/**
 * How this reader reads: colours, contrast, size. The page is the same for everyone, so the choice is applied and kept by scripts
 * (public/portal/reading.js); without them the stylesheet hides it, and follows what the device asks for.
 */
export function ReadingTools() {
  const { t } = useTranslation("tools");
  return (
    <details className="tools">
      <summary aria-label={t("reading.title")}>
        <span aria-hidden="true">Aa</span>
      </summary>
      <div>
        <fieldset>
          <legend>{t("reading.size")}</legend>
          {SIZES.map((size, step) => (
            <label key={size}>
              <input type="radio" name="text" value={size} /> {t("reading.step", { percent: 100 + 25 * step })}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t("reading.theme")}</legend>
          {THEMES.map((theme) => (
            <label key={theme}>
              <input type="radio" name="theme" value={theme} /> {t(`reading.${NAMES[theme]}`)}
            </label>
          ))}
        </fieldset>
        <label>
          <input type="checkbox" name="contrast" /> {t("reading.contrast")}
        </label>
      </div>
    </details>
  );
}
