import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FLOWS, type Flow } from "../../core/facts/gate.ts";
import { language } from "../../core/language/languages.ts";
import { signState } from "../kit/flow-status.ts";
import { gateNames } from "../kit/gate-name.ts";
import { SignShape } from "../kit/status-sign.tsx";
import { useLang } from "../kit/use-lang.ts";
import type { Station } from "./gate-board.tsx";
import { live, ON_GATES } from "./live-mark.ts";
import { gatePath } from "./paths.ts";

/** In units of the drawing: how far stations, and the lines of the flows, lie apart; upright the lines' names stand above them, side by side. */
const STEP = 140;
const ROW = 58;
const APART = 40;
const APART_UPRIGHT = 56;
const EDGE = 24;

/**
 * The gates as stations on two parallel lines, one a flow, each with the sign of what holds there: in the order of the line, and nothing
 * else of geography. Upright for narrow screens and lying for wide ones; the list under it says the same in words.
 */
export function LineMap({ stations }: { stations: readonly Station[] }) {
  return (
    <div className="line-map" id="line-map" {...live(ON_GATES)}>
      <Upright stations={stations} />
      <Lying stations={stations} />
    </div>
  );
}

function Upright({ stations }: { stations: readonly Station[] }) {
  const height = EDGE + stations.length * ROW;
  const last = height - ROW / 2;
  return (
    <svg viewBox={`0 0 340 ${height}`} className="upright" aria-hidden="true">
      {FLOWS.map((flow, track) => (
        <g key={flow}>
          <FlowName flow={flow} x={EDGE + track * APART_UPRIGHT} y={14} centred />
          <path className="track" d={`M${EDGE + track * APART_UPRIGHT} ${EDGE + ROW / 2}V${last}`} />
        </g>
      ))}
      {stations.map((station, index) => {
        const y = EDGE + index * ROW + ROW / 2;
        return (
          <Stop key={station.gate.key} station={station} tie={`M${EDGE} ${y}h${APART_UPRIGHT}`} at={(track) => [EDGE + track * APART_UPRIGHT, y]}>
            <Names station={station} x={EDGE + APART_UPRIGHT + 32} y={y - 2} />
          </Stop>
        );
      })}
    </svg>
  );
}

function Lying({ stations }: { stations: readonly Station[] }) {
  const width = stations.length * STEP;
  const first = 100;
  return (
    <svg viewBox={`-40 0 ${width + 40} 170`} className="lying" aria-hidden="true">
      {FLOWS.map((flow, track) => (
        <g key={flow}>
          <FlowName flow={flow} x={-40} y={first + track * APART + 6} />
          <path className="track" d={`M${STEP / 2} ${first + track * APART}H${width - STEP / 2}`} />
        </g>
      ))}
      {stations.map((station, index) => {
        const x = index * STEP + STEP / 2;
        return (
          <Stop key={station.gate.key} station={station} tie={`M${x} ${first}v${APART}`} at={(track) => [x, first + track * APART]}>
            <Names station={station} x={x} y={44} centred />
          </Stop>
        );
      })}
    </svg>
  );
}

interface StopProps {
  station: Station;
  /** The path that ties the lines together at the station. */
  tie: string;
  /** Where the sign of a line stands. */
  at(track: number): [x: number, y: number];
  children: ReactNode;
}

function Stop({ station: { gate, flows }, tie, at, children }: StopProps) {
  return (
    <a href={gatePath(useLang(), gate.key)} tabIndex={-1}>
      <path className="tie" d={tie} />
      {FLOWS.map((flow, track) => {
        const [x, y] = at(track);
        const state = signState(flows.filter((one) => one.flow === flow));
        return (
          <g key={flow} className={`sign state-${state}`} transform={`translate(${x - 14} ${y - 14}) scale(1.1667)`}>
            <circle className="ground" cx="12" cy="12" r="13.5" />
            <SignShape state={state} />
          </g>
        );
      })}
      {children}
    </a>
  );
}

function Names({ station: { gate }, x, y, centred }: { station: Station; x: number; y: number; centred?: boolean }) {
  const [first, second] = gateNames(gate, useLang());
  return (
    <text x={x} y={y} className={centred ? "centred" : undefined}>
      {first && (
        <tspan className="own" lang={language(first.lang).tag}>
          {first.text}
          {first.unsure && "*"}
        </tspan>
      )}
      {second && (
        <tspan x={x} dy="1.35em" lang={language(second.lang).tag}>
          {second.text}
          {second.unsure && "*"}
        </tspan>
      )}
    </text>
  );
}

function FlowName({ flow, x, y, centred }: { flow: Flow; x: number; y: number; centred?: boolean }) {
  const { t } = useTranslation("visitor");
  return (
    <text x={x} y={y} className={centred ? "flow centred" : "flow"}>
      {t(`board.track.${flow}`)}
    </text>
  );
}
