import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { PublishView } from "../../../core/workflow/publishing-views.ts";
import { Field } from "../field.tsx";
import type { Problem } from "../problem.ts";
import { momentWords } from "./moment.ts";
import { faultsOf } from "./refused-box.tsx";

type GoOutProps = Pick<PublishView, "article" | "open" | "upToDate" | "schedule" | "contentHash" | "mayPublish"> & {
  lang: Lang;
  problem: Problem | null;
  /** The time that was typed and refused. */
  typedAt: string | undefined;
};

/** Publishing: now, or at an instant; and what was set before. */
export function GoOut({ article, open, upToDate, schedule, contentHash, mayPublish, lang, problem, typedAt }: GoOutProps) {
  const { t } = useTranslation(["publishing", "common", "workbench"]);
  const ready = open.length === 0 && contentHash !== null && !upToDate && !article.withdrawn;
  return (
    <section className="sheet" aria-labelledby="go-out">
      <h2 id="go-out">{t("goOut.title")}</h2>
      {schedule && <ScheduleNote schedule={schedule} lang={lang} mayPublish={mayPublish} />}
      {article.withdrawn ? (
        <p>{t("goOut.withdrawn")}</p>
      ) : upToDate ? (
        <p>{t("workbench:publish.upToDate")}</p>
      ) : open.length > 0 ? (
        <p>{t("goOut.notReady")}</p>
      ) : (
        !mayPublish && <p>{t("workbench:publish.notAllowed")}</p>
      )}
      {ready && mayPublish && (
        <div className="go-out">
          <form method="post">
            <p>{t("goOut.nowLead")}</p>
            <input type="hidden" name="contentHash" value={contentHash} />
            <button className="primary" type="submit" name="intent" value="publish">
              {t("workbench:publish.submit")}
            </button>
          </form>
          <form method="post">
            <input type="hidden" name="contentHash" value={contentHash} />
            <Field
              label={t("goOut.at")}
              hint={t("goOut.atHint")}
              name="at"
              type="datetime-local"
              step={1}
              required
              defaultValue={typedAt}
              problem={faultsOf(problem).includes("at") ? t("refused.at") : null}
            />
            <button type="submit" name="intent" value="schedule">
              {t(schedule ? "goOut.reschedule" : "goOut.schedule")}
            </button>
          </form>
        </div>
      )}
    </section>
  );
}

function ScheduleNote({ schedule, lang, mayPublish }: { schedule: NonNullable<PublishView["schedule"]>; lang: Lang; mayPublish: boolean }) {
  const { t } = useTranslation(["publishing", "common"]);
  const { publishAt, by, failure } = schedule;
  const moment = momentWords(t, publishAt, lang);
  return (
    <div className={failure ? "problem-box" : "done-box"}>
      <p>
        <b>{failure ? t("schedule.failed") : t("schedule.waits")}</b>
      </p>
      <p>{t(failure ? "schedule.wasFor" : "schedule.at", { moment, name: by ?? t("somebody") })}</p>
      {failure && <p>{t(`schedule.failures.${failure}`)}</p>}
      {mayPublish && (
        <form method="post">
          <button type="submit" name="intent" value="unschedule">
            {t(failure ? "schedule.clear" : "schedule.cancel")}
          </button>
        </form>
      )}
    </div>
  );
}
