import { useTranslation } from "react-i18next";

/** Whether keys by themselves do something; kept in the browser, by `workbench.js`. Without scripts there are none. */
export function SingleKeysSheet() {
  const { t } = useTranslation("people");
  return (
    <section className="sheet scripted" aria-labelledby="single-keys">
      <h2 id="single-keys">{t("singleKeys.title")}</h2>
      <p>{t("singleKeys.lead")}</p>
      <label className="choice">
        <input type="checkbox" defaultChecked data-single-keys-choice="" aria-describedby="single-keys-where" />
        {t("singleKeys.use")}
      </label>
      <p className="hint" id="single-keys-where">
        {t("singleKeys.where")}
      </p>
      <p role="status" data-single-keys-said="" data-kept={t("singleKeys.kept")} data-not-kept={t("singleKeys.notKept")} />
    </section>
  );
}
