import { Trans, useTranslation } from "react-i18next";
import type { SaveState } from "./autosave.ts";

/** Whether what is written is safe, and where. */
export function SaveLine({ state, onSave }: { state: SaveState; onSave: () => void }) {
  const { t } = useTranslation(["writing", "errors"]);
  const troubled = state.kind === "unreachable" || state.kind === "signed_out" || state.kind === "refused";
  return (
    <div className={troubled ? "w-save w-troubled" : "w-save"} data-state={state.kind}>
      <p role="status">
        {state.kind === "unreachable" ? (
          t(state.kept ? "save.unreachable" : "save.unreachableNotKept")
        ) : state.kind === "signed_out" ? (
          // biome-ignore lint/a11y/useAnchorContent: Trans puts the words into the link
          <Trans t={t} i18nKey="save.signedOut" components={{ signIn: <a href="/workbench/sign-in" target="_blank" rel="noreferrer" /> }} />
        ) : state.kind === "refused" ? (
          <>
            {t("save.refused")} {t(`errors:${state.code}.body`, { ...state.details })}
          </>
        ) : (
          t(`save.${state.kind}`)
        )}
      </p>
      {troubled && (
        <button type="button" onClick={onSave}>
          {t("save.again")}
        </button>
      )}
    </div>
  );
}
