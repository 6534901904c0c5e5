import sharp from "sharp";

/** A photograph made by the test, four squares of colour, with what a phone writes into it: where it was taken, and that it lies on its side. */
export async function photo({ width = 1200, height = 800, sideways = false, format = "jpeg" as "jpeg" | "png" | "webp" } = {}): Promise<Buffer> {
  const square = (left: number, top: number, background: string) => ({
    input: { create: { width: width / 2, height: height / 2, channels: 3 as const, background } },
    left,
    top,
  });
  const picture = sharp({ create: { width, height, channels: 3, background: "#ffffff" } }).composite([
    square(0, 0, "#0c5a4b"),
    square(width / 2, 0, "#c9a27e"),
    square(0, height / 2, "#f3efe6"),
    square(width / 2, height / 2, "#8a3b12"),
  ]);
  return picture
    .withExif({
      IFD0: { Make: "MAY-ANH-RIENG" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 59/1 12/1", GPSLongitudeRef: "E", GPSLongitude: "106/1 42/1 3/1" },
    })
    .withMetadata(sideways ? { orientation: 6 } : {})
    [format]()
    .toBuffer();
}
