import { RemixBrowser } from "@remix-run/react";
import { createInstance } from "i18next";
import { type ReactNode, StrictMode, startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { DEFAULT_LANG, LANGUAGES } from "./core/language/languages.ts";
import { options } from "./i18n/options.ts";

/** Set while a page was loaded anew because its strings were no longer to be had: once, not for ever. */
const RELOADED = "strings-reloaded";

/** Hydrates with the very strings that the server rendered with: the file's name carries their version. */
async function hydrate(): Promise<void> {
  const resources = await loadStrings();
  if (!resources) return;
  const lng = LANGUAGES.find(({ tag }) => tag === document.documentElement.lang)?.code ?? DEFAULT_LANG;
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ ...options, lng, resources });
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <Hydrated>
            <RemixBrowser />
          </Hydrated>
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

/** public/in-place.js: puts what members edit with beside the document, which may be done only when React has taken it over. */
const IN_PLACE = "/in-place.js";

function Hydrated({ children }: { children: ReactNode }) {
  useEffect(() => {
    // Every part of the page listens now: who drives it from outside can wait for that.
    document.documentElement.dataset.hydrated = "";
    if (localStorage.getItem("in-place") || document.querySelector(`script[src="${IN_PLACE}"]`))
      import(/* @vite-ignore */ IN_PLACE).then(({ begin }) => begin()).catch(() => {});
  }, []);
  return children;
}

/** Null: the page stays the plain document that it is, or is being loaded anew. */
async function loadStrings() {
  const link = document.getElementById("strings");
  if (!(link instanceof HTMLLinkElement)) return null;
  const answer = await fetch(link.href).catch(() => null);
  if (answer?.ok) {
    sessionStorage.removeItem(RELOADED);
    return answer.json();
  }
  if (answer && !sessionStorage.getItem(RELOADED)) {
    sessionStorage.setItem(RELOADED, "1");
    location.reload();
  }
  return null;
}

void hydrate();
