import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Announcement } from "../core/announcement.ts";
import { BASE_STRINGS, RuntimeStrings } from "../i18n/runtime.server.ts";
import { acceptInvitation } from "../use-cases/accept-invitation.ts";
import { answerMessage } from "../use-cases/answer-message.ts";
import { approveUnits } from "../use-cases/approve-units.ts";
import { chooseLanguage } from "../use-cases/choose-language.ts";
import { countLookUp } from "../use-cases/count-look-up.ts";
import { countMiss } from "../use-cases/count-miss.ts";
import { createArticle } from "../use-cases/create-article.ts";
import { inviteMember } from "../use-cases/invite-member.ts";
import { openFirstInvitation } from "../use-cases/open-first-invitation.ts";
import type { Ports } from "../use-cases/ports.ts";
import { publishArticle } from "../use-cases/publish-article.ts";
import { publishStrings } from "../use-cases/publish-strings.ts";
import { purgeExpired } from "../use-cases/purge-expired.ts";
import { reportObservation } from "../use-cases/report-observation.ts";
import { saveWording } from "../use-cases/save-wording.ts";
import { sendMessage } from "../use-cases/send-message.ts";
import { settleMessage } from "../use-cases/settle-message.ts";
import { signIn } from "../use-cases/sign-in.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { takeBackObservation } from "../use-cases/take-back-observation.ts";
import { withdrawArticle } from "../use-cases/withdraw-article.ts";
import { type Database, openDatabase } from "./db/database.server.ts";
import { type Outbox, openOutbox } from "./events/outbox.server.ts";
import { newId } from "./ids.server.ts";
import { type Images, openImages } from "./images/images.server.ts";
import { everyHour } from "./jobs/every-hour.server.ts";
import { log } from "./logging.server.ts";
import { kioskReaders } from "./readers/kiosk.server.ts";
import { machineReaders } from "./readers/machines.server.ts";
import type { Reading } from "./readers/reading.server.ts";
import { changedDocuments, searchSource } from "./readers/search-source.server.ts";
import { publishedStrings } from "./readers/strings.server.ts";
import { visitorReaders } from "./readers/visitor.server.ts";
import { workbenchReaders } from "./readers/workbench.server.ts";
import { missNotes, type NoteMiss } from "./search/misses.server.ts";
import { openSearch, type Search } from "./search/open-search.server.ts";
import { limits } from "./sessions/limits.server.ts";
import { passwords } from "./sessions/passwords.server.ts";
import { secrets } from "./sessions/secrets.server.ts";
import { openSessions, type Sessions } from "./sessions/sessions.server.ts";
import type { Settings } from "./settings.server.ts";
import { loadStarter } from "./starter/load-starter.server.ts";
import { readStarter } from "./starter/read-starter.server.ts";

/** Everything that a request can reach, wired once at start. */
export interface App {
  settings: Settings;
  db: Database;
  outbox: Outbox;
  strings: RuntimeStrings;
  search: Search;
  /** Counts a search that found nothing. */
  noteMiss: NoteMiss;
  images: Images;
  sessions: Sessions;
  readers: ReturnType<typeof bindReaders>;
  useCases: ReturnType<typeof bindUseCases>;
  close(): Promise<void>;
}

/** A small index is ready before the first visitor; a large one that has to be made anew keeps nobody waiting longer. */
const LONGEST_WAIT_FOR_SEARCH_MS = 2_000;

const starterFiles = import.meta.glob<string>("/prisma/starter/**/*.yaml", { query: "?raw", import: "default", eager: true });

/**
 * Opens the database, brings it to this code's schema and fills it when it is empty; then everything that lives from it.
 * @param progress told in one line each what takes a moment
 * @throws DatabaseNewer, DataFolderNotWritable, and what the database says when it can't be reached
 */
export async function openApp(settings: Settings, progress: (line: string) => void): Promise<App> {
  const db = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir });
  const ports = portsOver(db);
  await loadStarter(ports, readStarter(byStarterName(starterFiles)), (line) => progress(`starter content: ${line}`));

  const strings = new RuntimeStrings(() => publishedStrings(db));
  const outbox = await openOutbox(db);
  const search = openSearch({
    file: join(settings.dataDir, "search.db"),
    source: searchSource(db),
    report: (trouble) => log.error("the search index is made again", trouble),
  });
  const images = openImages(settings.dataDir, strings);
  await strings.reload();
  outbox.onApply(async (announcements) => {
    if (concernsStrings(announcements)) await strings.reload();
    const { changed, removed } = await changedDocuments(db, announcements);
    await search.apply(announcements.at(-1)?.id ?? 0, outbox.generationId(), changed, removed);
  });
  await outbox.catchUp();
  await Promise.race([search.ready(), pause(LONGEST_WAIT_FOR_SEARCH_MS, null, { ref: false })]);
  const endPurging = everyHour("purging what is over", () => purgeExpired(ports));

  return {
    settings,
    db,
    outbox,
    strings,
    search,
    noteMiss: missNotes(
      (miss) => countMiss(ports, miss),
      ports.now,
      (trouble) => log.error("a search in vain was not counted", trouble),
    ),
    images,
    sessions: openSessions(db, ports, settings),
    readers: bindReaders({ db, now: ports.now, strings }, settings.origin),
    useCases: bindUseCases(ports),
    async close() {
      await endPurging();
      await outbox.close();
      await images.close();
      await search.close();
      await db.close();
    },
  };
}

const byStarterName = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace("/prisma/starter/", ""), text]));

const concernsStrings = (announcements: readonly Announcement[]): boolean => announcements.some(({ change }) => change.kind === "strings");

function portsOver(db: Database): Ports {
  const base = { write: db.write, now: () => new Date(), newId, baseStrings: () => BASE_STRINGS };
  return { ...base, passwords: passwords(), secrets, limits: limits(base) };
}

const bindReaders = (reading: Reading, origin: string) => ({
  visitor: visitorReaders(reading),
  workbench: workbenchReaders(reading),
  kiosk: kioskReaders(reading),
  machines: machineReaders(reading, origin),
});

/** The use-cases as routes call them: bound to this app's ports. */
function bindUseCases(ports: Ports) {
  const bind =
    <Rest extends unknown[], Result>(useCase: (ports: Ports, ...rest: Rest) => Promise<Result>) =>
    (...rest: Rest): Promise<Result> =>
      useCase(ports, ...rest);
  return {
    acceptInvitation: bind(acceptInvitation),
    answerMessage: bind(answerMessage),
    approveUnits: bind(approveUnits),
    chooseLanguage: bind(chooseLanguage),
    countLookUp: bind(countLookUp),
    createArticle: bind(createArticle),
    inviteMember: bind(inviteMember),
    openFirstInvitation: bind(openFirstInvitation),
    publishArticle: bind(publishArticle),
    publishStrings: bind(publishStrings),
    reportObservation: bind(reportObservation),
    saveWording: bind(saveWording),
    sendMessage: bind(sendMessage),
    settleMessage: bind(settleMessage),
    signIn: bind(signIn),
    signOut: bind(signOut),
    takeBackObservation: bind(takeBackObservation),
    withdrawArticle: bind(withdrawArticle),
  };
}
