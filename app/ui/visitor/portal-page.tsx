import { type Document, DocumentArticle, SameIn } from "./document-article.tsx";
import { portalPagePath } from "./paths.ts";

/** A page about the portal itself. */
export function PortalPage(document: Document) {
  return (
    <div className="wrap reading">
      <DocumentArticle document={document} pathOf={portalPagePath} />
      <aside>
        <SameIn document={document} pathOf={portalPagePath} />
      </aside>
    </div>
  );
}
