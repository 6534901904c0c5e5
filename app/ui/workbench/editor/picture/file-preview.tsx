import { useEffect, useRef } from "react";

/** The longest side of what is shown. In pixels. */
const LONGEST = 640;

/** The picture of a file that is not uploaded yet: of several that came with one paste, the author sees whose right is asked for. */
export function FilePreview({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    // Drawn, as the page's policy allows no pictures from the browser's own store. What cannot be read is refused at the upload.
    createImageBitmap(file).then(
      (picture) => {
        const paper = gone ? null : canvas.current;
        const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
        if (paper) {
          paper.width = Math.round(picture.width * scale);
          paper.height = Math.round(picture.height * scale);
          paper.getContext("2d")?.drawImage(picture, 0, 0, paper.width, paper.height);
        }
        picture.close();
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [file]);
  return <canvas ref={canvas} className="w-file-preview" width={0} height={0} />;
}
