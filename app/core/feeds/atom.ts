import type { ArticleKind } from "../articles/kinds.ts";
import { sha256Hex } from "../hash.ts";
import { type Lang, language, others } from "../language/languages.ts";
import { addressIn, articleAddresses } from "./addresses.ts";
import { xmlText } from "./xml.ts";

export interface AtomEntry {
  /** The article's id: the entry's is made from it, so that it stays when the address changes. */
  articleId: string;
  kind: ArticleKind;
  slug: string;
  title: string;
  summary: string;
  publishedAt: Date;
}

export interface AtomFeed {
  origin: string;
  lang: Lang;
  title: string;
  author: string;
  /** Newest first. */
  entries: readonly AtomEntry[];
  /** Used where there are no entries. */
  now: Date;
}

/** A feed in one language (RFC 4287). Each entry names its twins in the other languages. */
export function atomFeed({ origin, lang, title, author, entries, now }: AtomFeed): string {
  const { tag } = language(lang);
  const updated = entries.reduce((latest, { publishedAt }) => (publishedAt > latest ? publishedAt : latest), entries[0]?.publishedAt ?? now);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tag}">
<id>${stableId(`feed ${lang}`)}</id>
<title>${xmlText(title)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${xmlText(author)}</name><uri>${xmlText(addressIn(origin, lang, ""))}</uri></author>
<link rel="self" type="application/atom+xml" hreflang="${tag}" href="${xmlText(addressIn(origin, lang, "/feed.xml"))}"/>
${links((code) => addressIn(origin, code, ""), lang)}
<icon>${xmlText(`${origin}/icons/192.png`)}</icon>
${entries.map((entry) => entryXml(entry, origin, lang)).join("\n")}
</feed>
`;
}

function entryXml({ articleId, kind, slug, title, summary, publishedAt }: AtomEntry, origin: string, lang: Lang): string {
  const addresses = articleAddresses(origin, kind, slug);
  return `<entry>
<id>${stableId(`${articleId} ${lang}`)}</id>
<title>${xmlText(title)}</title>
<updated>${publishedAt.toISOString()}</updated>
${links((code) => addresses[code], lang)}
<category term="${kind}"/>
<summary>${xmlText(summary)}</summary>
</entry>`;
}

const links = (addressOf: (lang: Lang) => string, lang: Lang): string =>
  [lang, ...others(lang)]
    .map((code) => `<link rel="alternate" type="text/html" hreflang="${language(code).tag}" href="${xmlText(addressOf(code))}"/>`)
    .join("\n");

/** A UUID of one's own making (RFC 9562, version 8): the same for the same name whatever the host. */
export function stableId(name: string): string {
  const hex = sha256Hex(`cau-noi ${name}`);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
