import { join } from "node:path";
import QRCode from "qrcode";
import { type ByLang, byLang } from "../../core/language/languages.ts";
import type { RuntimeStrings } from "../../i18n/runtime.server.ts";
import { drawCard } from "./card.server.ts";
import { openDrawing } from "./draw.server.ts";
import { openKeptPictures } from "./kept-pictures.server.ts";

/** Pictures that the server makes. */
export interface Images {
  /** The PNG that shows a pair where it is shared: 1200 × 630, every language's title as equals. */
  card(titles: ByLang<string>): Promise<Buffer>;
  /** A QR code as SVG, black on white with its quiet zone, readable with 15 % of it damaged (level M). */
  qr(address: string): Promise<string>;
  close(): Promise<void>;
}

export function openImages(dataDir: string, strings: Pick<RuntimeStrings, "instance">): Images {
  const drawing = openDrawing();
  const kept = openKeptPictures(join(dataDir, "og"), (svg) => drawing.draw(svg));
  return {
    card(titles) {
      const common = byLang((lang) => strings.instance(lang).getFixedT(lang, "common"));
      return kept.of(drawCard({ titles, names: byLang((lang) => common[lang]("site.name")), sites: byLang((lang) => common[lang]("site.title")) }));
    },
    qr: (address) => QRCode.toString(address, { type: "svg", errorCorrectionLevel: "M", margin: 4 }),
    close: () => drawing.close(),
  };
}
