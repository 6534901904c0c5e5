import { useState } from "react";
import { KEPT_DAYS } from "../../../core/messages/message.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { replyAddress } from "./addresses.ts";
import { useNow } from "./clock.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { QrCode } from "./qr-code.tsx";

const DAY_MS = 86_400_000;

/** The number of a message, as large as can be, and the way to its answer for a phone. */
export function SentScreen({ number }: { number: string }) {
  const { state, send } = useKiosk();
  const { t, asking, lang } = useSpeech();
  const now = useNow();
  const [until] = useState(() => new Date(now.getTime() + KEPT_DAYS * DAY_MS));
  return (
    <div className="sent">
      <h1 tabIndex={-1}>{asking("reply.received")}</h1>
      <p>{asking("reply.number")}</p>
      <p className="number" translate="no">
        {number}
      </p>
      <QrCode address={replyAddress(state.content.origin, lang, number)} label={t("sent.label")} />
      <p>{t("sent.scan")}</p>
      <p className="hint">{asking("reply.keep", { until: formatDateTime(until, lang) })}</p>
      <button
        type="button"
        className="pill quiet"
        onClick={() => send({ kind: "written", draft: { text: "", contact: "", consent: false, topic: "", from: "", number: null } })}
      >
        {asking("reply.again")}
      </button>
    </div>
  );
}
