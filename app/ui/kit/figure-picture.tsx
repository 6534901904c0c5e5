import { plainText } from "../../core/articles/inline.ts";
import { type Picture, sourcesOf } from "../../core/articles/picture.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Lang } from "../../core/language/languages.ts";
import { formatFact } from "../../i18n/format.ts";

interface FigurePictureProps {
  picture: Picture;
  /** As it is written, with its markup: a picture's words are plain ones. */
  alt: string;
  lang: Lang;
  facts: Record<string, Fact>;
  id?: string | undefined;
}

/** As wide as a page's text; browsers that can will look for themselves. */
const SIZES = "auto, (min-width: 50rem) 46rem, 100vw";

/** A picture in the size that the screen asks for. Its place is kept free until it is there, so that nothing moves. */
export function FigurePicture({ picture, alt, lang, facts, id }: FigurePictureProps) {
  const { srcSet, src } = sourcesOf(picture);
  const words = plainText(alt, (key) => (facts[key] ? formatFact(facts[key].value, lang) : ""));
  return (
    <picture>
      <source type="image/webp" srcSet={srcSet} sizes={SIZES} />
      <img id={id} src={src} alt={words} width={picture.width} height={picture.height} loading="lazy" decoding="async" />
    </picture>
  );
}
