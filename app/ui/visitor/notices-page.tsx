import { useTranslation } from "react-i18next";
import { live, ON_NOTICES } from "./live-mark.ts";
import { type Notice, NoticeList } from "./notice-list.tsx";

interface Props {
  current: Notice[];
  coming: Notice[];
  ended: Notice[];
  /** The content revision that the page shows. */
  revision: number;
  validUntil: Date | null;
}

/** All notices: what holds now, what is to come, what has ended. */
export function NoticesPage({ current, coming, ended, ...known }: Props) {
  const { t } = useTranslation("pages");
  return (
    <div className="wrap narrow">
      <h1>{t("notices.title")}</h1>
      <p className="lead">{t("notices.lead")}</p>
      <div id="notice-list" {...live(ON_NOTICES, known)}>
        <h2>{t("notices.current")}</h2>
        {current.length > 0 ? <NoticeList notices={current} /> : <p>{t("notices.none")}</p>}
        {coming.length > 0 && (
          <>
            <h2>{t("notices.coming")}</h2>
            <NoticeList notices={coming} />
          </>
        )}
        {ended.length > 0 && (
          <section className="ended" aria-labelledby="ended">
            <h2 id="ended">{t("notices.ended")}</h2>
            <NoticeList notices={ended} />
          </section>
        )}
      </div>
    </div>
  );
}
