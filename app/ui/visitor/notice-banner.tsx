import { useTranslation } from "react-i18next";
import { concernsGate } from "../../core/articles/kinds.ts";
import { NoticeSign } from "../kit/notice-sign.tsx";
import { useLang } from "../kit/use-lang.ts";
import { BY_CLOCK, live, ON_NOTICES } from "./live-mark.ts";
import type { Notice } from "./notice-list.tsx";
import { TitleLink } from "./page-list.tsx";
import { noticePath, noticesPath } from "./paths.ts";

/** A notice with the gates that it concerns; none named: all. */
export interface PlacedNotice extends Notice {
  gates: string[];
}

/**
 * Which of the notices a page shows: emergencies everywhere but on their own page (`slug`); the others where `priority` wishes
 * for them, on a gate's page (`gate`) only those that concern it.
 */
export const shownOn = (notices: readonly PlacedNotice[], { priority, gate, slug }: { priority: boolean; gate?: string; slug?: string }): PlacedNotice[] =>
  notices.filter(
    (notice) => notice.slug !== slug && (notice.terms.level === "emergency" || (priority && (gate === undefined || concernsGate(notice.gates, gate)))),
  );

/** More than these would push the page itself out of sight. */
const SHOWN = 3;

interface Props {
  notices: readonly Notice[];
  /** Whether an open page shows what is published meanwhile; when a notice begins or ends by its own word, every page shows it. */
  follows: boolean;
  /** When the next of them begins or ends. */
  validUntil: Date | null;
}

/** What has to be known before anything else on the page: the notices above the routine, the most urgent first. */
export function NoticeBanner({ notices, follows, validUntil }: Props) {
  return (
    <div id="notices" {...live(follows ? ON_NOTICES : BY_CLOCK, { validUntil })} aria-live="polite">
      <Notices notices={notices} />
    </div>
  );
}

function Notices({ notices }: { notices: readonly Notice[] }) {
  const { t } = useTranslation("pages");
  const lang = useLang();
  if (notices.length === 0) return null;
  return (
    <section className="banner" aria-label={t("notices.urgent")}>
      {notices.slice(0, SHOWN).map(({ slug, title, terms }) => (
        <p key={slug} className={`level-${terms.level}`}>
          <span className="wrap">
            <NoticeSign level={terms.level} />
            <span>
              <b>{t(`notice.level.${terms.level}`)}</b> <TitleLink slug={slug} title={title} pathOf={noticePath} />
            </span>
          </span>
        </p>
      ))}
      {notices.length > SHOWN && (
        <p>
          <span className="wrap">
            <a href={noticesPath(lang)}>{t("notices.all")}</a>
          </span>
        </p>
      )}
    </section>
  );
}
