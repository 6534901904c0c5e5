import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Written } from "../../../core/articles/changes.ts";
import { nodeIdFrom } from "../../../core/articles/node-id.ts";
import { language } from "../../../core/language/languages.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { Base } from "./answers.ts";
import type { Autosave } from "./autosave.ts";
import { ClashPanel } from "./clash-panel.tsx";
import { Clipboard } from "./clipboard.ts";
import type { DraftStore } from "./draft-store.ts";
import { EditorTools } from "./editor-tools.tsx";
import { Ids } from "./ids.ts";
import { Keys } from "./keys.ts";
import { docOf, writtenOf } from "./mapping.ts";
import { carriedFiles } from "./picture/carried.ts";
import { PictureClicks } from "./picture/clicks.ts";
import { replaceWords } from "./replace-words.ts";
import { SaveLine } from "./save-line.tsx";
import { articleNodes, SHOWN_WORDS, type Shown } from "./schema.ts";
import { Tables } from "./tables.ts";
import { useAutosave } from "./use-autosave.ts";
import { VerifyMarks } from "./verify-marks.ts";
import { changedSegments, writtenFrom } from "./working-copy.ts";
import type { ArticleToWrite } from "./write-page.tsx";

interface ArticleEditorProps {
  article: ArticleToWrite;
  memberId: string;
  /** Null: this browser keeps nothing. */
  store: DraftStore | null;
  start: { written: Written; base: Base };
}

const newId = (): string => nodeIdFrom(crypto.getRandomValues(new Uint8Array(8)));

/** An article being written: title, summary and body in one text, saved as one writes. */
export function ArticleEditor({ article, memberId, store, start }: ArticleEditorProps) {
  const { t } = useTranslation("writing");
  const { articleId, sourceLang } = article;
  const shown = useShown(article);
  const autosave = useRef<Autosave | null>(null);
  const [newer, setNewer] = useState<Base | null>(null);
  const [files] = useState(carriedFiles);
  const [isPictureAsked, setPictureAsked] = useState(false);
  const askPicture = useCallback(() => setPictureAsked(true), []);

  const editor = useEditor(
    {
      extensions: [
        ...articleNodes(shown),
        Tables,
        Ids.configure({ newId }),
        Clipboard.configure({ article: articleId, files, onPictures: askPicture }),
        PictureClicks.configure({ onAdd: askPicture }),
        VerifyMarks.configure({ nameOf: (key) => t("verify.mark", { agency: shown.agency(key)?.name ?? key }) }),
        Keys,
      ],
      content: docOf(start.written),
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      // The page's policy lets no style into the document; editor.css has what it needs.
      injectCSS: false,
      editorProps: {
        attributes: {
          id: "w-text",
          class: "w-text",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": t("text.label"),
          "aria-describedby": "w-keys",
          lang: language(sourceLang).tag,
          spellcheck: "true",
        },
      },
      onUpdate: () => autosave.current?.touched(),
    },
    [articleId],
  );
  const read = useCallback((): Written => (editor ? writtenOf(editor.getJSON()) : start.written), [editor, start]);
  const { state, saver } = useAutosave({ article: { articleId, lang: sourceLang }, memberId, store, start, read, ready: editor !== null, outrun: setNewer });
  autosave.current = saver;

  const show = useCallback((written: Written) => editor?.commands.setContent(docOf(written), { emitUpdate: false }), [editor]);
  function takeTheirs(): void {
    if (!saver || !editor || state.kind !== "clash") return;
    const { clash } = state;
    const base = saver.takeTheirs();
    if (clash.structure) show(writtenFrom(base));
    else for (const segment of clash.segments) replaceWords(editor, segment, clash.theirs.words[segment]?.text ?? "");
    saver.touched();
    editor.commands.focus();
  }
  function showNewer(): void {
    if (!saver || !newer) return;
    const mine = read();
    const base = saver.base();
    const unsaved = changedSegments(base, mine);
    const words = { ...newer.words };
    for (const [segment, known] of Object.entries(base.words)) if (known.revision > (words[segment]?.revision ?? 0)) words[segment] = known;
    const next: Base = { ...newer, words };
    const written = writtenFrom(next);
    show({ tree: written.tree, texts: { ...written.texts, ...Object.fromEntries(unsaved.map((segment) => [segment, mine.texts[segment] ?? ""])) } });
    saver.rebase(next);
    setNewer(null);
  }

  const empty = useEditorState({ editor, selector: ({ editor: now }) => (now?.state.doc.childCount ?? 3) < 3 });
  if (!editor || !saver) return <p className="hint">{t("opening")}</p>;
  return (
    <>
      {state.kind === "clash" && (
        <ClashPanel
          clash={state.clash}
          mine={read()}
          lang={sourceLang}
          onTakeTheirs={takeTheirs}
          onKeepMine={() => {
            editor.commands.focus();
            void saver.keepMine();
          }}
        />
      )}
      {newer && state.kind !== "clash" && (
        <div className="problem-box w-newer" role="status">
          <p>{t("newer.lead")}</p>
          <button type="button" onClick={showNewer}>
            {t("newer.show")}
          </button>
        </div>
      )}
      <EditorTools
        editor={editor}
        article={article}
        onSave={() => void saver.flush()}
        files={files}
        isPictureAsked={isPictureAsked}
        onPictureAsked={setPictureAsked}
      >
        <SaveLine state={state} onSave={() => void saver.flush()} />
      </EditorTools>
      <div className="w-sheet">
        <EditorContent editor={editor} />
        {empty && <p className="hint">{t("text.begin")}</p>}
      </div>
      <p className="hint" id="w-keys">
        {t("text.keys")}
      </p>
    </>
  );
}

/** Values and names as they will be read, in the source language. */
function useShown({ facts, agencies, sourceLang }: ArticleToWrite): Shown {
  const { t } = useTranslation("writing");
  return useMemo(() => {
    const factOf = new Map(facts.map((fact) => [fact.key, fact]));
    const agencyOf = new Map(agencies.map((agency) => [agency.key, agency]));
    return {
      fact: (key) => {
        const fact = factOf.get(key);
        return fact ? formatFact(fact.value, sourceLang) : null;
      },
      factLabel: (key) => factOf.get(key)?.label[sourceLang] ?? key,
      agency: (key) => agencyOf.get(key) ?? null,
      words: Object.fromEntries(SHOWN_WORDS.map((word) => [word, t(`shown.${word}`)])) as Shown["words"],
    };
  }, [facts, agencies, sourceLang, t]);
}
