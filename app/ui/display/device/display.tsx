import { useEffect, useState, useSyncExternalStore } from "react";
import { Both } from "./both.tsx";
import { Card } from "./card/card.tsx";
import { openDevice } from "./device.ts";
import type { Device, DeviceView } from "./device-view.ts";
import { NamePlate } from "./name-plate.tsx";
import { PairingScreen } from "./pairing-screen.tsx";
import { PlainScreen } from "./plain-screen.tsx";
import { StageView } from "./stage-view.tsx";
import { browserSurroundings } from "./surroundings.ts";
import { keepWorker } from "./worker.ts";

/** What every device boots. The server draws it as it starts; all the rest is the device's own. */
export function Display() {
  const [secure, setSecure] = useState(true);
  const device = useDevice(setSecure);
  if (!secure) return <Insecure />;
  return device ? <Running device={device} /> : <Waiting screen="starting" />;
}

function useDevice(setSecure: (secure: boolean) => void): Device | null {
  const [device, setDevice] = useState<Device | null>(null);
  useEffect(() => {
    if (!window.isSecureContext) {
      markAlive("insecure");
      return setSecure(false);
    }
    let opened: Device | null = null;
    let left = false;
    let dismissWorker = () => {};
    const ending = new AbortController();
    void navigator.storage?.persist?.().catch(() => {});
    void openDevice(browserSurroundings()).then((found) => {
      if (left) return found.stop();
      opened = found;
      window.addEventListener("error", ({ message }) => found.trouble(`page: ${message}`), { signal: ending.signal });
      window.addEventListener("unhandledrejection", ({ reason }) => found.trouble(`page: ${String(reason)}`), { signal: ending.signal });
      dismissWorker = keepWorker(found.foundBroken, found.trouble);
      setDevice(found);
    });
    return () => {
      left = true;
      ending.abort();
      dismissWorker();
      opened?.stop();
    };
  }, [setSecure]);
  return device;
}

/** Tells watch.js that this code lives, and tests where it stands. */
function markAlive(screen: string): void {
  document.documentElement.dataset.device = screen;
  performance.mark(`device:${screen}`);
}

function Running({ device }: { device: Device }) {
  const view = useSyncExternalStore(device.subscribe, device.view);
  const identifying = useSyncExternalStore(device.subscribe, device.identifying);
  useEffect(() => markAlive(view.screen), [view.screen]);
  return (
    <>
      <Screen view={view} now={device.now} />
      {identifying && <NamePlate identity={device.identity()} />}
      <Card device={device} />
    </>
  );
}

function Screen({ view, now }: { view: DeviceView; now: () => Date }) {
  switch (view.screen) {
    case "starting":
      return <Waiting screen="starting" away={view.away} />;
    case "pairing":
      return <PairingScreen offer={view.offer} away={view.away} now={now} />;
    case "filling":
      return <Waiting screen="filling" away={view.away} />;
    case "playing":
      return <StageView stage={view.stage} />;
  }
}

function Waiting({ screen, away = false }: { screen: "starting" | "filling"; away?: boolean }) {
  return (
    <PlainScreen screen={screen}>
      <h1>
        <Both words={(t) => (screen === "filling" ? t("filling.title") : t("starting"))} />
      </h1>
      {(screen === "filling" || away) && (
        <p className="device-lead" role="status">
          <Both words={(t) => (away ? t("away") : t("filling.body"))} />
        </p>
      )}
    </PlainScreen>
  );
}

function Insecure() {
  return (
    <PlainScreen screen="insecure">
      <h1>
        <Both words={(t) => t("insecure.title")} />
      </h1>
      <p className="device-lead">
        <Both words={(t) => t("insecure.body")} />
      </p>
    </PlainScreen>
  );
}
