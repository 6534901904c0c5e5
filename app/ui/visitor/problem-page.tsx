import { useTranslation } from "react-i18next";
import { useLang } from "../kit/use-lang.ts";
import { homePath } from "./paths.ts";
import { SearchBox } from "./search-box.tsx";

/** What went wrong, in the visitor's language, and where to go from here. */
export function ProblemPage({ title, body }: { title: string; body: string }) {
  const { t } = useTranslation("visitor");
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      <p className="lead">{body}</p>
      <SearchBox />
      <p>
        <a className="pill" href={homePath(useLang())}>
          {t("missing.home")}
        </a>
      </p>
    </div>
  );
}
