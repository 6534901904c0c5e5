import { useTranslation } from "react-i18next";
import { Choices } from "../field.tsx";
import type { Problem } from "../problem.ts";
import { type Done, DoneNote } from "./done-note.tsx";
import { RefusedBox } from "./refused-box.tsx";

interface TopicsPageProps {
  topics: { key: string; name: string; signOff: string[] }[];
  agencies: { key: string; name: string }[];
  done: Done | null;
  problem: Problem | null;
}

/** Which agencies have to sign off the articles of a topic before they go out. */
export function TopicsPage({ topics, agencies, done, problem }: TopicsPageProps) {
  const { t } = useTranslation("publishing");
  return (
    <>
      <header className="desk-head">
        <h1>{t("topics.title")}</h1>
        <p>{t("topics.lead")}</p>
      </header>
      <DoneNote done={done} />
      <RefusedBox problem={problem} />
      <div className="topics">
        {topics.map(({ key, name, signOff }) => (
          <form key={key} className="sheet" method="post" aria-labelledby={`topic-${key}`}>
            <h2 id={`topic-${key}`}>{name}</h2>
            <p>{signOff.length ? agencies.flatMap((agency) => (signOff.includes(agency.key) ? [agency.name] : [])).join(" · ") : t("topics.none")}</p>
            <details>
              <summary>{t("topics.change")}</summary>
              <input type="hidden" name="topic" value={key} />
              <Choices legend={t("topics.asked")}>
                {agencies.map((agency) => (
                  <label key={agency.key} className="choice">
                    <input type="checkbox" name="agency" value={agency.key} defaultChecked={signOff.includes(agency.key)} />
                    {agency.name}
                  </label>
                ))}
              </Choices>
              <button type="submit">{t("topics.submit")}</button>
            </details>
          </form>
        ))}
      </div>
    </>
  );
}
