import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LARGEST_UPLOAD } from "../../../../core/articles/picture.ts";
import { Field } from "../../field.tsx";
import type { Upload, UploadChoice } from "./answers.ts";
import { FilePreview } from "./file-preview.tsx";
import { PictureProblem, type PictureRefusal } from "./problem.tsx";
import { askUploads, sendPicture } from "./send.ts";

interface ChooseStepProps {
  /** At hand already. */
  file: File | null;
  onChosen: (upload: Upload) => void;
}

/** A picture of one's own to upload, with the right by which it is shown, or one that is there. */
export function ChooseStep({ file, onChosen }: ChooseStepProps) {
  const { t } = useTranslation("writing");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PictureRefusal | null>(null);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const chosen = file ?? fields.get("file");
    if (!(chosen instanceof File) || chosen.size === 0) return;
    if (chosen.size > LARGEST_UPLOAD) return setProblem("too_large");
    setProblem(null);
    setBusy(true);
    const answer = await sendPicture(chosen, String(fields.get("rights") ?? ""));
    setBusy(false);
    if (answer.kind === "uploaded") onChosen(answer.upload);
    else setProblem(answer.kind === "refused" ? answer.code : "internal");
  }

  return (
    <>
      <form ref={form} className="w-link-form" onSubmit={(event) => void submit(event)}>
        {file ? (
          <>
            <p className="hint">{t("picture.choose.pasted")}</p>
            <FilePreview file={file} />
          </>
        ) : (
          <Field
            label={t("picture.choose.file")}
            hint={t("picture.choose.fileHint")}
            name="file"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            required
            onChange={() => setProblem(null)}
          />
        )}
        <Field label={t("picture.choose.rights")} hint={t("picture.choose.rightsHint")} name="rights" maxLength={500} required autoComplete="off" />
        <PictureProblem code={problem} />
        <button type="submit" className="primary" disabled={busy}>
          {t(busy ? "picture.choose.uploading" : "picture.choose.upload")}
        </button>
        <p className="hidden" role="status">
          {busy ? t("picture.choose.uploading") : ""}
        </p>
      </form>
      {!file && <Uploads onChosen={onChosen} />}
    </>
  );
}

/** The newest pictures that are there already, each told apart by itself and its rights. */
function Uploads({ onChosen }: { onChosen: (upload: Upload) => void }) {
  const { t } = useTranslation("writing");
  const [uploads, setUploads] = useState<UploadChoice[]>([]);
  useEffect(() => {
    let gone = false;
    void askUploads().then((found) => gone || setUploads(found));
    return () => {
      gone = true;
    };
  }, []);
  if (uploads.length === 0) return null;
  return (
    <section>
      <h3>{t("picture.choose.uploaded")}</h3>
      <ul className="w-uploads">
        {uploads.map((upload) => (
          <li key={upload.hash}>
            <button type="button" onClick={() => onChosen(upload)}>
              <img src={upload.thumbnail} alt="" loading="lazy" />
              <span>{upload.rights}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
