import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { type Lang, language } from "../../../core/language/languages.ts";

export type SurfaceName = "web" | "kiosk" | "print";

interface SurfaceProps {
  name: SurfaceName;
  lang: Lang;
  /** Address of the surface's own stylesheet. */
  sheet: string;
  children: ReactNode;
}

/**
 * A piece of another surface, drawn by that surface's own stylesheet and by nothing of this page: it stands in a shadow tree.
 * It is a picture of the words in the fields, and takes neither focus nor clicks.
 */
export function Surface({ name, lang, sheet, children }: SurfaceProps) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const [styled, setStyled] = useState(false);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    element.inert = true;
    setRoot(element.shadowRoot ?? element.attachShadow({ mode: "open" }));
  }, []);

  function onLoad(event: SyntheticEvent<HTMLLinkElement>): void {
    const own = event.currentTarget.sheet;
    if (name === "print" && own && root) root.adoptedStyleSheets = [onPaper(own)];
    setStyled(true);
  }

  return (
    <div ref={host} className={`surface on-${name}`} lang={language(lang).tag}>
      {root &&
        createPortal(
          <>
            <link rel="stylesheet" href={sheet} onLoad={onLoad} />
            <div lang={language(lang).tag} hidden={!styled}>
              {children}
            </div>
          </>,
          root,
        )}
    </div>
  );
}

/** What a stylesheet says for paper, as rules that hold on the screen too. */
function onPaper(own: CSSStyleSheet): CSSStyleSheet {
  const paper = new CSSStyleSheet();
  for (const rule of own.cssRules) {
    if (!(rule instanceof CSSMediaRule) || rule.conditionText !== "print") continue;
    for (const inner of rule.cssRules) paper.insertRule(inner.cssText.replace(/^html\b|^body\b|^:root\b/, ":host"), paper.cssRules.length);
  }
  return paper;
}
