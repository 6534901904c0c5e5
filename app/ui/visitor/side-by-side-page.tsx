import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SegmentTexts } from "../../core/articles/article.ts";
import type { ArticleNode, ArticleTree, Figure } from "../../core/articles/tree.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type ByLang, type Lang, language, ownFirst } from "../../core/language/languages.ts";
import type { ShownAgency } from "../kit/agency.ts";
import { anchorOf } from "../kit/article-body.tsx";
import { ContactCard } from "../kit/contact-card.tsx";
import { FactBox } from "../kit/fact-box.tsx";
import { FigurePicture } from "../kit/figure-picture.tsx";
import { Inline } from "../kit/inline.tsx";
import { useLang } from "../kit/use-lang.ts";
import { VerifyMark } from "../kit/verify-mark.tsx";
import { DifferLink, DifferMark } from "./differ-link.tsx";
import { articlePath } from "./paths.ts";

export interface Pair {
  slug: string;
  tree: ArticleTree;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
  agencies: ByLang<Record<string, ShownAgency>>;
  today: string;
}

/** An article in every language at once, segment beside segment: to be read together, or shown to an officer. */
export function SideBySidePage(pair: Pair) {
  const { t } = useTranslation("visitor");
  const own = useLang();
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={articlePath(own, pair.slug)}>{t("sideBySide.back")}</a>
      </p>
      <div className="pairs article-body">
        <Beside>{(lang) => <Segment {...pair} id="title" lang={lang} as={lang === own ? "h1" : "p"} className="title" />}</Beside>
        <p className="hint">{t("sideBySide.lead")}</p>
        <Beside at={{ slug: pair.slug, segment: "summary" }}>{(lang) => <Segment {...pair} id="summary" lang={lang} className="summary" />}</Beside>
        {pair.tree.map((node) => (
          <Rows key={node.id} node={node} pair={pair} />
        ))}
      </div>
      <DifferLink from={articlePath(own, pair.slug)} />
    </div>
  );
}

/** One row: the same thing in each language, the visitor's own first, each run tagged as what it is. */
function Beside({ at, children }: { at?: { slug: string; segment: string }; children: (lang: Lang) => ReactNode }) {
  const own = useLang();
  return (
    <div className="pair">
      {ownFirst(own).map((lang) => (
        <div key={lang} lang={language(lang).tag}>
          {children(lang)}
        </div>
      ))}
      {at && <DifferMark from={articlePath(own, at.slug)} segment={at.segment} />}
    </div>
  );
}

function Rows({ node, pair }: { node: ArticleNode; pair: Pair }) {
  const at = { slug: pair.slug, segment: node.id };
  switch (node.kind) {
    case "heading":
      return <Beside at={at}>{(lang) => <Segment {...pair} id={node.id} lang={lang} verify={node.verify} as={`h${node.level}`} />}</Beside>;
    case "paragraph":
    case "callout":
      return (
        <Beside at={at}>
          {(lang) => (
            <Segment {...pair} id={node.id} lang={lang} verify={node.verify} className={node.kind === "callout" ? `callout ${node.tone}` : undefined} />
          )}
        </Beside>
      );
    case "list":
    case "steps":
      return node.children.map((item, index) => (
        <Beside key={item.id} at={{ slug: pair.slug, segment: item.id }}>
          {(lang) => (
            <Segment
              {...pair}
              id={item.id}
              lang={lang}
              verify={item.verify ?? node.verify}
              className={node.kind === "list" ? "bullet" : "step"}
              number={index + 1}
            />
          )}
        </Beside>
      ));
    case "table":
      return node.children.map((row, index) => (
        <Beside key={row.id}>
          {(lang) => (
            <div className={index === 0 ? "cells head" : "cells"}>
              {row.children.map((cell) => (
                <Segment key={cell.id} {...pair} id={cell.id} lang={lang} verify={cell.verify ?? row.verify ?? node.verify} />
              ))}
            </div>
          )}
        </Beside>
      ));
    case "facts":
      return (
        <Beside>
          {(lang) => <FactBox facts={node.facts.flatMap((key) => pair.facts[key] ?? [])} lang={lang} agencies={pair.agencies[lang]} today={pair.today} />}
        </Beside>
      );
    case "contact":
      return <Beside>{(lang) => <Contact pair={pair} agency={node.agency} lang={lang} />}</Beside>;
    case "figure":
      return <Pictured figure={node} pair={pair} />;
    case "item":
    case "row":
    case "cell":
    case "alt":
    case "caption":
      return null;
  }
}

/** Seen once, above what each language says of it. */
function Pictured({ figure: { picture, verify, children }, pair }: { figure: Figure; pair: Pair }) {
  const own = useLang();
  const [alt, caption] = children;
  return (
    <>
      <figure className="picture">
        <FigurePicture picture={picture} alt={pair.texts[own][alt.id] ?? ""} lang={own} facts={pair.facts} id={anchorOf(alt.id)} />
      </figure>
      {caption && (
        <Beside at={{ slug: pair.slug, segment: caption.id }}>
          {(lang) => <Segment {...pair} id={caption.id} lang={lang} verify={caption.verify ?? verify} className="caption" />}
        </Beside>
      )}
    </>
  );
}

function Contact({ pair, agency, lang }: { pair: Pair; agency: string; lang: Lang }) {
  const shown = pair.agencies[lang][agency];
  return shown ? <ContactCard lang={lang} agency={shown} /> : null;
}

interface SegmentProps extends Pair {
  id: string;
  lang: Lang;
  verify?: string | undefined;
  as?: "h1" | "h2" | "h3" | "p";
  className?: string | undefined;
  /** Of a step or a bullet. */
  number?: number;
}

/** The anchor stands on the visitor's own words: an id can be there once. */
function Segment({ id, lang, verify, as: Tag = "p", className, number, texts, facts, agencies }: SegmentProps) {
  const own = useLang() === lang;
  return (
    <Tag id={own ? anchorOf(id) : undefined} className={className}>
      {className === "step" && <b>{number}. </b>}
      <Inline text={texts[lang][id] ?? ""} lang={lang} facts={facts} marks={!verify} />
      {verify && (
        <>
          {" "}
          <VerifyMark lang={lang} agency={agencies[lang][verify]?.name ?? verify} />
        </>
      )}
    </Tag>
  );
}
