import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Crop, Picture } from "../../../../core/articles/picture.ts";
import { Dialog } from "../dialog.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { CropStep } from "./crop-step.tsx";

interface PictureDialogProps {
  /** A file that is at hand already, from a paste or a drop. */
  file: File | null;
  /** The picture that is to be cropped anew; null: one is still to be chosen. */
  shown: Picture | null;
  onClose: () => void;
  onDone: (picture: Picture) => void;
}

/** First which picture, then what of it. */
export function PictureDialog({ file, shown, onClose, onDone }: PictureDialogProps) {
  const { t } = useTranslation("writing");
  const [chosen, setChosen] = useState<{ original: string; crop: Crop | null } | null>(shown && { original: shown.original, crop: shown.crop });
  return (
    <Dialog title={t(chosen ? "picture.crop.title" : "picture.choose.title")} onClose={onClose} wide>
      {chosen ? (
        <CropStep {...chosen} onDone={onDone} onBack={shown ? null : () => setChosen(null)} />
      ) : (
        <ChooseStep file={file} onChosen={({ hash }) => setChosen({ original: hash, crop: null })} />
      )}
    </Dialog>
  );
}
