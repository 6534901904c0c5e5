import { useTranslation } from "react-i18next";

/** What a form about displays can have done; the address of the page that follows names one. */
export const FLEET_DONE = [
  "paired",
  "changed",
  "reload",
  "identify",
  "pin",
  "no-pin",
  "revoked",
  "playlist",
  "playlist-out",
  "recording",
  "recording-out",
  "film",
] as const;
export type FleetDone = (typeof FLEET_DONE)[number];

export function FleetDoneNote({ done }: { done: FleetDone | null }) {
  const { t } = useTranslation("fleet");
  return (
    done && (
      <p className="done-box" role="status">
        {t(`done.${done}`)}
      </p>
    )
  );
}
