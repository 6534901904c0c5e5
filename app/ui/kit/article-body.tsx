import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SegmentTexts } from "../../core/articles/article.ts";
import type { ArticleNode, ArticleTree, Cell, Figure, Table } from "../../core/articles/tree.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type Lang, language } from "../../core/language/languages.ts";
import type { FoundTerms } from "../../core/translation/find-terms.ts";
import type { ShownAgency } from "./agency.ts";
import { ContactCard } from "./contact-card.tsx";
import { FactBox } from "./fact-box.tsx";
import { FigurePicture } from "./figure-picture.tsx";
import { Inline } from "./inline.tsx";
import { VerifyMark } from "./verify-mark.tsx";

/** The same article in another language: where a segment's twin lives. */
export interface Twin {
  lang: Lang;
  /** Address of the page, without a fragment. */
  href: string;
}

export interface ArticleBodyProps {
  lang: Lang;
  tree: ArticleTree;
  texts: SegmentTexts;
  facts: Record<string, Fact>;
  agencies: Record<string, ShownAgency>;
  /** Today in Hanoi, YYYY-MM-DD. */
  today: string;
  /** The level at which the article's headings of level 2 stand. */
  headingBase?: 2 | 3;
  /** `words`: no links at all, where there is no way out (kiosk). */
  links?: "live" | "words";
  /** Given, every segment offers a link to itself in the other languages. */
  twins?: readonly Twin[];
  /** Which words lead to the list of terms, by segment. */
  terms?: FoundTerms["spots"];
  /** False where the same article stands on a page more than once: its segments then carry no addresses. */
  anchored?: boolean;
}

/** The address of a segment within its page. */
export const anchorOf = (segment: string): string => `s-${segment}`;

const addressOf = (node: ArticleNode, { anchored = true }: ArticleBodyProps): string | undefined => (anchored ? anchorOf(node.id) : undefined);

/** An article's tree as a page. Every segment stands under `id="s-<segment>"`; title and summary are the page's own to place. */
export function ArticleBody(props: ArticleBodyProps) {
  return (
    <div className="article-body">
      {props.tree.map((node) => (
        <Node key={node.id} node={node} {...props} />
      ))}
    </div>
  );
}

function Node({ node, ...props }: ArticleBodyProps & { node: ArticleNode }) {
  const { t } = useTranslation("common", { lng: props.lang });
  const { lang, facts, agencies, today, headingBase = 2, links = "live" } = props;
  switch (node.kind) {
    case "heading": {
      const Level = `h${headingBase + node.level - 2}` as "h2" | "h3" | "h4";
      return (
        <div className="heading">
          <Level id={addressOf(node, props)}>
            <Words node={node} {...props} twins={[]} />
          </Level>
          <TwinLinks segment={node.id} {...props} />
        </div>
      );
    }
    case "paragraph":
      return (
        <p id={addressOf(node, props)}>
          <Words node={node} {...props} />
        </p>
      );
    case "list":
    case "steps": {
      const List = node.kind === "list" ? "ul" : "ol";
      return (
        <WithMark node={node} {...props}>
          <List className={node.kind === "steps" ? "steps" : undefined}>
            {node.children.map((item) => (
              <li key={item.id} id={addressOf(item, props)}>
                <Words node={item} {...props} />
              </li>
            ))}
          </List>
        </WithMark>
      );
    }
    case "callout":
      return (
        <div className={`callout ${node.tone}`}>
          <strong>{t(`callout.${node.tone}`)}</strong>
          <p id={addressOf(node, props)}>
            <Words node={node} {...props} />
          </p>
        </div>
      );
    case "table":
      return (
        <WithMark node={node} {...props}>
          <Rows table={node} {...props} />
        </WithMark>
      );
    case "facts":
      return (
        <WithMark node={node} {...props}>
          <div id={addressOf(node, props)}>
            <FactBox facts={node.facts.flatMap((key) => facts[key] ?? [])} lang={lang} agencies={agencies} today={today} links={links} />
          </div>
        </WithMark>
      );
    case "contact": {
      const agency = agencies[node.agency];
      return agency ? <ContactCard lang={lang} agency={agency} links={links} /> : null;
    }
    case "figure":
      return (
        <WithMark node={node} {...props}>
          <Pictured figure={node} {...props} />
        </WithMark>
      );
    case "item":
    case "row":
    case "cell":
    case "alt":
    case "caption":
      return null;
  }
}

/** A picture, said in words for those who do not see it, and what stands under it. */
function Pictured({ figure: { picture, children }, ...props }: ArticleBodyProps & { figure: Figure }) {
  const { lang, texts, facts } = props;
  const [alt, caption] = children;
  return (
    <figure className="picture">
      <FigurePicture picture={picture} alt={texts[alt.id] ?? ""} lang={lang} facts={facts} id={addressOf(alt, props)} />
      {caption && (
        <figcaption id={addressOf(caption, props)}>
          <Words node={caption} {...props} />
        </figcaption>
      )}
    </figure>
  );
}

/** The first row and the first column are headers. It scrolls sideways by itself where a screen is too narrow; the page never does. */
function Rows({ table, ...props }: ArticleBodyProps & { table: Table }) {
  const { t } = useTranslation("common", { lng: props.lang });
  const [head, ...rows] = table.children;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable by keyboard (axe: scrollable-region-focusable)
    <figure className="table" aria-label={t("table")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell) => (
              <th key={cell.id} id={addressOf(cell, props)} scope="col">
                <Words node={cell} {...props} twins={[]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {row.children.map((cell, index) => (
                <BodyCell key={cell.id} cell={cell} first={index === 0} rowMark={index === row.children.length - 1 ? row.verify : undefined} {...props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** `rowMark`: what still has to be confirmed about the whole row is said in its last cell. */
function BodyCell({ cell, first, ...props }: ArticleBodyProps & { cell: Cell; first: boolean; rowMark: string | undefined }) {
  const words = <Words node={cell} {...props} />;
  const id = addressOf(cell, props);
  return first ? (
    <th id={id} scope="row">
      {words}
    </th>
  ) : (
    <td id={id}>{words}</td>
  );
}

/** A segment's words, what still has to be confirmed about them, and the way to their twins. */
function Words({ node, rowMark, ...props }: ArticleBodyProps & { node: ArticleNode; rowMark?: string | undefined }) {
  const { lang, texts, facts, agencies, links = "live", terms } = props;
  const by = node.verify ?? rowMark;
  return (
    <>
      <Inline text={texts[node.id] ?? ""} lang={lang} facts={facts} links={links} marks={!by} terms={terms?.[node.id]} />
      {by && (
        <>
          {" "}
          <VerifyMark lang={lang} agency={agencies[by]?.name ?? by} />
        </>
      )}
      <TwinLinks segment={node.id} {...props} />
    </>
  );
}

/** A mark that concerns a whole list, table or box stands below it. */
function WithMark({ node, lang, agencies, children }: ArticleBodyProps & { node: ArticleNode; children: ReactNode }) {
  if (!node.verify) return children;
  return (
    <>
      {children}
      <p className="standing">
        <VerifyMark lang={lang} agency={agencies[node.verify]?.name ?? node.verify} />
      </p>
    </>
  );
}

/** The way to a segment's twins. Its words are drawn by the stylesheet from `aria-label`, so that they are never read, copied or found as part of the text. */
export function TwinLinks({ segment, twins }: { segment: string; twins?: readonly Twin[] }) {
  return twins?.map(({ lang, href }) => (
    // biome-ignore lint/a11y/useAnchorContent: it is in aria-label
    <a
      key={lang}
      className="twin"
      href={`${href}#${anchorOf(segment)}`}
      lang={language(lang).tag}
      hrefLang={language(lang).tag}
      aria-label={language(lang).name}
    />
  ));
}
