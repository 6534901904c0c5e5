import { useLayoutEffect, useRef } from "react";
import { CarryPanel } from "./carry-panel.tsx";
import { EasePanel } from "./ease-panel.tsx";
import { Icon } from "./icons.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import type { Panel as PanelOf } from "./state.ts";

/** What lies over the screen: it is closed by its button, by the Escape key, and by a touch beside it. */
export function Panel({ panel }: { panel: PanelOf }) {
  const { send } = useKiosk();
  const { t } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it is still there, so that the focus goes back to where it came from.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  const close = () => send({ kind: "panel-closed" });
  return (
    <dialog
      ref={dialog}
      className="panel"
      aria-labelledby="panel-title"
      onCancel={close}
      onClick={(event) => event.target === event.currentTarget && close()}
      onKeyDown={() => {}}
    >
      <div className="box">
        {panel.kind === "carry" ? <CarryPanel address={panel.address} /> : <EasePanel />}
        <button type="button" className="close" onClick={close}>
          <Icon name="close" />
          {t("panel.close")}
        </button>
      </div>
    </dialog>
  );
}
