import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { QrCode } from "./qr-code.tsx";

/** An address for a phone's camera; those who cannot scan may copy it. */
export function CarryPanel({ address }: { address: string }) {
  const { state } = useKiosk();
  const { t } = useSpeech();
  const own = address.startsWith(state.content.origin);
  return (
    <>
      <h2 id="panel-title">{t("carry.title")}</h2>
      <p>{t(own ? "carry.body" : "carry.outside")}</p>
      <QrCode address={address} label={t("carry.label")} />
      <p className="address">{decoded(address)}</p>
    </>
  );
}

/** As people read it: letters with their accents. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
