import { useTranslation } from "react-i18next";
import { useLang } from "../kit/use-lang.ts";
import { type Listed, PageLinks } from "./page-list.tsx";
import { articlePath, homePath } from "./paths.ts";
import { SearchBox } from "./search-box.tsx";

type Link = Pick<Listed, "slug" | "title">;

interface Props {
  title: string;
  body: string;
  /** Articles to be read instead, where a refusal names some. */
  instead: readonly Link[];
}

/** What went wrong, in the visitor's language, and where to go from here. */
export function ProblemPage({ title, body, instead }: Props) {
  const { t } = useTranslation("visitor");
  const { t: pages } = useTranslation("pages");
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      <p className="lead">{body}</p>
      {instead.length > 0 && (
        <>
          <h2>{pages("withdrawn.instead")}</h2>
          <PageLinks pages={instead} pathOf={articlePath} />
        </>
      )}
      <SearchBox />
      <p>
        <a className="pill" href={homePath(useLang())}>
          {t("missing.home")}
        </a>
      </p>
    </div>
  );
}

/** The articles that the details of a refusal name; none when they name none. */
export const insteadOf = ({ instead }: Readonly<Record<string, unknown>>): readonly Link[] => (Array.isArray(instead) ? (instead as Link[]) : []);
