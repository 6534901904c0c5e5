import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { type Hello, REPORT_EVERY_SECONDS, type Receipt, type ReceiptsTaken, type Report } from "../../../core/displays/protocol.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { createClock } from "./clock.ts";
import { makeKey, readKey } from "./device-key.ts";
import type { Device, DeviceView } from "./device-view.ts";
import { type Facts, factStep, readFact } from "./facts.ts";
import { type HeldContent, heldContent, readHolding } from "./held-content.ts";
import { openKeeper } from "./keeper.ts";
import { type Link, openLink } from "./link.ts";
import { nextTurn } from "./next-turn.ts";
import { openOrders } from "./orders.ts";
import { startPairing } from "./pairing.ts";
import { openReceipts } from "./receipts.ts";
import { refusalOf } from "./server-asking.ts";
import type { Stage } from "./stage.ts";
import type { Surroundings } from "./surroundings.ts";
import { between, openTimers } from "./timers.ts";
import { withToken } from "./token-asking.ts";
import { openTroubleLog } from "./trouble-log.ts";

const MINUTE = 60_000;

export async function openDevice(around: Surroundings): Promise<Device> {
  const startedAt = new Date();
  const listeners = new Set<() => void>();
  const stageListeners = new Set<() => void>();
  const { later, runs, stop: stopTimers } = openTimers();
  const troubles = openTroubleLog();
  let view: DeviceView = { screen: "starting", away: false };
  let stopped = false;
  let link: Link | null = null;
  let stopPairing: (() => void) | null = null;
  let content: HeldContent | null = null;
  let wanted: string | null = null;
  let lastContact: Date | null = null;
  let showing: { what: string; lang: Lang | null } = { what: "", lang: null };
  let reporting = false;
  let reportAgain = false;
  let leaving = false;

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const tellStage = () => {
    for (const listener of [...stageListeners]) listener();
  };
  const show = (next: DeviceView) => {
    view = next;
    tell();
  };
  const trouble = troubles.note;

  /** Something that the report tells, and that is to be seen. */
  function changed(): void {
    tell();
    later("report", 0, report);
  }

  const shelf = await around.openShelf(trouble, () => void restore());
  const read = <Name extends keyof Facts>(name: Name) => readFact(shelf, name);
  let [identity, notices] = [await read("identity"), await read("notices")];
  let key = await readKey(shelf).catch(() => null);
  let confirmed = await read("confirmed");
  const clock = createClock(await read("clock"));
  const ask = withToken(
    around.ask,
    (at) => (key && identity ? key.sign(identity.id, at) : null),
    () => {
      if (identity || keeper.held()) void leave();
    },
  );
  const receipts = openReceipts(shelf, deliver);
  const orders = openOrders((await read("ordersDone")) ?? [], around, (ids) => keep({ ordersDone: ids }), changed);
  const keeper = await openKeeper(shelf, ask, swapped, trouble);

  /** Keeps facts; what cannot be kept is told, and goes on in memory. */
  function keep(changed: Partial<{ [Name in keyof Facts]: Facts[Name] | undefined }>): Promise<void> {
    const steps = (Object.keys(changed) as (keyof Facts)[]).map((name) => factStep(name, changed[name]));
    return shelf.change(steps).catch((error) => trouble(`keep: ${String(error)}`));
  }

  /** The browser's store was found damaged and begun anew: what is still in memory goes into it. */
  async function restore(): Promise<void> {
    await keep({ ...(identity && { identity }), ...(notices && { notices }), ordersDone: orders.done(), clock: clock.state() });
    await key?.keep(shelf).catch((error) => trouble(`keep: ${String(error)}`));
    await keeper.verify();
    if (wanted) bringUp(wanted);
  }

  async function deliver(batch: Receipt[]): Promise<ReceiptsTaken> {
    const answer = await ask("/display/receipts", { method: "POST", body: batch });
    if (!answer.ok) throw new Error(`receipts: ${answer.status}`);
    return (await answer.json()) as ReceiptsTaken;
  }

  // Pairing

  function pair(kept: Facts["offer"] | null): void {
    link?.stop();
    link = null;
    stopPairing?.();
    stopPairing = startPairing(kept, {
      async ask(path, init) {
        const answer = await around.ask(path, init);
        const date = Date.parse(answer.headers.get("date") ?? "");
        if (!Number.isNaN(date)) clock.heard(new Date(date));
        return answer;
      },
      async wish() {
        key ??= await makeKey(shelf);
        return { ...around.size(), key: key.publicKey };
      },
      now: clock.now,
      show: (state) => show({ screen: "pairing", ...state }),
      keep: (offer) => void keep({ offer: offer ?? undefined }),
      paired(as) {
        identity = as;
        // On the disk before anything else: the cookie is not, for half a minute.
        void keep({ identity, offer: undefined, unpaired: undefined, clock: clock.state() }).then(start);
      },
    });
  }

  async function leave(byHand = false): Promise<void> {
    if (leaving) return;
    leaving = true;
    link?.stop();
    link = null;
    [identity, key, notices, content, wanted, confirmed] = [null, null, null, null, null, null];
    orders.forget();
    keeper.forget();
    show({ screen: "pairing", offer: null, away: false });
    await shelf.clear().catch((error) => trouble(`clear: ${String(error)}`));
    await keep({ clock: clock.state(), ...(byHand && { unpaired: true as const }) });
    leaving = false;
    pair(null);
  }

  // Playing

  const stage: Stage = {
    manifest() {
      const held = keeper.held();
      if (!held) throw new Error("nothing is held");
      return held.manifest;
    },
    size: () => identity?.size ?? null,
    get content() {
      return content as HeldContent;
    },
    notices: () => notices ?? keeper.held()?.manifest.notices ?? [],
    subscribe(listener) {
      stageListeners.add(listener);
      return () => stageListeners.delete(listener);
    },
    now: clock.now,
    shown({ item, lang, at, seconds }) {
      receipts
        .add({ item, lang, at: at.toISOString(), seconds })
        .then(() => runs("deliver") || later("deliver", between(5_000, 15_000), deliverReceipts))
        .catch((error) => trouble(`receipt: ${String(error)}`));
    },
    showing(what, lang) {
      showing = { what, lang };
    },
    trouble,
  };

  async function play(): Promise<void> {
    const holding = await readHolding(keeper);
    if (!holding) return show({ screen: "filling", away: !link?.connected() });
    content = heldContent(holding, keeper, () => ({
      connected: link?.connected() ?? false,
      confirmedAt: new Date(confirmed ?? holding.content.generatedAt),
    }));
    watchNotices();
    await around.beforePlaying();
    if (keeper.held()) show({ screen: "playing", stage });
  }

  function swapped(): void {
    const held = keeper.held();
    if (!held) return;
    around.swapped(new Set(held.manifest.resources.map(({ path }) => path)), held.sha256);
    if (content) void content.refresh().then(tellStage);
    later("report", between(0, 500), report);
  }

  function tellNotices(next: DisplayNotice[]): void {
    notices = next;
    watchNotices();
    tellStage();
  }

  /** A notice begins and ends on time, link or none. */
  function watchNotices(): void {
    const turn = nextTurn(stage.notices(), clock.now());
    if (!turn) return;
    const wait = Math.min(turn.getTime() - clock.now().getTime(), 10 * MINUTE);
    later("notices", Math.max(wait, 0) + 5, () => {
      tellStage();
      watchNotices();
    });
  }

  // The link

  function follow(): void {
    link?.stop();
    link = openLink(around.openStream, mayOpen, {
      hello,
      manifest: (said) => {
        if (typeof said.manifest === "string") bringUp(said.manifest);
      },
      notices(said) {
        if (!Array.isArray(said.notices)) return;
        tellNotices(said.notices);
        void keep({ notices: said.notices });
      },
      order: (order) => void orders.obey([order]),
      revoked: () => void leave(),
      lost() {
        content?.contactChanged();
        if (view.screen === "filling") show({ ...view, away: true });
      },
    });
  }

  /** Whether the stream is worth another try: learns by a plain question whether the token still opens anything. */
  async function mayOpen(): Promise<boolean> {
    await ask("/display/manifest").then(
      (answer) => answer.body?.cancel(),
      () => {},
    );
    return !stopped && view.screen !== "pairing";
  }

  function hello(said: Hello): void {
    lastContact = new Date(said.now);
    clock.heard(lastContact);
    identity = said.identity;
    tellNotices(said.notices);
    void keep({ identity, notices: said.notices, clock: clock.state() });
    tell();
    bringUp(said.manifest);
    void orders.all(said.orders);
    deliverReceipts();
    later("report", between(0, 2_000), report);
  }

  /** Comes to hold what is wanted, however often it takes. */
  function bringUp(sha256: string): void {
    wanted = sha256;
    void keeper.hold(sha256).then((outcome) => {
      if (wanted !== sha256 || stopped) return;
      if (outcome !== "held") later("report", 500, report);
      if (outcome === "held") {
        confirmed = clock.now().toISOString();
        void keep({ confirmed });
        if (view.screen === "playing") content?.contactChanged();
        else void play();
      } else if (link?.connected()) later("hold", outcome === "full" ? 5 * MINUTE : between(2_000, 10_000), () => wanted && bringUp(wanted));
    });
  }

  // Messages

  function deliverReceipts(): void {
    void receipts.deliver().then((all) => all || later("deliver", between(20_000, 40_000), deliverReceipts));
  }

  /** What is to be told while a report is under way is told right after it: that one may not know it yet. */
  function report(): void {
    if (reporting) {
      reportAgain = true;
      return;
    }
    reporting = true;
    void sendReport().finally(() => {
      later("report", reportAgain ? 0 : REPORT_EVERY_SECONDS * between(900, 1_100), report);
      reporting = false;
      reportAgain = false;
    });
  }

  async function sendReport(): Promise<void> {
    if (!link) return;
    const told = troubles.all();
    const message: Report = {
      manifest: keeper.held()?.sha256 ?? null,
      clockOffset: clock.offset(),
      storage: await around.storage(),
      showing: view.screen === "playing" ? showing.what : view.screen,
      lang: showing.lang,
      errors: told,
      ordersDone: orders.done(),
      build: around.build,
      startedAt: startedAt.toISOString(),
    };
    try {
      const answer = await ask("/display/report", { method: "POST", body: message });
      if (!answer.ok) return trouble(`report: ${answer.status}`);
      troubles.told(told);
      lastContact = clock.now();
      void keep({ clock: clock.state() });
    } catch {
      // A stream that is dead without having said so is found out by this.
      link?.renew();
    }
  }

  async function start(): Promise<void> {
    stopPairing?.();
    stopPairing = null;
    if (keeper.held()) await play();
    else show({ screen: "filling", away: false });
    follow();
    later("report", between(5_000, 10_000), report);
    later("verify", 1_000, () => void verify());
  }

  /** Everything is hashed when the page begins, and every hour. */
  async function verify(): Promise<void> {
    const broken = await keeper.verify().catch(() => ["unreadable"]);
    if (broken.length > 0 && wanted && link?.connected()) bringUp(wanted);
    later("verify", 60 * MINUTE, () => void verify());
  }

  async function begin(): Promise<void> {
    if (identity || keeper.held()) return start();
    const offer = await read("offer");
    if (offer || (await read("unpaired"))) return pair(offer);
    return lookForToken();
  }

  /** The store may have been lost, and the cookie not: nobody is sent for a technician before the server has said so. */
  async function lookForToken(): Promise<void> {
    const answer = await around.ask("/display/manifest").catch(() => null);
    const refusal = answer && (await refusalOf(answer));
    await answer?.body?.cancel();
    if (stopped) return;
    if (answer?.ok) return start();
    if (refusal) return pair(null);
    show({ screen: "starting", away: true });
    later("look", between(3_000, 8_000), () => void lookForToken());
  }

  void begin();
  return {
    view: () => view,
    identifying: orders.identifying,
    identity: () => identity,
    now: clock.now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async facts() {
      return {
        identity,
        held: keeper.held()?.sha256 ?? null,
        wanted,
        lastContact,
        connected: link?.connected() ?? false,
        clockOffset: clock.offset(),
        storage: await around.storage(),
        lasting: shelf.lasting,
        waitingReceipts: (await shelf.keys("receipts").catch(() => [])).length,
        errors: troubles.all(),
        build: around.build,
        startedAt,
      };
    },
    unpair: () => leave(true),
    trouble,
    foundBroken(sha256) {
      void keeper.suspect(sha256).then((broken) => broken && wanted && link?.connected() && bringUp(wanted));
    },
    stop() {
      stopped = true;
      link?.stop();
      stopPairing?.();
      stopTimers();
      orders.stop();
    },
  };
}
