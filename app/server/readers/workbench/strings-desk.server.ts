import { AppError } from "../../../core/errors.ts";
import type { ByLang } from "../../../core/language/languages.ts";
import type { Member } from "../../../core/people/roles.ts";
import { published } from "../../../core/strings/catalogue.ts";
import type { DeskAround } from "../../../core/translation/desk-around.ts";
import { type Owner, ofStrings } from "../../../core/translation/wording.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { stringUnits, type Unit } from "../../../core/workflow/units.ts";
import { NAMESPACES, type Namespace } from "../../../i18n/options.ts";
import { BASE_STRINGS } from "../../../i18n/runtime.server.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { overrideOf } from "../../db/tx/strings.server.ts";
import type { Reading } from "../reading.server.ts";
import { readDeskAround } from "./desk-around.server.ts";
import { readDeskUnits, readWords } from "./desk-units.server.ts";

export interface StringsDeskView {
  namespace: Namespace;
  owner: Owner;
  units: DeskUnit[];
  around: DeskAround;
}

/**
 * The interface strings of a namespace, as one member sees them at work.
 * @throws AppError `not_found`
 */
export async function readStringsDesk({ db, now }: Reading, member: Member, asked: string): Promise<StringsDeskView> {
  const namespace = NAMESPACES.find((one) => one === asked);
  if (!namespace) throw new AppError("not_found");
  return db.snapshot(async (tx) => {
    const owner = ofStrings(namespace);
    const atWork = await loadStringsAtWork(tx, namespace);
    const units = await readDeskUnits(tx, { owner, member, place: {}, ...atWork });
    return { namespace, owner, units, around: await readDeskAround(tx, member, owner, null, now()) };
  });
}

interface StringsAtWork {
  units: Unit[];
  readersSee: (unit: Unit) => ByLang<string> | null;
  baseOf: (unit: Unit) => ByLang<string> | null;
}

/** @throws AppError `not_found` */
export async function loadStringsAtWork(tx: ReadTx, namespace: string): Promise<StringsAtWork> {
  const base = Object.hasOwn(BASE_STRINGS, namespace) ? BASE_STRINGS[namespace] : undefined;
  if (!base) throw new AppError("not_found");
  const owner = ofStrings(namespace);
  const overrides = (await tx.publishedString.findMany({ where: { namespace } })).map(overrideOf);
  const { wordings, judged } = await readWords(tx, owner);
  const live = published(base, overrides);
  return {
    units: stringUnits(owner, base, overrides, wordings, judged),
    readersSee: ({ unit }) => live[unit] ?? null,
    baseOf: ({ unit }) => base[unit] ?? null,
  };
}
