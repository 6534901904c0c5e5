import type { TFunction } from "i18next";
import type { Direction, Flow } from "../../core/facts/gate.ts";

/** The name of a flow, with its direction where only one is meant. */
export function flowWords(t: TFunction<"common">, { flow, direction }: { flow: Flow; direction: Direction | null }): string {
  const name = t(`flow.${flow}`);
  return direction ? t("flow.directed", { flow: name, direction: t(`direction.${direction}`) }) : name;
}
