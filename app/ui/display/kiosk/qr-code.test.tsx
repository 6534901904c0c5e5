import { create } from "qrcode";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QrCode } from "./qr-code.tsx";

test("every dark module of the code is drawn, no other, and white stands around them", () => {
  const address = "https://portal.example/vi/articles/mang-tien-mat";
  const drawn = renderToStaticMarkup(<QrCode address={address} label="QR" />);
  const { size, data } = create(address, { errorCorrectionLevel: "M" }).modules;
  const dark = new Set<string>();
  for (const [, x = "", y = "", length = ""] of drawn.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let step = 0; step < Number(length); step += 1) dark.add(`${Number(x) + step} ${y}`);
  const expected = Array.from(data, (bit, index) => (bit ? [`${index % size} ${Math.floor(index / size)}`] : [])).flat();
  expect([...dark].sort()).toEqual(expected.sort());
  expect(drawn).toContain(`viewBox="-4 -4 ${size + 8} ${size + 8}"`);
});
