import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LANGS, language } from "../../../core/language/languages.ts";
import { EMERGENCY } from "../../kit/emergency-numbers.tsx";
import { Mark } from "../../kit/mark.tsx";

/** A screen of the device itself: what it has to say, and the emergency numbers below it. */
export function PlainScreen({ screen, children }: { screen: string; children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <div className="device" data-screen={screen}>
      <header>
        <Mark />
        <span className="device-name">
          {LANGS.map((lang) => (
            <span key={lang} lang={language(lang).tag}>
              {i18n.getFixedT(lang, "common")("site.name")}
            </span>
          ))}
        </span>
      </header>
      <main>{children}</main>
      <Numbers />
    </div>
  );
}

function Numbers() {
  const { i18n } = useTranslation();
  return (
    <footer>
      <ul className="device-numbers">
        {EMERGENCY.map(({ number, help }) => (
          <li key={number}>
            <b>{number}</b>
            <span>
              {LANGS.map((lang) => (
                <span key={lang} lang={language(lang).tag}>
                  {i18n.getFixedT(lang, "common")(`emergency.${help}`)}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </footer>
  );
}
