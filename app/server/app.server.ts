import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Announcement } from "../core/announcement.ts";
import { BASE_STRINGS, RuntimeStrings } from "../i18n/runtime.server.ts";
import { acceptInvitation } from "../use-cases/accept-invitation.ts";
import { addRecording } from "../use-cases/add-recording.ts";
import { answerMessage } from "../use-cases/answer-message.ts";
import { approveByOverride } from "../use-cases/approve-by-override.ts";
import { approveUnits } from "../use-cases/approve-units.ts";
import { askPairing } from "../use-cases/ask-pairing.ts";
import { assignWork } from "../use-cases/assign-work.ts";
import { beginArticle } from "../use-cases/begin-article.ts";
import { cancelSchedule } from "../use-cases/cancel-schedule.ts";
import { changeAccount } from "../use-cases/change-account.ts";
import { changeDisplay } from "../use-cases/change-display.ts";
import { changeMember } from "../use-cases/change-member.ts";
import { changeParticulars } from "../use-cases/change-particulars.ts";
import { changePassword } from "../use-cases/change-password.ts";
import { chooseLanguage } from "../use-cases/choose-language.ts";
import { commentOnUnit } from "../use-cases/comment-on-unit.ts";
import { confirmPairing } from "../use-cases/confirm-pairing.ts";
import { confirmSecondFactor } from "../use-cases/confirm-second-factor.ts";
import { countLookUp } from "../use-cases/count-look-up.ts";
import { countMiss } from "../use-cases/count-miss.ts";
import { createArticle } from "../use-cases/create-article.ts";
import { cropPicture } from "../use-cases/crop-picture.ts";
import { confirmFact, rejectFact } from "../use-cases/decide-fact.ts";
import { disableMember } from "../use-cases/disable-member.ts";
import { finishSignIn } from "../use-cases/finish-sign-in.ts";
import { inviteMember } from "../use-cases/invite-member.ts";
import { makeDemoMembers } from "../use-cases/make-demo-members.ts";
import { notePresence } from "../use-cases/note-presence.ts";
import { noteReport } from "../use-cases/note-report.ts";
import { openFirstInvitation } from "../use-cases/open-first-invitation.ts";
import { orderDisplay } from "../use-cases/order-display.ts";
import type { ClipPorts, PicturePorts } from "../use-cases/ports.ts";
import { proposeFact, proposeVerifiedFact } from "../use-cases/propose-fact.ts";
import { publishArticle } from "../use-cases/publish-article.ts";
import { publishStrings } from "../use-cases/publish-strings.ts";
import { purgeExpired } from "../use-cases/purge-expired.ts";
import { putPlaylist, removePlaylist } from "../use-cases/put-playlist.ts";
import { putRecording, removeRecording } from "../use-cases/put-recording.ts";
import { putSite } from "../use-cases/put-site.ts";
import { putTeam } from "../use-cases/put-team.ts";
import { readInbox } from "../use-cases/read-inbox.ts";
import { removeSecondFactor } from "../use-cases/remove-second-factor.ts";
import { reportObservation } from "../use-cases/report-observation.ts";
import { resolveComment } from "../use-cases/resolve-comment.ts";
import { restoreArticle } from "../use-cases/restore-article.ts";
import { restoreStructure } from "../use-cases/restore-structure.ts";
import { returnUnits } from "../use-cases/return-units.ts";
import { revokeDisplay } from "../use-cases/revoke-display.ts";
import { revokeSession } from "../use-cases/revoke-session.ts";
import { rollBackArticle } from "../use-cases/roll-back-article.ts";
import { rollBackString } from "../use-cases/roll-back-string.ts";
import { saveStructure } from "../use-cases/save-structure.ts";
import { saveWording } from "../use-cases/save-wording.ts";
import { scheduleArticle } from "../use-cases/schedule-article.ts";
import { sendMessage } from "../use-cases/send-message.ts";
import { setDisplayPin } from "../use-cases/set-display-pin.ts";
import { setTopicSignOff } from "../use-cases/set-topic-sign-off.ts";
import { setUpSecondFactor } from "../use-cases/set-up-second-factor.ts";
import { settleMessage } from "../use-cases/settle-message.ts";
import { signIn } from "../use-cases/sign-in.ts";
import { signOffArticle } from "../use-cases/sign-off-article.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { signOutEverywhere } from "../use-cases/sign-out-everywhere.ts";
import { takeBackObservation } from "../use-cases/take-back-observation.ts";
import { renewDisplayToken, takeDisplayToken } from "../use-cases/take-display-token.ts";
import { takeReceipts } from "../use-cases/take-receipts.ts";
import { uploadClip } from "../use-cases/upload-clip.ts";
import { uploadPicture } from "../use-cases/upload-picture.ts";
import { waiveCheck } from "../use-cases/waive-check.ts";
import { withdrawArticle } from "../use-cases/withdraw-article.ts";
import { openSealing } from "./audit/sealing.server.ts";
import { type Database, openDatabase } from "./db/database.server.ts";
import { DataFolderNotWritable } from "./db/refusals.server.ts";
import { type WantedManifests, wantedManifests } from "./displays/wanted.server.ts";
import { type Outbox, openOutbox } from "./events/outbox.server.ts";
import { newId } from "./ids.server.ts";
import { type Images, openImages } from "./images/images.server.ts";
import { publishDue } from "./jobs/due-schedules.server.ts";
import { everyHour, everyMinute, everyMoment } from "./jobs/every.server.ts";
import { openCounting } from "./jobs/progress.server.ts";
import { lookForSilence } from "./jobs/silent-displays.server.ts";
import { log } from "./logging.server.ts";
import { type Media, openMedia } from "./media/media.server.ts";
import { displayReaders } from "./readers/displays.server.ts";
import { kioskReaders } from "./readers/kiosk.server.ts";
import { machineReaders } from "./readers/machines.server.ts";
import { sharedPictures } from "./readers/media.server.ts";
import type { Reading } from "./readers/reading.server.ts";
import { changedDocuments, searchSource } from "./readers/search-source.server.ts";
import { publishedStrings } from "./readers/strings.server.ts";
import { visitorReaders } from "./readers/visitor.server.ts";
import { type ProgressMemory, progressMemory } from "./readers/workbench/home-progress.server.ts";
import { workbenchReaders } from "./readers/workbench.server.ts";
import { missNotes, type NoteMiss } from "./search/misses.server.ts";
import { openSearch, type Search } from "./search/open-search.server.ts";
import { codesWith } from "./sessions/codes.server.ts";
import { limits } from "./sessions/limits.server.ts";
import { type Lock, lockWith } from "./sessions/lock.server.ts";
import { ownSecret } from "./sessions/own-secret.server.ts";
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
  media: Media;
  displays: WantedManifests;
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
  // On PostgreSQL too: the search index lies there.
  await mkdir(settings.dataDir, { recursive: true }).catch((error) => Promise.reject(new DataFolderNotWritable(settings.dataDir, error)));
  const media = openMedia(settings.dataDir, sharedPictures(db));
  const lock = lockWith(await ownSecret(settings.dataDir, settings.secretKey, "second factors"));
  const ports = portsOver(db, media, lock);
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
  const endPublishing = everyMoment("publishing what was scheduled", () => publishDue(db, ports, outbox));
  const endWatching = everyMinute("looking for silent displays", () => lookForSilence(db, ports));
  const endSealing = openSealing(db, ports);
  const memory = progressMemory();
  const endCounting = openCounting(db, ports, memory);

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
    media,
    displays: wantedManifests(),
    sessions: openSessions(db, ports, settings),
    readers: bindReaders({ db, now: ports.now, strings }, settings.origin, memory),
    useCases: bindUseCases(ports),
    async close() {
      await endPurging();
      await endPublishing();
      await endCounting();
      await endWatching();
      await endSealing();
      await outbox.close();
      await images.close();
      await media.close();
      await search.close();
      await db.close();
    },
  };
}

const byStarterName = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace("/prisma/starter/", ""), text]));

const concernsStrings = (announcements: readonly Announcement[]): boolean => announcements.some(({ change }) => change.kind === "strings");

function portsOver(db: Database, pictures: Media, lock: Lock): PicturePorts & ClipPorts {
  const base = { write: db.write, now: () => new Date(), newId, baseStrings: () => BASE_STRINGS };
  return { ...base, passwords: passwords(), secrets, codes: codesWith(lock), limits: limits(base), pictures, clips: pictures.clips };
}

const bindReaders = (reading: Reading, origin: string, memory: ProgressMemory) => ({
  visitor: visitorReaders(reading),
  workbench: workbenchReaders(reading, memory),
  kiosk: kioskReaders(reading, origin),
  displays: displayReaders(reading, origin),
  machines: machineReaders(reading, origin),
});

/** The use-cases as routes call them: bound to this app's ports. */
function bindUseCases(ports: PicturePorts & ClipPorts) {
  const bind =
    <Rest extends unknown[], Result>(useCase: (ports: PicturePorts & ClipPorts, ...rest: Rest) => Promise<Result>) =>
    (...rest: Rest): Promise<Result> =>
      useCase(ports, ...rest);
  return {
    acceptInvitation: bind(acceptInvitation),
    answerMessage: bind(answerMessage),
    approveByOverride: bind(approveByOverride),
    approveUnits: bind(approveUnits),
    askPairing: bind(askPairing),
    assignWork: bind(assignWork),
    changeDisplay: bind(changeDisplay),
    confirmPairing: bind(confirmPairing),
    noteReport: bind(noteReport),
    orderDisplay: bind(orderDisplay),
    renewDisplayToken: bind(renewDisplayToken),
    revokeDisplay: bind(revokeDisplay),
    setDisplayPin: bind(setDisplayPin),
    takeDisplayToken: bind(takeDisplayToken),
    takeReceipts: bind(takeReceipts),
    waiveCheck: bind(waiveCheck),
    beginArticle: bind(beginArticle),
    cancelSchedule: bind(cancelSchedule),
    changeAccount: bind(changeAccount),
    changeMember: bind(changeMember),
    changeParticulars: bind(changeParticulars),
    changePassword: bind(changePassword),
    chooseLanguage: bind(chooseLanguage),
    confirmFact: bind(confirmFact),
    confirmSecondFactor: bind(confirmSecondFactor),
    commentOnUnit: bind(commentOnUnit),
    countLookUp: bind(countLookUp),
    createArticle: bind(createArticle),
    cropPicture: bind(cropPicture),
    disableMember: bind(disableMember),
    finishSignIn: bind(finishSignIn),
    inviteMember: bind(inviteMember),
    makeDemoMembers: bind(makeDemoMembers),
    notePresence: bind(notePresence),
    openFirstInvitation: bind(openFirstInvitation),
    proposeFact: bind(proposeFact),
    proposeVerifiedFact: bind(proposeVerifiedFact),
    publishArticle: bind(publishArticle),
    rejectFact: bind(rejectFact),
    publishStrings: bind(publishStrings),
    addRecording: bind(addRecording),
    uploadClip: bind(uploadClip),
    putPlaylist: bind(putPlaylist),
    removePlaylist: bind(removePlaylist),
    putRecording: bind(putRecording),
    removeRecording: bind(removeRecording),
    putSite: bind(putSite),
    putTeam: bind(putTeam),
    readInbox: bind(readInbox),
    removeSecondFactor: bind(removeSecondFactor),
    reportObservation: bind(reportObservation),
    revokeSession: bind(revokeSession),
    resolveComment: bind(resolveComment),
    restoreArticle: bind(restoreArticle),
    restoreStructure: bind(restoreStructure),
    returnUnits: bind(returnUnits),
    rollBackArticle: bind(rollBackArticle),
    rollBackString: bind(rollBackString),
    saveStructure: bind(saveStructure),
    saveWording: bind(saveWording),
    scheduleArticle: bind(scheduleArticle),
    setTopicSignOff: bind(setTopicSignOff),
    signOffArticle: bind(signOffArticle),
    sendMessage: bind(sendMessage),
    setUpSecondFactor: bind(setUpSecondFactor),
    settleMessage: bind(settleMessage),
    signIn: bind(signIn),
    signOut: bind(signOut),
    signOutEverywhere: bind(signOutEverywhere),
    takeBackObservation: bind(takeBackObservation),
    uploadPicture: bind(uploadPicture),
    withdrawArticle: bind(withdrawArticle),
  };
}
