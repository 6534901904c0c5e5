import type { TFunction } from "i18next";
import { type ReactNode, useEffect, useState } from "react";
import { LANGS, type Lang, language } from "../../../../core/language/languages.ts";
import { formatDateTime } from "../../../../i18n/format.ts";
import { Both } from "../both.tsx";
import type { Device, DeviceFacts } from "../device-view.ts";
import { Sheet } from "./sheet.tsx";

/** How often the figures are read anew (ms). */
const EVERY = 2_000;
const SHOWN_ERRORS = 5;

/** What a technician in front of the device wants to know, link or none; and the way to unpair it. */
export function TechniciansCard({ device, onClose }: { device: Device; onClose: () => void }) {
  const facts = useFacts(device);
  const [asking, setAsking] = useState(false);
  return (
    <Sheet title={(t) => t("card.title")} onClose={onClose}>
      {facts && <Rows facts={facts} />}
      <div className="device-acts">
        {asking ? (
          <>
            <p role="alert">
              <Both words={(t) => t("card.unpairAsk")} />
            </p>
            <button type="button" onClick={() => setAsking(false)}>
              <Both words={(t) => t("card.unpairNo")} />
            </button>
            <button type="button" className="grave" onClick={() => void device.unpair()}>
              <Both words={(t) => t("card.unpairYes")} />
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setAsking(true)}>
            <Both words={(t) => t("card.unpair")} />
          </button>
        )}
      </div>
    </Sheet>
  );
}

function useFacts(device: Device): DeviceFacts | null {
  const [facts, setFacts] = useState<DeviceFacts | null>(null);
  useEffect(() => {
    let shut = false;
    const read = () => void device.facts().then((found) => shut || setFacts(found));
    read();
    const timer = setInterval(read, EVERY);
    return () => {
      shut = true;
      clearInterval(timer);
    };
  }, [device]);
  return facts;
}

function Rows({ facts }: { facts: DeviceFacts }) {
  const { identity, held, wanted, lastContact, connected, clockOffset, storage, lasting, waitingReceipts, errors, build, startedAt } = facts;
  const at = (when: Date | null, otherwise: "card.never") => (t: TFunction<"device">, lang: Lang) => (when ? formatDateTime(when, lang) : t(otherwise));
  return (
    <dl className="device-facts">
      <Row label={(t) => t("card.name")}>{identity?.name}</Row>
      <Row label={(t) => t("card.site")}>
        {LANGS.map((lang) => (
          <span key={lang} lang={language(lang).tag} className="both">
            {identity?.siteName[lang]}
          </span>
        ))}
      </Row>
      <Row label={(t) => t("card.kind")}>{identity && <Both words={(t) => t(`card.kinds.${identity.kind}`)} />}</Row>
      <Row label={(t) => t("card.link")}>
        <Both words={(t) => t(connected ? "card.connected" : "card.disconnected")} />
      </Row>
      <Row label={(t) => t("card.contact")}>
        <Both words={at(lastContact, "card.never")} />
      </Row>
      <Row label={(t) => t("card.held")}>
        <Hash of={held} />
      </Row>
      <Row label={(t) => t("card.wanted")}>
        <Hash of={wanted} />
      </Row>
      <Row label={(t) => t("card.clock")}>
        <Both
          words={(t) => (clockOffset === null ? t("card.unknown") : t("card.seconds", { seconds: (Math.round(clockOffset / 100) / 10 || 0).toFixed(1) }))}
        />
      </Row>
      <Row label={(t) => t("card.storage")}>
        <Both words={(t) => (storage ? t("card.megabytes", { used: megabytes(storage.used), quota: megabytes(storage.quota) }) : t("card.unknown"))} />
        {!lasting && <Both words={(t) => t("card.fleeting")} />}
      </Row>
      <Row label={(t) => t("card.receipts")}>{waitingReceipts}</Row>
      <Row label={(t) => t("card.version")}>
        <code>{build}</code>
      </Row>
      <Row label={(t) => t("card.started")}>
        <Both words={(_, lang) => formatDateTime(startedAt, lang)} />
      </Row>
      <Row label={(t) => t("card.errors")}>
        {errors.length === 0 && <Both words={(t) => t("card.noErrors")} />}
        {errors.slice(-SHOWN_ERRORS).map(({ at: when, message }) => (
          <code key={when + message}>
            {when.slice(11, 19)} {message}
          </code>
        ))}
      </Row>
    </dl>
  );
}

function Row({ label, children }: { label: (t: TFunction<"device">) => string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Both words={label} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

const Hash = ({ of }: { of: string | null }) => (of ? <code>{of.slice(0, 16)}</code> : <Both words={(t) => t("card.nothing")} />);

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(bytes > 100 * 2 ** 20 ? 0 : 1);
