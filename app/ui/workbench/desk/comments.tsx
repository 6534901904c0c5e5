import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommentView } from "../../../core/translation/desk-around.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { useLang } from "../../kit/use-lang.ts";
import { anchorOf } from "./anchors.ts";
import type { CommentAnswer, SaveRefusal } from "./answers.ts";
import { MentionField } from "./mention-field.tsx";
import { RefusalNote } from "./save-notes.tsx";
import { send } from "./send.ts";
import { useDeskTools } from "./tools.ts";

interface CommentsProps {
  unit: DeskUnit;
  comments: readonly CommentView[];
  /** What was to be said and came back with the page. */
  typed: string;
}

/** What was said about a unit, and a place to say more. Names after an @ reach those they name. */
export function Comments({ unit, comments, typed }: CommentsProps) {
  const { t } = useTranslation("desk");
  const tools = useDeskTools();
  const [text, setText] = useState(typed);
  const [refusal, setRefusal] = useState<SaveRefusal | null>(null);
  const [sending, setSending] = useState(false);
  const action = `#${anchorOf(unit.unit)}`;

  async function submit(event: FormEvent<HTMLFormElement>, after?: () => void): Promise<void> {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const fields = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
    const got = await send<CommentAnswer>(fields, "comments");
    setSending(false);
    setRefusal(got.kind === "refused" ? got : null);
    if (got.kind !== "commented") return;
    tools.refreshComments(unit.unit, got.comments);
    after?.();
  }

  return (
    <div className="comments">
      {comments.length === 0 && <p className="hint">{t("comments.none")}</p>}
      <ol>
        {comments.map((comment) => (
          <li key={comment.id} className={comment.resolved ? "is-resolved" : undefined}>
            <Said comment={comment} />
            <form method="post" action={action} onSubmit={(event) => void submit(event)}>
              <Hidden intent={comment.resolved ? "reopen" : "resolve"} unit={unit.unit} />
              <input type="hidden" name="id" value={comment.id} />
              <button type="submit">{comment.resolved ? t("comments.reopen") : t("comments.resolve")}</button>
            </form>
          </li>
        ))}
      </ol>
      <form className="say" method="post" action={action} onSubmit={(event) => void submit(event, () => setText(""))}>
        <Hidden intent="comment" unit={unit.unit} />
        <MentionField name="text" label={t("comments.label")} hint={t("comments.hint")} value={text} onChange={setText} names={tools.members} />
        {refusal && <RefusalNote refusal={refusal} />}
        <button type="submit" disabled={sending}>
          {t("comments.send")}
        </button>
      </form>
    </div>
  );
}

function Hidden({ intent, unit }: { intent: string; unit: string }) {
  const { owner } = useDeskTools();
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="owner" value={owner} />
      <input type="hidden" name="unit" value={unit} />
    </>
  );
}

function Said({ comment: { by, at, text, resolved } }: { comment: CommentView }) {
  const { t } = useTranslation("desk");
  const lang = useLang();
  const when = (iso: string) => formatDateTime(new Date(iso), lang);
  return (
    <>
      <p className="hint">
        <b>{by ?? t("comments.somebody")}</b> · {when(at)}
      </p>
      <p className="said">{text}</p>
      {resolved && (
        <p className="hint">
          {resolved.by ? t("comments.resolvedBy", { name: resolved.by, at: when(resolved.at) }) : t("comments.resolvedAt", { at: when(resolved.at) })}
        </p>
      )}
    </>
  );
}
