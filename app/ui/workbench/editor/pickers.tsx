import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isSafeHref } from "../../../core/articles/inline.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { bareLetters } from "../../../core/language/text.ts";
import { Field } from "../field.tsx";
import { Dialog } from "./dialog.tsx";

/** So many choices are listed at once; typing narrows them. */
const MOST = 60;

export interface Choice {
  key: string;
  words: string;
  /** What stands beside it: a value, the other language's word. */
  beside?: string;
  besideLang?: Lang;
}

interface PickerProps {
  title: string;
  choices: readonly Choice[];
  lang: Lang;
  onClose: () => void;
}

const matching = (choices: readonly Choice[], wanted: string): Choice[] => {
  const parts = bareLetters(wanted).split(/\s+/).filter(Boolean);
  return choices.filter(({ key, words, beside = "" }) => {
    const said = bareLetters(`${words} ${beside} ${key}`);
    return parts.every((part) => said.includes(part));
  });
};

/** Enter takes the first that is found. */
function Search({ onChange, onEnter }: { onChange: (wanted: string) => void; onEnter: () => void }) {
  const { t } = useTranslation("writing");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onEnter();
      }}
    >
      <Field label={t("dialog.search")} type="search" autoComplete="off" onChange={(event) => onChange(event.target.value)} />
    </form>
  );
}

/** One of many, found by typing. */
export function PickOne({ title, choices, lang, onClose, onPick }: PickerProps & { onPick: (key: string) => void }) {
  const { t } = useTranslation("writing");
  const [wanted, setWanted] = useState("");
  const found = matching(choices, wanted);
  return (
    <Dialog title={title} onClose={onClose}>
      {choices.length > 8 && <Search onChange={setWanted} onEnter={() => found[0] && onPick(found[0].key)} />}
      <ul className="w-choices">
        {found.slice(0, MOST).map((choice) => (
          <li key={choice.key}>
            <button type="button" onClick={() => onPick(choice.key)}>
              <ChoiceWords choice={choice} lang={lang} />
            </button>
          </li>
        ))}
      </ul>
      <Found count={found.length} none={t("dialog.none")} />
    </Dialog>
  );
}

/** Several of many, in the order in which they are ticked. */
export function PickSeveral({ title, choices, lang, chosen, onClose, onPick }: PickerProps & { chosen: readonly string[]; onPick: (keys: string[]) => void }) {
  const { t } = useTranslation("writing");
  const [wanted, setWanted] = useState("");
  const [keys, setKeys] = useState<string[]>([...chosen]);
  const found = matching(choices, wanted);
  return (
    <Dialog title={title} onClose={onClose}>
      <Search onChange={setWanted} onEnter={() => keys.length && onPick(keys)} />
      <ul className="w-choices">
        {found.slice(0, MOST).map((choice) => (
          <li key={choice.key}>
            <label className="choice">
              <input
                type="checkbox"
                checked={keys.includes(choice.key)}
                onChange={(event) => setKeys(event.target.checked ? [...keys, choice.key] : keys.filter((key) => key !== choice.key))}
              />
              <span>
                <ChoiceWords choice={choice} lang={lang} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Found count={found.length} none={t("dialog.none")} />
      <button type="button" className="primary" disabled={keys.length === 0} onClick={() => onPick(keys)}>
        {t("dialog.insertSeveral", { count: keys.length })}
      </button>
    </Dialog>
  );
}

function ChoiceWords({ choice: { words, beside, besideLang }, lang }: { choice: Choice; lang: Lang }) {
  return (
    <>
      <span lang={language(lang).tag}>{words}</span>
      {beside && (
        <>
          {" "}
          <span className="w-beside" lang={language(besideLang ?? lang).tag}>
            {beside}
          </span>
        </>
      )}
    </>
  );
}

function Found({ count, none }: { count: number; none: string }) {
  const { t } = useTranslation("writing");
  return (
    <p className="hint" role="status">
      {count === 0 ? none : count > MOST ? t("dialog.more", { shown: MOST, count }) : ""}
    </p>
  );
}

interface LinkDialogProps {
  href: string;
  /** Nothing is selected: the words are asked for. */
  asksWords: boolean;
  onClose: () => void;
  onLink: (href: string, words: string) => void;
  onUnlink: () => void;
}

/** What people write for an address: without https, a number, a mailbox. */
function hrefOf(typed: string): string {
  const text = typed.trim();
  if (isSafeHref(text)) return text;
  if (/^\+?[\d .-]{3,20}$/.test(text)) return `tel:${text.replace(/[ .-]/g, "")}`;
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]+$/i.test(text)) return `mailto:${text}`;
  return /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text) ? `https://${text}` : text;
}

export function LinkDialog({ href, asksWords, onClose, onLink, onUnlink }: LinkDialogProps) {
  const { t } = useTranslation("writing");
  const [problem, setProblem] = useState(false);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const address = hrefOf(String(form.get("href") ?? ""));
    if (!isSafeHref(address) || /[()\s]/.test(address)) setProblem(true);
    else onLink(address, String(form.get("words") ?? "").trim() || address.replace(/^(?:https:\/\/|tel:|mailto:)/, ""));
  }
  return (
    <Dialog title={t("link.title")} onClose={onClose}>
      <form className="w-link-form" onSubmit={submit}>
        <Field
          label={t("link.address")}
          hint={t("link.hint")}
          name="href"
          defaultValue={href}
          autoComplete="off"
          problem={problem ? t("link.problem") : null}
        />
        {asksWords && <Field label={t("link.words")} name="words" autoComplete="off" />}
        <div className="w-buttons">
          <button type="submit" className="primary">
            {t("link.set")}
          </button>
          {href && (
            <button type="button" onClick={onUnlink}>
              {t("link.remove")}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
