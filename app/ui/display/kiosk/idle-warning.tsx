import { useLayoutEffect, useRef } from "react";
import { language, ownFirst } from "../../../core/language/languages.ts";
import { useNow } from "./clock.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { WARNING_LASTS } from "./state.ts";

/** Radius of the ring, in its own units. */
const RADIUS = 45;
const ROUND = 2 * Math.PI * RADIUS;

/** Asks whether anybody is still there, in every language: it may be the next person who reads it. */
export function IdleWarning() {
  const { state, speech, send } = useKiosk();
  const { lang } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useNow(); // counts down with the clock
  const left = useSecondsLeft(state.warnedAt ?? 0);

  // Closed while it is still there, so that the focus goes back to where it came from.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    stay.current?.focus();
    return () => current?.close();
  }, []);

  const langs = ownFirst(lang);
  const goOn = () => send({ kind: "stay-asked" });
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="idle"
      aria-labelledby="idle-title"
      aria-describedby="idle-body"
      onCancel={goOn}
      // A touch beside the box is a sign of life.
      onClick={(event) => event.target === event.currentTarget && goOn()}
      onKeyDown={() => {}}
    >
      <div className="box">
        <svg className="ring" viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r={RADIUS} />
          <circle
            cx="50"
            cy="50"
            r={RADIUS}
            className="left"
            strokeDasharray={ROUND}
            strokeDashoffset={ROUND * (1 - (left * 1000) / WARNING_LASTS)}
            transform="rotate(-90 50 50)"
          />
          <text x="50" y="50" dy="0.36em" textAnchor="middle">
            {left}
          </text>
        </svg>
        <h2 id="idle-title">
          {langs.map((code) => (
            <span key={code} lang={language(code).tag}>
              {speech(code).t("idle.title")}
            </span>
          ))}
        </h2>
        <p id="idle-body">
          {langs.map((code) => (
            <span key={code} lang={language(code).tag}>
              {speech(code).t("idle.body", { seconds: WARNING_LASTS / 1000 })}
            </span>
          ))}
        </p>
        <div className="answers">
          <button ref={stay} type="button" className="stay" onClick={goOn}>
            {langs.map((code) => (
              <b key={code} lang={language(code).tag}>
                {speech(code).t("idle.stay")}
              </b>
            ))}
          </button>
          <button type="button" onClick={() => send({ kind: "visit-ended" })}>
            {langs.map((code) => (
              <span key={code} lang={language(code).tag}>
                {speech(code).t("idle.end")}
              </span>
            ))}
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** Whole seconds until the reset, counted on the clock that the state counts on. */
const useSecondsLeft = (warnedAt: number): number => Math.max(0, Math.ceil((WARNING_LASTS - (performance.now() - warnedAt)) / 1000));
