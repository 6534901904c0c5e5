import { type PointerEvent, useRef } from "react";
import type { Crop } from "../../../../core/articles/picture.ts";
import { dragged, type Grip, gripAt, type Size } from "./crop-box.ts";

interface CropFrameProps {
  crop: Crop;
  whole: Size;
  onCrop: (crop: Crop) => void;
}

/** A finger may miss an edge by so much. In pixels of the screen. */
const REACH = 22;

/** The frame over a picture, for the hand: its edges and corners are dragged, or the whole of it. For keys there are sliders. */
export function CropFrame({ crop, whole, onCrop }: CropFrameProps) {
  const box = useRef<SVGSVGElement>(null);
  const held = useRef<{ grip: Grip; from: { x: number; y: number }; crop: Crop } | null>(null);
  /** Pixels of the picture for one of the screen. */
  const scale = (): number => whole.width / (box.current?.getBoundingClientRect().width || whole.width);
  const pointOf = (event: PointerEvent): { x: number; y: number } => {
    const { left = 0, top = 0 } = box.current?.getBoundingClientRect() ?? {};
    return { x: (event.clientX - left) * scale(), y: (event.clientY - top) * scale() };
  };
  const { x, y, width, height } = crop;
  const line = whole.width / 250;
  return (
    <svg
      ref={box}
      className="w-crop-frame"
      viewBox={`0 0 ${whole.width} ${whole.height}`}
      aria-hidden="true"
      onPointerDown={(event) => {
        const from = pointOf(event);
        const grip = gripAt(crop, from, REACH * scale());
        if (!grip) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { grip, from, crop };
      }}
      onPointerMove={(event) => {
        if (!held.current) return;
        const { grip, from, crop: begun } = held.current;
        const now = pointOf(event);
        onCrop(dragged(begun, grip, { x: now.x - from.x, y: now.y - from.y }, whole));
      }}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
    >
      <path className="w-crop-shade" fillRule="evenodd" d={`M0 0H${whole.width}V${whole.height}H0Z M${x} ${y}h${width}v${height}h${-width}Z`} />
      <rect className="w-crop-line" x={x} y={y} width={width} height={height} strokeWidth={line} />
      {[x, x + width].flatMap((across) =>
        [y, y + height].map((down) => <circle key={`${across} ${down}`} className="w-crop-grip" cx={across} cy={down} r={line * 3} strokeWidth={line} />),
      )}
    </svg>
  );
}
