import { useTranslation } from "react-i18next";
import { type Act, KEYS, shortcutOf } from "./keys.ts";

const HERE = ["copySource", "insertTerm", "undo"] as const satisfies Act[];

/** What the keys do in a row, for hands on a mouse or a screen. */
export function UnitActs({ onAct, terms }: { onAct: (act: Act) => void; terms: boolean }) {
  const { t } = useTranslation("desk");
  return (
    <div className="unit-acts scripted">
      {HERE.filter((act) => terms || act !== "insertTerm").map((act) => (
        <button key={act} type="button" aria-keyshortcuts={shortcutOf(act)} title={KEYS[act].keys.join(" + ")} onClick={() => onAct(act)}>
          {t(`acts.${act}`)}
        </button>
      ))}
    </div>
  );
}
