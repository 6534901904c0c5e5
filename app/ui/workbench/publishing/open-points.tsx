import { useTranslation } from "react-i18next";
import type { OpenPoint } from "../../../core/workflow/edition-to-be.ts";
import type { PublishView } from "../../../core/workflow/publishing-views.ts";
import { deskAddress } from "./change-list.tsx";

type OpenPointsProps = Pick<PublishView, "open" | "kinds" | "names"> & { slug: string };

/** What still stands between an article and its readers, each with the way to where it is mended. */
export function OpenPoints({ open, kinds, names, slug }: OpenPointsProps) {
  const { t } = useTranslation(["publishing", "workbench"]);
  return (
    <ul className="changes">
      {open.map((point) => (
        <li key={keyOf(point)}>{words(point)}</li>
      ))}
    </ul>
  );

  function words(point: OpenPoint) {
    switch (point.kind) {
      case "unit":
        return (
          <>
            <a href={deskAddress(slug, point.unit)}>{t(`workbench:kinds.${kinds[point.unit] ?? "paragraph"}`)}</a> <code>{point.unit}</code>:{" "}
            {point.state === "returned" ? t("open.returned") : t(`workbench:states.${point.state}`)}
          </>
        );
      case "fact":
        return t("open.fact", { fact: point.fact });
      case "sign-off":
        return <a href="#sign-offs">{t("open.signOff", { agency: names.agencies[point.agency] ?? point.agency })}</a>;
    }
  }
}

const keyOf = (point: OpenPoint): string => (point.kind === "unit" ? point.unit : point.kind === "fact" ? `fact ${point.fact}` : `agency ${point.agency}`);
