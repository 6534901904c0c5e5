import type { ReactNode } from "react";
import { type Ease, LOOKS, SIZES } from "./ease.ts";
import { Icon } from "./icons.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";

/** How the screen can be made easier to read and to reach. Everything goes back with the visit. */
export function EasePanel() {
  const { state, send } = useKiosk();
  const { t } = useSpeech();
  const { ease } = state;
  const choose = (change: Partial<Ease>) => send({ kind: "eased", ease: change });
  return (
    <>
      <h2 id="panel-title">{t("ease.title")}</h2>
      <Choice title={t("ease.size.title")}>
        {SIZES.map((size) => (
          <Option key={size} chosen={ease.size === size} onChoose={() => choose({ size })} className={`size-${size}`}>
            {t(`ease.size.${size}`)}
          </Option>
        ))}
      </Choice>
      <Choice title={t("ease.look.title")}>
        {LOOKS.map((look) => (
          <Option key={look ?? "own"} chosen={ease.look === look} onChoose={() => choose({ look })} className={`look-${look ?? "own"}`}>
            {t(`ease.look.${look ?? "own"}`)}
          </Option>
        ))}
      </Choice>
      <Choice title={t("ease.low.title")}>
        {[false, true].map((low) => (
          <Option key={String(low)} chosen={ease.low === low} onChoose={() => choose({ low })}>
            {t(low ? "ease.low.on" : "ease.low.off")}
          </Option>
        ))}
      </Choice>
      <p className="hint">{t("ease.hint")}</p>
    </>
  );
}

function Choice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="choice" aria-label={title}>
      <h3>{title}</h3>
      <div className="options">{children}</div>
    </fieldset>
  );
}

function Option({ chosen, onChoose, children, className }: { chosen: boolean; onChoose: () => void; children: ReactNode; className?: string }) {
  return (
    <button type="button" aria-pressed={chosen} className={className} onClick={onChoose}>
      {chosen && <Icon name="check" />}
      {children}
    </button>
  );
}
