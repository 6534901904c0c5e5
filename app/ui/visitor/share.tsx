import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Site } from "./head.ts";
import { LAYOUT_ID } from "./page-meta.ts";
import { qrPath } from "./paths.ts";

/** The page's address to hand on: as words, as a QR code, and by the device's own sharing where scripts (public/portal/share.js) find one. */
export function Share() {
  const { t } = useTranslation("tools");
  const { pathname } = useLocation();
  const site = useRouteLoaderData(LAYOUT_ID) as Site | undefined;
  if (!site) return null;
  return (
    <details className="share">
      <summary className="pill">{t("share.title")}</summary>
      <p>{t("share.lead")}</p>
      <p>
        <code>{site.origin + pathname}</code>
      </p>
      <button type="button" className="pill" data-done={t("share.copied")} hidden>
        {t("share.copy")}
      </button>
      <p>
        <img src={qrPath(pathname)} alt={t("share.code")} width="180" height="180" loading="lazy" />
      </p>
    </details>
  );
}
