import { useTranslation } from "react-i18next";
import type { NoticeTerms } from "../../core/articles/kinds.ts";
import { periodWords } from "../kit/notice-period.ts";
import { NoticeSign } from "../kit/notice-sign.tsx";
import { useLang } from "../kit/use-lang.ts";
import { Words } from "../kit/words.tsx";
import { TitleLink } from "./page-list.tsx";
import { noticePath } from "./paths.ts";

export interface Notice {
  slug: string;
  title: string;
  summary: string;
  terms: NoticeTerms;
}

/** Notices, each with its level as shape and word, and from when until when it holds. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const { t: pages } = useTranslation("pages");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  return (
    <ul className="list notices">
      {notices.map(({ slug, title, summary, terms }) => (
        <li key={slug} className={`level-${terms.level}`}>
          <NoticeSign level={terms.level} />
          <div>
            <b className="level">{pages(`level.${terms.level}`)}</b>
            <TitleLink slug={slug} title={title} pathOf={noticePath} />
            <p>
              <Words text={summary} lang={lang} />
            </p>
            <p className="as-of">{periodWords({ pages, common }, terms, lang)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
