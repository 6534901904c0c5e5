import { useTranslation } from "react-i18next";
import { language, ownFirst } from "../../core/language/languages.ts";
import { useLang } from "../kit/use-lang.ts";
import { twinPath } from "./paths.ts";

/** The name under which a form says that it is only to be shown in another language. */
export const SWITCH = "switch-language";

/**
 * The languages where a form is being filled in: buttons that send it to its twin, which shows it as it was filled in. A form's first
 * button is the one that Enter presses, and these stand before its own: so one that sends it comes first, for nobody to see.
 */
export function LanguageButtons({ path, form }: { path: string; form: string }) {
  const { t } = useTranslation("common");
  const own = useLang();
  return (
    <nav className="langs" aria-label={t("nav.languages")}>
      <button type="submit" form={form} className="unseen" tabIndex={-1} aria-hidden="true" />
      {ownFirst(own).map((code) => {
        const { tag, name } = language(code);
        if (code === own)
          return (
            <span key={code} lang={tag} aria-current="true">
              {name}
            </span>
          );
        return (
          <button key={code} type="submit" form={form} formAction={twinPath(path, "", code)} name={SWITCH} value={code} formNoValidate lang={tag}>
            {name}
          </button>
        );
      })}
    </nav>
  );
}
