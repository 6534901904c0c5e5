import { useTranslation } from "react-i18next";
import type { NoticePhase, NoticeTerms } from "../../core/articles/kinds.ts";
import type { Gate } from "../../core/facts/gate.ts";
import { gateTitle } from "../kit/gate-name.ts";
import { NoticeSign } from "../kit/notice-sign.tsx";
import { useLang } from "../kit/use-lang.ts";
import { Words } from "../kit/words.tsx";
import { type Document, DocumentArticle, SameIn } from "./document-article.tsx";
import type { Notice } from "./notice-list.tsx";
import { periodWords } from "./notice-period.ts";
import { boardPath, gatePath, noticePath, noticesPath } from "./paths.ts";

interface Props extends Document {
  terms: NoticeTerms;
  phase: NoticePhase;
  /** The gates it concerns; empty: all. */
  gates: Gate[];
  others: Notice[];
}

/** One notice: how urgent it is, from when until when it holds and where, then what it says. */
export function NoticePage({ terms, phase, gates, others, ...document }: Props) {
  const { t } = useTranslation("pages");
  const lang = useLang();
  const pathIn = (code: typeof lang) => noticePath(code, document.slug);
  return (
    <div className="wrap reading">
      <DocumentArticle
        document={document}
        pathIn={pathIn}
        above={
          <p className="crumb">
            <a href={noticesPath(lang)}>{t("notices.all")}</a>
          </p>
        }
        below={<Terms terms={terms} phase={phase} gates={gates} />}
      />
      <aside>
        <SameIn document={document} pathIn={pathIn} />
        {others.length > 0 && (
          <section aria-labelledby="others">
            <h2 id="others">{t("notice.others")}</h2>
            <ul className="links">
              {others.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={noticePath(lang, slug)}>
                    <Words text={title} lang={lang} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </aside>
    </div>
  );
}

function Terms({ terms, phase, gates }: Pick<Props, "terms" | "phase" | "gates">) {
  const { t: pages } = useTranslation("pages");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  return (
    <div className={phase === "ended" ? "terms ended" : `terms level-${terms.level}`}>
      <p className="level">
        <NoticeSign level={terms.level} /> {pages(`notice.level.${terms.level}`)}
      </p>
      {phase !== "current" && <p>{pages(phase === "ended" ? "notice.endedNote" : "notice.comingNote")}</p>}
      <dl className="about">
        <div>
          <dt>{pages("notice.period")}</dt>
          <dd>{periodWords({ pages, common }, terms, lang)}</dd>
        </div>
        <div>
          <dt>{pages("notice.gates")}</dt>
          <dd>
            {gates.map((gate) => (
              <a key={gate.key} href={gatePath(lang, gate.key)}>
                {gateTitle(gate, lang)}
              </a>
            ))}
            {gates.length === 0 && <a href={boardPath(lang)}>{pages("notice.everyGate")}</a>}
          </dd>
        </div>
      </dl>
    </div>
  );
}
