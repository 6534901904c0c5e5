import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** What forms about people can have done; the address of the page that follows names one. */
export const DONE = ["changed", "signed-out", "factor-removed", "factor-on", "disabled", "enabled", "account", "password", "revoked", "team", "site"] as const;
export type Done = (typeof DONE)[number];

export function DoneNote({ done }: { done: Done | null }) {
  const { t } = useTranslation("people");
  return done && <DoneBox title={t("done.title")}>{t(`done.${done}`)}</DoneBox>;
}

function DoneBox({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="done-box" role="status">
      <b>{title}</b>
      <div>{children}</div>
    </div>
  );
}
