import { useTranslation } from "react-i18next";
import { Pictogram } from "../kit/pictogram.tsx";
import { useLang } from "../kit/use-lang.ts";
import { DifferLink } from "./differ-link.tsx";
import { type Document, DocumentArticle, SameIn } from "./document-article.tsx";
import { type Listed, MorePages } from "./page-list.tsx";
import { articlePath, sideBySidePath, topicPath } from "./paths.ts";
import { Share } from "./share.tsx";
import type { Topic } from "./topic-tiles.tsx";

interface Props extends Document {
  topic: Topic | null;
  related: Listed[];
}

/** An article: the answer first, how sure it is, then everything; beside it the other language and what else there is. */
export function ArticlePage({ topic, related, ...document }: Props) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  return (
    <div className="wrap reading">
      <DocumentArticle document={document} pathOf={articlePath} above={topic && { href: topicPath(lang, topic.key), title: topic.name }} />
      <aside>
        <SameIn document={document} pathOf={articlePath}>
          <a className="pill" href={sideBySidePath(lang, document.slug)}>
            <Pictogram name="pair" />
            {t("article.sideBySide")}
          </a>
          <DifferLink from={articlePath(lang, document.slug)} />
          <Share />
        </SameIn>
        <MorePages id="related" title={t("article.related")} pages={related} pathOf={articlePath} />
      </aside>
    </div>
  );
}
