import { useTranslation } from "react-i18next";
import type { ChangeView, FactView } from "../../../core/facts/fact-views.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { momentWords } from "../publishing/moment.ts";
import { ReasonField } from "../publishing/reason-field.tsx";
import { FactBoxes } from "./fact-boxes.tsx";
import { TouchedPages } from "./touched-pages.tsx";

interface ChangeSheetProps {
  change: ChangeView;
  view: FactView;
  lang: Lang;
}

/** A proposed change with everything that readers would see by it, and the decision about it. */
export function ChangeSheet({ change, view, lang }: ChangeSheetProps) {
  const { t } = useTranslation("records");
  const { t: clock } = useTranslation(["publishing", "common"]);
  const { fact, agencies, today } = view;
  const boxes = { agencies, today, lang };
  return (
    <section className="sheet" aria-labelledby="change">
      <h2 id="change">{t(change.verificationOnly ? "facts.change.verification" : "facts.change.title")}</h2>
      <p>
        {t("facts.change.by", { name: change.by ?? t("facts.somebody"), at: momentWords(clock, change.at, lang) })}
        {change.reason && (
          <>
            {" "}
            {t("facts.change.reason")} <q>{change.reason}</q>
          </>
        )}
      </p>
      {change.overtaken && <p className="standing-note">{t("facts.change.overtaken")}</p>}
      <div className="fact-compare">
        {change.overtaken && change.before && (
          <div>
            <h3>{t("facts.change.before")}</h3>
            <FactBoxes fact={change.before} {...boxes} />
          </div>
        )}
        {fact && (
          <div>
            <h3>{t("facts.change.now")}</h3>
            <FactBoxes fact={fact} {...boxes} />
          </div>
        )}
        <div>
          <h3>{t("facts.change.after")}</h3>
          <FactBoxes fact={change.after} {...boxes} />
        </div>
      </div>
      {!change.overtaken && <TouchedPages touched={view.touched} gates={view.gates} lang={lang} />}
      <Decision change={change} mayConfirm={view.mayConfirm} pages={view.touched.total} />
    </section>
  );
}

function Decision({ change, mayConfirm, pages }: { change: ChangeView; mayConfirm: boolean; pages: number }) {
  const { t } = useTranslation("records");
  const mayReject = mayConfirm || change.own;
  return (
    <>
      {!change.overtaken &&
        (mayConfirm && !change.own ? (
          <form method="post">
            <input type="hidden" name="intent" value="confirm" />
            <input type="hidden" name="change" value={change.id} />
            <p className="hint">{pages === 0 ? t("facts.change.confirmLeadNone") : t("facts.change.confirmLead", { count: pages })}</p>
            <button className="primary" type="submit">
              {t("facts.change.confirm")}
            </button>
          </form>
        ) : (
          <p className="hint">{t(change.own ? "facts.change.own" : "facts.change.waits")}</p>
        ))}
      {mayReject && (
        <details>
          <summary>{t(change.own ? "facts.change.takeBack" : "facts.change.reject")}</summary>
          <form method="post">
            <input type="hidden" name="intent" value="reject" />
            <input type="hidden" name="change" value={change.id} />
            <ReasonField label={t("facts.fields.reason")} />
            <button type="submit">{t(change.own ? "facts.change.takeBack" : "facts.change.reject")}</button>
          </form>
        </details>
      )}
    </>
  );
}
