import { useTranslation } from "react-i18next";
import { inGroups } from "../../../core/people/second-factor.ts";
import { Field } from "../field.tsx";
import { CodeField } from "./code-field.tsx";
import type { Refused } from "./refused.ts";
import { RefusedBox } from "./refused-box.tsx";

/** `drawn`: a key was shown, and no code has confirmed it yet. */
export type SecondFactorState = "off" | "drawn" | "on";

/** A key, shown this once. */
export interface DrawnKey {
  /** Base32. */
  secret: string;
  /** Address of the QR code's picture. */
  picture: string;
}

interface SecondFactorSheetProps {
  state: SecondFactorState;
  drawn: DrawnKey | null;
  email: string;
  refused: Refused | null;
}

/** A code beside the password: set up in two steps, confirmed by a first code, removed with the password. */
export function SecondFactorSheet({ state, drawn, email, refused }: SecondFactorSheetProps) {
  const { t } = useTranslation("people");
  return (
    <section className="sheet" aria-labelledby="factor">
      <h2 id="factor">{t("factor.title")}</h2>
      <p>{t("factor.lead")}</p>
      {state === "on" && <p>{t("factor.on")}</p>}
      <RefusedBox refused={refused} fields={["current", "code"]} />
      {drawn && <ShownKey {...drawn} />}
      {state === "drawn" && !drawn && <p>{t("factor.drawn")}</p>}
      {state === "drawn" && (
        <form method="post" className="step">
          <CodeField problem={refused?.about === "code" ? refused.words : null} />
          <button className="primary" type="submit" name="intent" value="confirm">
            {t("factor.confirm")}
          </button>
        </form>
      )}
      <PasswordStep state={state} email={email} problem={refused?.about === "current" ? refused.words : null} />
    </section>
  );
}

function ShownKey({ secret, picture }: DrawnKey) {
  const { t } = useTranslation("people");
  return (
    <div className="done-box shown-key" role="status">
      <p>
        <b>{t("factor.scan")}</b>
      </p>
      <img src={picture} alt={t("factor.qr")} width={220} height={220} />
      <p>{t("factor.byHand")}</p>
      <p>
        <code>{inGroups(secret)}</code>
      </p>
      <p>{t("factor.once")}</p>
    </div>
  );
}

interface PasswordStepProps {
  state: SecondFactorState;
  email: string;
  problem: string | null;
}

/** What a stranger at an open browser must not do. */
function PasswordStep({ state, email, problem }: PasswordStepProps) {
  const { t } = useTranslation("people");
  const [intent, words] =
    state === "on" ? (["remove", t("factor.remove")] as const) : (["set-up", state === "drawn" ? t("factor.again") : t("factor.begin")] as const);
  return (
    <form method="post" className="step">
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label={t("factor.password")} name="current" type="password" autoComplete="current-password" required problem={problem} />
      <button className={state === "off" ? "primary" : undefined} type="submit" name="intent" value={intent}>
        {words}
      </button>
    </form>
  );
}
