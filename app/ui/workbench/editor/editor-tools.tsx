import type { Node } from "@tiptap/pm/model";
import { NodeSelection } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from "@tiptap/pm/tables";
import { type Editor, useEditorState } from "@tiptap/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Picture } from "../../../core/articles/picture.ts";
import { formatFact } from "../../../i18n/format.ts";
import { type Command, insertBlock, insertTable, move, paragraphAfter, setBlock, setVerify, toggleList, verifiable } from "./commands.ts";
import { SHORTCUTS } from "./keys.ts";
import { FACT, LINK, STRONG } from "./mapping.ts";
import { type Choice, LinkDialog, PickOne, PickSeveral } from "./pickers.tsx";
import type { CarriedFiles } from "./picture/carried.ts";
import { awaitedAt, figureAt, putPicture, removePicture, toggleCaption } from "./picture/commands.ts";
import { PictureDialog } from "./picture/dialog.tsx";
import { type Tool, Toolbar } from "./toolbar.tsx";
import type { ArticleToWrite } from "./write-page.tsx";

type Asking = "link" | "fact" | "term" | "facts" | "contact" | "verify" | null;
/** What becomes of the picture that a dialog asks for. */
type PictureAsking = "new" | "crop" | "replace";

interface EditorToolsProps {
  editor: Editor;
  article: ArticleToWrite;
  onSave: () => void;
  /** What came with pastes and waits. */
  files: CarriedFiles;
  /** A picture is asked for, by a click or a paste. */
  isPictureAsked: boolean;
  onPictureAsked: (asked: boolean) => void;
  /** What stands beside the buttons. */
  children: ReactNode;
}

/** Everything that can be done to the text but typing it. */
export function EditorTools({ editor, article, onSave, files, isPictureAsked, onPictureAsked, children }: EditorToolsProps) {
  const { t } = useTranslation("writing");
  const [asking, setAsking] = useState<Asking>(null);
  const [picturing, setPicturing] = useState<PictureAsking>("new");
  const askPicture = (what: PictureAsking) => () => {
    setPicturing(what);
    onPictureAsked(true);
  };
  const at = useEditorState({ editor, selector: ({ editor: now }) => place(now) });
  const run = (command: Command) => () => {
    command(editor.state, editor.view.dispatch);
    editor.commands.focus();
  };
  const tool = (name: ToolName, act: () => void, more: Partial<Tool> = {}): Tool => ({ name, label: t(`tools.${name}`), run: act, ...more });
  const is = (block: string) => at.block === block;
  const ask = (what: Asking) => () => setAsking(what);
  const { inHead } = at;
  const noBlock = inHead || at.inTable || at.figure !== null;
  const noWords = at.isBox || at.block === "alt";

  const groups = [
    {
      name: "blocks",
      label: t("toolbar.blocks"),
      tools: [
        tool("paragraph", run(at.inTable || at.isBox || at.figure ? paragraphAfter : setBlock("paragraph")), {
          keys: SHORTCUTS.paragraph,
          pressed: is("paragraph"),
          disabled: inHead,
        }),
        tool("heading2", run(setBlock("heading", { level: 2 })), { keys: SHORTCUTS.heading2, pressed: is("heading2"), disabled: noBlock }),
        tool("heading3", run(setBlock("heading", { level: 3 })), { keys: SHORTCUTS.heading3, pressed: is("heading3"), disabled: noBlock }),
        tool("list", run(toggleList("list")), { keys: SHORTCUTS.list, pressed: is("list"), disabled: noBlock }),
        tool("steps", run(toggleList("steps")), { keys: SHORTCUTS.steps, pressed: is("steps"), disabled: noBlock }),
        tool("note", run(setBlock("callout", { tone: "note" })), { pressed: is("note"), disabled: noBlock }),
        tool("warning", run(setBlock("callout", { tone: "warning" })), { pressed: is("warning"), disabled: noBlock }),
      ],
    },
    {
      name: "words",
      label: t("toolbar.words"),
      tools: [
        tool("strong", () => editor.chain().focus().toggleBold().run(), { keys: "Mod-b", pressed: at.strong, disabled: noWords }),
        tool("link", ask("link"), { keys: "Mod-k", pressed: at.link !== "", disabled: noWords }),
        tool("fact", ask("fact"), { keys: "Mod-Alt-f", disabled: noWords }),
        tool("term", ask("term"), { keys: "Mod-Alt-t", disabled: noWords }),
      ],
    },
    {
      name: "boxes",
      label: t("toolbar.boxes"),
      tools: [
        tool("picture", askPicture("new"), { keys: "Mod-Alt-p" }),
        tool("table", run(insertTable(3, 2)), { disabled: at.inTable }),
        tool("facts", ask("facts"), { pressed: at.facts !== null }),
        tool("contact", ask("contact"), { pressed: at.agency !== null }),
      ],
    },
    ...(at.inTable
      ? [
          {
            name: "table",
            label: t("toolbar.table"),
            tools: [
              tool("rowAfter", run(addRowAfter)),
              tool("columnAfter", run(addColumnAfter)),
              tool("deleteRow", run(deleteRow)),
              tool("deleteColumn", run(deleteColumn)),
              tool("deleteTable", run(deleteTable)),
            ],
          },
        ]
      : []),
    ...(at.figure || at.awaited
      ? [
          {
            name: "picture",
            label: t("toolbar.picture"),
            tools: [
              ...(at.figure
                ? [
                    tool("cropPicture", askPicture("crop")),
                    tool("replacePicture", askPicture("replace")),
                    tool("caption", run(toggleCaption), { pressed: at.figure.childCount > 1 }),
                  ]
                : []),
              tool("deletePicture", run(removePicture)),
            ],
          },
        ]
      : []),
    {
      name: "whole",
      label: t("toolbar.whole"),
      tools: [
        tool("up", run(move(-1)), { keys: SHORTCUTS.moveUp, disabled: inHead }),
        tool("down", run(move(1)), { keys: SHORTCUTS.moveDown, disabled: inHead }),
        tool("verify", ask("verify"), { pressed: at.verify !== null, disabled: !at.verifiable }),
        tool("undo", () => editor.chain().focus().undo().run(), { keys: "Mod-z", disabled: !at.canUndo }),
        tool("redo", () => editor.chain().focus().redo().run(), { keys: "Mod-Shift-z", disabled: !at.canRedo }),
        tool("save", onSave, { keys: "Mod-s" }),
      ],
    },
  ];
  /** Back to the text in this very moment, so that what is typed next arrives: behind an open dialog nothing takes the focus. */
  const backToText = (closing: () => void) => {
    flushSync(closing);
    editor.view.focus();
  };
  const close = () => backToText(() => setAsking(null));
  const closePicture = () =>
    backToText(() => {
      onPictureAsked(false);
      setPicturing("new");
    });

  const bar = useRef<HTMLDivElement>(null);
  const keys = useRef<Record<string, () => void>>({});
  keys.current = {
    "mod+k": ask("link"),
    "mod+s": onSave,
    "mod+alt+f": ask("fact"),
    "mod+alt+t": ask("term"),
    "mod+alt+p": askPicture("new"),
    "alt+f10": () => bar.current?.querySelector<HTMLElement>("button[tabindex='0']")?.focus(),
  };
  useEffect(() => {
    const text = editor.view.dom;
    const onKey = (event: KeyboardEvent) => {
      const act = event.isComposing ? undefined : keys.current[pressed(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    text.addEventListener("keydown", onKey);
    return () => text.removeEventListener("keydown", onKey);
  }, [editor]);

  return (
    <div className="w-tools" ref={bar}>
      <Toolbar groups={groups} onLeave={() => editor.commands.focus()}>
        {children}
      </Toolbar>
      {isPictureAsked && (
        <PictureDialog
          file={picturing === "new" ? files.get(at.awaited) : null}
          shown={picturing === "crop" ? ((at.figure?.attrs.picture as Picture | undefined) ?? null) : null}
          onClose={closePicture}
          onDone={(picture) => {
            putPicture(picture, picturing === "new" ? "new" : "figure")(editor.state, editor.view.dispatch);
            closePicture();
          }}
        />
      )}
      {asking && <Question asking={asking} editor={editor} article={article} at={at} close={close} run={run} />}
    </div>
  );
}

/** A key with what is held down beside it: "mod+alt+f". */
const pressed = ({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): string => `${ctrlKey || metaKey ? "mod+" : ""}${altKey ? "alt+" : ""}${key.toLowerCase()}`;

type ToolName =
  | "paragraph"
  | "heading2"
  | "heading3"
  | "list"
  | "steps"
  | "note"
  | "warning"
  | "strong"
  | "link"
  | "fact"
  | "term"
  | "picture"
  | "cropPicture"
  | "replacePicture"
  | "caption"
  | "deletePicture"
  | "table"
  | "facts"
  | "contact"
  | "rowAfter"
  | "columnAfter"
  | "deleteRow"
  | "deleteColumn"
  | "deleteTable"
  | "up"
  | "down"
  | "verify"
  | "undo"
  | "redo"
  | "save";

interface Place {
  /** What the cursor stands in, by the name of its button; "" elsewhere. */
  block: string;
  inHead: boolean;
  inTable: boolean;
  /** A box without words of its own is selected. */
  isBox: boolean;
  strong: boolean;
  /** The address of the link at the cursor; "" for none. */
  link: string;
  hasSelection: boolean;
  /** Of the selected box of facts; null: none is selected. */
  facts: string[] | null;
  agency: string | null;
  /** The figure that is selected or has the cursor in its words. */
  figure: Node | null;
  /** Of the selected place of a picture to come: which file it waits for, "" for none; null: none is selected. */
  awaited: string | null;
  verify: string | null;
  verifiable: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

function place(editor: Editor): Place {
  const { selection } = editor.state;
  const { $from } = selection;
  const { parent } = $from;
  const box = selection instanceof NodeSelection && selection.node.isBlock ? selection.node : null;
  const { name } = parent.type;
  const awaited = awaitedAt(editor.state);
  const around = verifiable(editor.state);
  const block =
    name === "heading" ? `heading${parent.attrs.level}` : name === "callout" ? String(parent.attrs.tone) : name === "item" ? $from.node(-1).type.name : name;
  return {
    block: box ? "" : block,
    inHead: !box && (name === "title" || name === "summary"),
    inTable: name === "cell" || name === "row",
    isBox: box !== null,
    strong: editor.isActive(STRONG),
    link: String(editor.getAttributes(LINK).href ?? ""),
    hasSelection: !selection.empty,
    facts: box?.type.name === "facts" ? (box.attrs.facts as string[]) : null,
    agency: box?.type.name === "contact" ? String(box.attrs.agency) : null,
    figure: figureAt(editor.state)?.node ?? null,
    awaited: awaited && String(awaited.attrs.file ?? ""),
    verify: (around?.node.attrs.verify as string | null | undefined) ?? null,
    verifiable: around !== null,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

interface QuestionProps {
  asking: Exclude<Asking, null>;
  editor: Editor;
  article: ArticleToWrite;
  at: Place;
  close: () => void;
  run: (command: Command) => () => void;
}

/** The dialog that belongs to a button. */
function Question({ asking, editor, article: { facts, agencies, terms, sourceLang }, at, close, run }: QuestionProps) {
  const { t } = useTranslation("writing");
  const common = { lang: sourceLang, onClose: close };
  const factChoices = (): Choice[] => facts.map((fact) => ({ key: fact.key, words: fact.label[sourceLang], beside: formatFact(fact.value, sourceLang) }));
  const agencyChoices = (): Choice[] => agencies.map(({ key, name, phone }) => ({ key, words: name, ...(phone && { beside: phone }) }));
  const done = (act: () => void) => {
    act();
    close();
  };
  /** Into the selected box, or as a new one. */
  const putBox = (name: "facts" | "contact", attrs: object, selected: boolean) =>
    done(selected ? () => editor.commands.updateAttributes(name, attrs) : run(insertBlock(({ schema }) => schema.nodes[name]?.create({ ...attrs }) ?? null)));
  switch (asking) {
    case "link":
      return (
        <LinkDialog
          href={at.link}
          asksWords={!at.hasSelection && !at.link}
          onClose={close}
          onLink={(href, words) =>
            done(() => {
              if (at.hasSelection || at.link) editor.chain().focus().extendMarkRange(LINK).setMark(LINK, { href }).run();
              else
                editor
                  .chain()
                  .focus()
                  .insertContent({ type: "text", text: words, marks: [{ type: LINK, attrs: { href } }] })
                  .run();
            })
          }
          onUnlink={() => done(() => editor.chain().focus().extendMarkRange(LINK).unsetMark(LINK).run())}
        />
      );
    case "fact":
      return (
        <PickOne
          title={t("pick.fact")}
          choices={factChoices()}
          {...common}
          onPick={(key) => done(() => editor.chain().focus().insertContent({ type: FACT, attrs: { key } }).run())}
        />
      );
    case "term":
      return (
        <PickOne
          title={t("pick.term")}
          choices={terms.map(({ key, word, twins: [twin] }) => ({ key, words: word, ...(twin && { beside: twin.word, besideLang: twin.lang }) }))}
          {...common}
          onPick={(key) =>
            done(() =>
              editor
                .chain()
                .focus()
                .insertContent({ type: "text", text: terms.find((term) => term.key === key)?.word ?? key })
                .run(),
            )
          }
        />
      );
    case "facts":
      return (
        <PickSeveral
          title={t("pick.facts")}
          choices={factChoices()}
          chosen={at.facts ?? []}
          {...common}
          onPick={(keys) => putBox("facts", { facts: keys }, at.facts !== null)}
        />
      );
    case "contact":
      return <PickOne title={t("pick.contact")} choices={agencyChoices()} {...common} onPick={(agency) => putBox("contact", { agency }, at.agency !== null)} />;
    case "verify":
      return (
        <PickOne
          title={t("pick.verify")}
          choices={[...(at.verify ? [{ key: "", words: t("verify.none") }] : []), ...agencyChoices()]}
          {...common}
          onPick={(agency) => done(run(setVerify(agency || null)))}
        />
      );
  }
}
