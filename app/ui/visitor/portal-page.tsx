import { type Document, DocumentArticle, SameIn } from "./document-article.tsx";
import { portalPagePath } from "./paths.ts";

/** A page about the portal itself. */
export function PortalPage(document: Document) {
  const pathIn = (code: Parameters<typeof portalPagePath>[0]) => portalPagePath(code, document.slug);
  return (
    <div className="wrap reading">
      <DocumentArticle document={document} pathIn={pathIn} />
      <aside>
        <SameIn document={document} pathIn={pathIn} />
      </aside>
    </div>
  );
}
