import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import { approvals } from "./approvals.server.ts";
import { articleEdits } from "./article-edits.server.ts";
import { articles } from "./articles.server.ts";
import { assignments } from "./assignments.server.ts";
import { audit } from "./audit.server.ts";
import { comments } from "./comments.server.ts";
import { announce, announceAll, type Content, content } from "./content.server.ts";
import { displayReports } from "./display-reports.server.ts";
import { displays, pairings } from "./displays.server.ts";
import { editions } from "./editions.server.ts";
import { edits } from "./edits.server.ts";
import { factChanges } from "./fact-changes.server.ts";
import { facts } from "./facts.server.ts";
import { inbox } from "./inbox.server.ts";
import { invitations } from "./invitations.server.ts";
import { clips, media } from "./media.server.ts";
import { members } from "./members.server.ts";
import { messages } from "./messages.server.ts";
import { misses } from "./misses.server.ts";
import { places } from "./places.server.ts";
import { playlists, recordings } from "./playlists.server.ts";
import { presence } from "./presence.server.ts";
import { progress } from "./progress.server.ts";
import { rateLimits } from "./rate-limits.server.ts";
import { retention } from "./retention.server.ts";
import { returns } from "./returns.server.ts";
import { schedules } from "./schedules.server.ts";
import { sessions } from "./sessions.server.ts";
import { signOffs } from "./sign-offs.server.ts";
import { sites } from "./sites.server.ts";
import { strings } from "./strings.server.ts";
import { teams } from "./teams.server.ts";
import { terms } from "./terms.server.ts";
import { waivers } from "./waivers.server.ts";
import { wordings } from "./wordings.server.ts";

/** What use-cases write, and what opening the database writes besides. */
export interface StoredTx extends Tx {
  content: Content;
}

/**
 * A transaction as use-cases know it. `assertWhole` throws the first error of any of its steps again: PostgreSQL would answer
 * the commit of a work that swallowed an error by a silent rollback, SQLite by keeping the rest.
 */
export function openTx(client: WriteClient): { tx: StoredTx; assertWhole: () => void } {
  let failure: { error: unknown } | null = null;
  const noted = (error: unknown): never => {
    failure ??= { error };
    throw error;
  };
  const tx: StoredTx = {
    articles: watched(articles(client), noted),
    articleEdits: watched(articleEdits(client), noted),
    wordings: watched(wordings(client), noted),
    edits: watched(edits(client), noted),
    approvals: watched(approvals(client), noted),
    returns: watched(returns(client), noted),
    waivers: watched(waivers(client), noted),
    signOffs: watched(signOffs(client), noted),
    schedules: watched(schedules(client), noted),
    editions: watched(editions(client), noted),
    facts: watched(facts(client), noted),
    factChanges: watched(factChanges(client), noted),
    places: watched(places(client), noted),
    strings: watched(strings(client), noted),
    terms: watched(terms(client), noted),
    members: watched(members(client), noted),
    invitations: watched(invitations(client), noted),
    sessions: watched(sessions(client), noted),
    sites: watched(sites(client), noted),
    teams: watched(teams(client), noted),
    misses: watched(misses(client), noted),
    rateLimits: watched(rateLimits(client), noted),
    messages: watched(messages(client), noted),
    comments: watched(comments(client), noted),
    presence: watched(presence(client), noted),
    assignments: watched(assignments(client), noted),
    progress: watched(progress(client), noted),
    inbox: watched(inbox(client), noted),
    media: watched(media(client), noted),
    clips: watched(clips(client), noted),
    pairings: watched(pairings(client), noted),
    displays: watched(displays(client), noted),
    displayReports: watched(displayReports(client), noted),
    playlists: watched(playlists(client), noted),
    recordings: watched(recordings(client), noted),
    audit: watched(audit(client), noted),
    retention: watched(retention(client), noted),
    content: watched(content(client), noted),
    ...watched({ announce: announce(client), announceAll: announceAll(client) }, noted),
  };
  return {
    tx,
    assertWhole() {
      if (failure) throw failure.error;
    },
  };
}

type Step = (...given: never[]) => Promise<unknown>;

/** The same steps, each of whose errors is noted. */
function watched<T extends object>(steps: T, noted: (error: unknown) => never): T {
  const watch =
    (step: Step): Step =>
    (...given) =>
      step(...given).catch(noted);
  return Object.fromEntries(Object.entries(steps as Record<string, Step>).map(([name, step]) => [name, watch(step)])) as T;
}
