import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Tool {
  name: string;
  label: string;
  /** As the editor's library writes it: "Mod-Alt-2". */
  keys?: string;
  pressed?: boolean;
  disabled?: boolean;
  run: () => void;
}

export interface ToolGroup {
  name: string;
  label: string;
  tools: Tool[];
}

/** "Mod" is Ctrl, or Cmd on a Mac. */
const spoken = (keys: string): string => keys.replace("Mod", "Ctrl").replaceAll("-", "+").replace("ArrowUp", "↑").replace("ArrowDown", "↓");
const forReaders = (keys: string): string =>
  ["Control", "Meta"]
    .map((mod) => keys.replace("Mod", mod).replaceAll("-", "+"))
    .filter((one, index, all) => all.indexOf(one) === index)
    .join(" ");

interface ToolbarProps {
  groups: ToolGroup[];
  /** Escape leads back into the text. */
  onLeave: () => void;
  children?: ReactNode;
}

/** The editor's buttons: one stop of the Tab key, arrows lead from one to the next (WAI-ARIA, toolbar pattern). */
export function Toolbar({ groups, onLeave, children }: ToolbarProps) {
  const { t } = useTranslation("writing");
  const bar = useRef<HTMLDivElement>(null);
  const names = groups.flatMap(({ tools }) => tools.map(({ name }) => name));
  const [current, setCurrent] = useState(names[0] ?? "");
  const stop = names.includes(current) ? current : names[0];

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      onLeave();
      return;
    }
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>("button[data-tool]") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  }

  return (
    <div className="w-bar">
      <div ref={bar} className="w-toolbar" role="toolbar" tabIndex={-1} aria-label={t("toolbar.label")} aria-controls="w-text" onKeyDown={onKeyDown}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a toolbar would be a form's
          <div key={group.name} className="w-group" role="group" aria-label={group.label}>
            {group.tools.map((tool) => (
              <ToolButton key={tool.name} tool={tool} isStop={tool.name === stop} onFocus={() => setCurrent(tool.name)} />
            ))}
          </div>
        ))}
      </div>
      {children}
    </div>
  );
}

function ToolButton({ tool: { name, label, keys, pressed, disabled, run }, isStop, onFocus }: { tool: Tool; isStop: boolean; onFocus: () => void }) {
  return (
    <button
      type="button"
      data-tool={name}
      tabIndex={isStop ? 0 : -1}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={keys && forReaders(keys)}
      title={keys ? `${label} (${spoken(keys)})` : undefined}
      onFocus={onFocus}
      // The selection in the text stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => disabled || run()}
    >
      {label}
    </button>
  );
}
