import { useTranslation } from "react-i18next";
import type { NoticePhase, NoticeTerms } from "../../core/articles/kinds.ts";
import type { Gate } from "../../core/facts/gate.ts";
import { gateTitle } from "../kit/gate-name.ts";
import { periodWords } from "../kit/notice-period.ts";
import { NoticeSign } from "../kit/notice-sign.tsx";
import { useLang } from "../kit/use-lang.ts";
import { type Document, DocumentArticle, SameIn } from "./document-article.tsx";
import { BY_CLOCK, live } from "./live-mark.ts";
import type { Notice } from "./notice-list.tsx";
import { MorePages } from "./page-list.tsx";
import { boardPath, gatePath, noticePath, noticesPath } from "./paths.ts";

interface Props extends Document {
  notice: NoticeTerms;
  phase: NoticePhase;
  /** The gates it concerns; empty: all. */
  gates: Gate[];
  others: Notice[];
  /** When it begins, ends, or is to be read differently for another reason. */
  validUntil: Date | null;
}

/** One notice: how urgent it is, from when until when it holds and where, then what it says. */
export function NoticePage({ notice, phase, gates, others, validUntil, ...document }: Props) {
  const { t } = useTranslation("pages");
  return (
    <div className="wrap reading">
      <DocumentArticle
        document={document}
        pathOf={noticePath}
        above={{ href: noticesPath(useLang()), title: t("notices.all") }}
        below={<Terms notice={notice} phase={phase} gates={gates} validUntil={validUntil} />}
      />
      <aside>
        <SameIn document={document} pathOf={noticePath} />
        <MorePages id="others" title={t("notice.others")} pages={others} pathOf={noticePath} />
      </aside>
    </div>
  );
}

function Terms({ notice: terms, phase, gates, validUntil }: Pick<Props, "notice" | "phase" | "gates" | "validUntil">) {
  const { t: pages } = useTranslation("pages");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  return (
    <div id="standing" {...live(BY_CLOCK, { validUntil })}>
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
    </div>
  );
}
