import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Marked } from "../../../core/search/document.ts";
import { type HeldHit, searchHeld } from "../../../core/search/held-index.ts";
import { topicsOf } from "../content/content.ts";
import { Dock, useOwnKeyboard } from "./dock.tsx";
import { lookedThrough, placeOf } from "./documents.ts";
import { Keyboard } from "./keyboard.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { TopicTiles } from "./topic-tiles.tsx";
import { useTyping } from "./use-typing.ts";

/** As many as anybody looks through. */
const SHOWN = 20;
/** No query is longer. */
const LONGEST = 100;

/** Search over what the kiosk holds: while it is being typed, with or without a link. */
export function SearchScreen() {
  const { state, send } = useKiosk();
  const { t, lang } = useSpeech();
  const change = useCallback((query: string) => send({ kind: "sought", query: query.slice(0, LONGEST) }), [send]);
  const target = useTyping(state.query, change);
  const own = useOwnKeyboard();
  const [open, setOpen] = useState(state.query === "");
  const query = useDeferredValue(state.query);
  const hits = useMemo(() => searchHeld(lookedThrough(state.content).index, query, lang, SHOWN), [state.content, query, lang]);
  const blank = query.trim() === "";
  return (
    <>
      <h1 className="unseen">{t("search.title")}</h1>
      <label className="field search-field">
        <span className="unseen">{t("search.label")}</span>
        <input
          {...target.field}
          type="text"
          data-first
          className="line"
          placeholder={t("search.hint")}
          inputMode={own ? "none" : "search"}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
        />
      </label>
      <p role="status" className="count">
        {!blank && (hits.length > 0 ? t("search.found", { count: hits.length }) : t("search.none"))}
      </p>
      {hits.length > 0 && (
        <ul className="tiles hits">
          {hits.map((hit) => (
            <li key={`${hit.kind} ${hit.slug}`}>
              <Hit hit={hit} />
            </li>
          ))}
        </ul>
      )}
      {!blank && hits.length === 0 && (
        <button
          type="button"
          className="pill"
          onClick={() => {
            send({ kind: "written", draft: { kind: "question", text: state.query.trim(), from: "", number: null } });
            send({ kind: "opened", place: { screen: "write" } });
          }}
        >
          {t("search.ask")}
        </button>
      )}
      {blank && (
        <section>
          <h2>{t("search.topics")}</h2>
          <TopicTiles topics={topicsOf(state.content)} />
        </section>
      )}
      {own && open && (
        <Dock>
          <Keyboard target={target} onDone={() => setOpen(false)} />
        </Dock>
      )}
    </>
  );
}

function Hit({ hit }: { hit: HeldHit }) {
  const { send } = useKiosk();
  const { t } = useSpeech();
  return (
    <button type="button" onClick={() => send({ kind: "opened", place: placeOf(hit), found: true })}>
      <small>{t(`search.kind.${hit.kind}`)}</small>{" "}
      <b>
        <Stretches parts={hit.title} />
      </b>{" "}
      {hit.passage && (
        <span>
          <Stretches parts={hit.passage.marked} />
        </span>
      )}
    </button>
  );
}

function Stretches({ parts }: { parts: readonly Marked[] }) {
  return parts.map(({ text, hit }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches have nothing else to be told apart by
    return hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>;
  });
}
