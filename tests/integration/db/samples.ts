import { randomUUID } from "node:crypto";
import type { Article } from "../../../app/core/articles/article.ts";
import type { Edition } from "../../../app/core/articles/edition.ts";
import type { Fact } from "../../../app/core/facts/fact.ts";
import type { Lang } from "../../../app/core/language/languages.ts";
import { type Member, type Role, unlimited } from "../../../app/core/people/roles.ts";
import { type Owner, ofArticle, type Wording } from "../../../app/core/translation/wording.ts";
import type { KeptEdit } from "../../../app/use-cases/ports.ts";

export const NOON = new Date("2026-11-23T05:00:00.000Z");
export const later = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);

export function article(id = "a1", slug = `bai-${id}`): Article {
  const about = {
    kind: "article" as const,
    notice: null,
    topic: "giay-to",
    gates: ["huu-nghi"],
    agency: "border-guard",
    verifiedOn: null,
    verifyAgainBy: "2027-01-31",
  };
  return { id, slug, sourceLang: "vi", revision: 1, tree: [{ kind: "paragraph", id: "p1", verify: "customs" }], about, withdrawnAt: null };
}

/** An edition whose both languages say its number, so that a mixture shows. */
export function edition(number: number, of: Article = article()): Edition {
  const words = { title: `${number}`, summary: `${number}`, p1: `${number}` };
  const body = { tree: of.tree, about: of.about, texts: { vi: words, zh: words }, facts: { "hours.huu-nghi": hours() } };
  return {
    id: randomUUID(),
    articleId: of.id,
    number,
    slug: of.slug,
    body,
    contentHash: `hash-${number}`,
    publishedAt: later(number),
    publishedBy: null,
    note: null,
  };
}

export function hours(closes = "19:00"): Fact {
  const label = { vi: "Giờ mở cửa", zh: "开放时间" };
  const value = { type: "hours" as const, opens: "07:00", closes };
  return { key: "hours.huu-nghi", label, value, agency: "border-guard", mark: "verify", verifiedOn: null, verifyAgainBy: null, source: null };
}

export function wording(revision = 1, text = "Thủ tục", lang: Lang = "vi", unit = "p1", owner: Owner = ofArticle("a1")): Wording {
  return { owner, unit, lang, text, sourceHash: lang === "vi" ? null : "h", revision, editedBy: "m1", editedAt: NOON };
}

export function edit(revision: number | null, at: Date, text = `bản ${revision}`, unit = "p1"): KeptEdit {
  return { id: randomUUID(), owner: ofArticle("a1"), unit, lang: "vi", text, sourceHash: null, revision, by: "m1", at };
}

export function member(id = "m1", roles: Role[] = ["translator"]): Member & { passwordHash: string | null; createdAt: Date; disabledAt: Date | null } {
  return {
    id,
    email: `${id}@langson.example`,
    name: "Nông Thị Hoa",
    lang: "vi",
    grants: roles.map(unlimited),
    roles,
    team: null,
    passwordHash: "$argon2id$",
    createdAt: NOON,
    disabledAt: null,
  };
}
