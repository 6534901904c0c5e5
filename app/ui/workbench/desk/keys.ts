/**
 * What the keyboard does at the desk. Alt with a letter that no browser's menus use (D, E, F, H, S, V, B, T are theirs) and no Vietnamese
 * or Chinese input method takes (Alt+Z, Ctrl+Space, Ctrl+Shift are theirs); never Ctrl+Alt, which screen readers and AltGr use.
 */
export const ACTS = [
  "save",
  "nextUnfinished",
  "previousUnfinished",
  "nextRow",
  "previousRow",
  "copySource",
  "insertTerm",
  "undo",
  "comment",
  "history",
  "preview",
  "approve",
  "search",
  "help",
] as const;
export type Act = (typeof ACTS)[number];

interface Key {
  /** Names of the keys as they are engraved. */
  keys: readonly string[];
  /** `KeyboardEvent.code`: the place on the keyboard, the same whatever the layout or input method makes of it. */
  code: string;
  modifier: "Alt" | "Control";
}

const alt = (name: string, code: string): Key => ({ keys: ["Alt", name], code, modifier: "Alt" });

export const KEYS: Record<Act, Key> = {
  save: { keys: ["Ctrl", "Enter"], code: "Enter", modifier: "Control" },
  nextUnfinished: alt("N", "KeyN"),
  previousUnfinished: alt("P", "KeyP"),
  nextRow: alt("↓", "ArrowDown"),
  previousRow: alt("↑", "ArrowUp"),
  copySource: alt("C", "KeyC"),
  insertTerm: alt("I", "KeyI"),
  undo: alt("U", "KeyU"),
  comment: alt("M", "KeyM"),
  history: alt("L", "KeyL"),
  preview: alt("X", "KeyX"),
  approve: alt("A", "KeyA"),
  search: alt("Q", "KeyQ"),
  help: alt("/", "Slash"),
};

type Pressed = Pick<KeyboardEvent, "code" | "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing" | "keyCode">;

/** Whether an input method is putting characters together: its keys are its own, Enter first of all. */
export const isComposing = ({ isComposing, keyCode }: Pick<Pressed, "isComposing" | "keyCode">): boolean => isComposing || keyCode === 229;

interface Hearing {
  /** Whether the key goes to a field, where a question mark is a question mark. */
  typing: boolean;
  /** Whether keys by themselves do something: who speaks the words, or often touches a key by mistake, may have turned them off. */
  singleKeys: boolean;
}

/** What a pressed key asks for; null: nothing of the desk's. */
export function actOf(event: Pressed, { typing, singleKeys }: Hearing): Act | null {
  if (isComposing(event)) return null;
  const { altKey, ctrlKey, metaKey, shiftKey, code, key } = event;
  if (code === "Enter" || key === "Enter") return (ctrlKey || metaKey) && !altKey && !shiftKey ? "save" : null;
  // The full-width mark is what a Chinese keyboard types.
  if (singleKeys && !typing && !altKey && !ctrlKey && !metaKey && (key === "?" || key === "\uFF1F")) return "help";
  if (!altKey || ctrlKey || metaKey || shiftKey) return null;
  return ACTS.find((act) => KEYS[act].modifier === "Alt" && KEYS[act].code === code) ?? null;
}

/** What this browser was asked for at the account's page: `workbench.js` keeps it, and says it here. */
export const areSingleKeysOn = (): boolean => document.documentElement.dataset.singleKeys !== "off";

/** As `aria-keyshortcuts` wants it. */
export const shortcutOf = (act: Act): string =>
  act === "save" ? "Control+Enter Meta+Enter" : KEYS[act].keys.join("+").replace("↓", "ArrowDown").replace("↑", "ArrowUp");
