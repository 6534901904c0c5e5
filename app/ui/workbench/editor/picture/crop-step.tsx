import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Crop, Picture } from "../../../../core/articles/picture.ts";
import { largestOf, type Size, wholeOf, withSide } from "./crop-box.ts";
import { CropFrame } from "./crop-frame.tsx";
import { PictureProblem, type PictureRefusal } from "./problem.tsx";
import { originalPath, sendCrop } from "./send.ts";

interface CropStepProps {
  /** Hash of the upload. */
  original: string;
  /** What of it was shown until now; null: all of it. */
  crop: Crop | null;
  onDone: (picture: Picture) => void;
  /** Back to choosing; null: there is nothing to choose. */
  onBack: (() => void) | null;
}

const SHAPES = { "3:2": 3 / 2, "4:3": 4 / 3, "1:1": 1, "16:9": 16 / 9 } as const;
const SIDES = ["x", "y", "width", "height"] as const;
/** One press of an arrow moves a slider by so many parts of the whole. */
const STEPS = 100;

/** What of a picture is shown: chosen by hand on the picture, or by keys on the sliders. */
export function CropStep({ original, crop: former, onDone, onBack }: CropStepProps) {
  const { t } = useTranslation("writing");
  const [whole, setWhole] = useState<Size | null>(null);
  const [crop, setCrop] = useState<Crop | null>(former);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PictureRefusal | null>(null);
  const image = useRef<HTMLImageElement>(null);
  const step = useRef<HTMLDivElement>(null);
  // The step before took the focus away with it.
  useEffect(() => step.current?.focus(), []);

  function onLoad(): void {
    const { naturalWidth: width = 0, naturalHeight: height = 0 } = image.current ?? {};
    setWhole({ width, height });
    setCrop((known) => known ?? wholeOf({ width, height }));
  }
  async function use(): Promise<void> {
    if (!crop || busy) return;
    setProblem(null);
    setBusy(true);
    const answer = await sendCrop(original, crop);
    setBusy(false);
    if (answer.kind === "cut") onDone(answer.picture);
    else setProblem(answer.kind === "refused" ? answer.code : "internal");
  }

  return (
    <div className="w-crop" ref={step} tabIndex={-1}>
      <div className="w-crop-picture">
        <img
          ref={image}
          src={originalPath(original)}
          alt={t("picture.crop.whole")}
          onLoad={onLoad}
          onError={() => setProblem("unreachable")}
          draggable={false}
        />
        {whole && crop && <CropFrame crop={crop} whole={whole} onCrop={setCrop} />}
      </div>
      <p className="hint">{t("picture.crop.lead")}</p>
      {whole && crop && (
        <>
          <div className="w-buttons">
            <button type="button" onClick={() => setCrop(wholeOf(whole))}>
              {t("picture.crop.all")}
            </button>
            {Object.entries(SHAPES).map(([name, ratio]) => (
              <button key={name} type="button" aria-label={t("picture.crop.shape", { shape: name })} onClick={() => setCrop(largestOf(ratio, whole))}>
                {name}
              </button>
            ))}
          </div>
          <div className="w-crop-sides">
            {SIDES.map((side) => {
              const most = side === "x" || side === "width" ? whole.width : whole.height;
              return (
                <label key={side}>
                  <span>{t(`picture.crop.${side}`)}</span>
                  <input
                    type="range"
                    min={0}
                    max={most}
                    step={1}
                    value={crop[side]}
                    aria-valuetext={t("picture.crop.pixels", { count: crop[side] })}
                    onKeyDown={(event) => {
                      const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
                      if (by === undefined) return;
                      event.preventDefault();
                      setCrop(withSide(crop, side, crop[side] + by * Math.max(1, Math.round(most / STEPS)), whole));
                    }}
                    onChange={(event) => setCrop(withSide(crop, side, event.target.valueAsNumber, whole))}
                  />
                </label>
              );
            })}
          </div>
          <p className="hint">{t("picture.crop.size", { width: crop.width, height: crop.height })}</p>
        </>
      )}
      <PictureProblem code={problem} />
      <div className="w-buttons">
        <button type="button" className="primary" disabled={!crop || busy} onClick={() => void use()}>
          {t(busy ? "picture.crop.cutting" : "picture.crop.use")}
        </button>
        {onBack && (
          <button type="button" onClick={onBack}>
            {t("picture.crop.back")}
          </button>
        )}
      </div>
      <p className="hidden" role="status">
        {busy ? t("picture.crop.cutting") : ""}
      </p>
    </div>
  );
}
