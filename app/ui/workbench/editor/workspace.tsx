import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { reshaped, segmentChanges, type Written } from "../../../core/articles/changes.ts";
import type { Base } from "./answers.ts";
import { ArticleEditor } from "./article-editor.tsx";
import { Differences } from "./differences.tsx";
import { type Draft, type DraftStore, openDraftStore } from "./draft-store.ts";
import { RecoveryPanel } from "./recovery-panel.tsx";
import { writtenFrom } from "./working-copy.ts";
import type { WorkspaceProps } from "./write-page.tsx";

/** Where the editor begins. */
interface Start {
  written: Written;
  base: Base;
}

/** The editor, and before it what an earlier page of this device wrote and could not save. */
export function Workspace({ article, memberId }: WorkspaceProps) {
  const { t } = useTranslation("writing");
  const { articleId } = article;
  const [store, setStore] = useState<DraftStore | null>(null);
  const [drafts, setDrafts] = useState<Draft[] | null>(null);
  const [start, setStart] = useState<Start | null>(null);
  // The server's state when the page came; a later one comes by saving.
  const [server] = useState<Base>(() => ({ revision: article.revision, tree: article.tree, words: article.words }));
  const theirs = useMemo(() => writtenFrom(server), [server]);
  const begin = useCallback(() => setStart({ written: theirs, base: server }), [theirs, server]);

  useEffect(() => {
    let gone = false;
    (async () => {
      const opened = await openDraftStore();
      const found: Draft[] = [];
      for (const draft of await opened.of(memberId, articleId)) {
        // What is on the server already need not be offered.
        if (differs(theirs, draft.written)) found.push(draft);
        else await opened.drop(draft.key);
      }
      if (gone) return;
      setStore(opened);
      setDrafts(found);
    })().catch(() => gone || setDrafts([]));
    return () => {
      gone = true;
    };
  }, [memberId, articleId, theirs]);
  const waiting = drafts?.[0];
  useEffect(() => {
    if (drafts && !waiting) setStart((known) => known ?? { written: theirs, base: server });
  }, [drafts, waiting, theirs, server]);

  if (start) return <ArticleEditor article={article} memberId={memberId} store={store} start={start} />;
  if (!waiting) return <p className="hint">{t("opening")}</p>;
  return (
    <RecoveryPanel
      at={new Date(waiting.at)}
      onTake={() => {
        setStart({ written: waiting.written, base: waiting.base });
        // The editor keeps it under its own name from now on.
        setTimeout(() => void store?.drop(waiting.key), 2_000);
      }}
      onLeave={() => {
        void store?.drop(waiting.key);
        const rest = drafts?.slice(1) ?? [];
        setDrafts(rest);
        if (rest.length === 0) begin();
      }}
    >
      <Differences before={theirs} after={waiting.written} lang={article.sourceLang} />
    </RecoveryPanel>
  );
}

const differs = (a: Written, b: Written): boolean => segmentChanges(a, b).length > 0 || reshaped(a.tree, b.tree);
