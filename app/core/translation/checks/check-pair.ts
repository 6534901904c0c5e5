import { LANGS, others } from "../../language/languages.ts";
import type { Issue } from "./check.ts";
import { checkContacts, checkLinkLanguage } from "./contacts.ts";
import { checkDates, checkWeekdayOfDate } from "./dates.ts";
import { checkDocuments } from "./documents.ts";
import { checkEndMarks } from "./end-marks.ts";
import { checkGlossary } from "./glossary.ts";
import { checkInvisible } from "./invisible.ts";
import { checkLimits } from "./limits.ts";
import { checkNfc } from "./nfc.ts";
import { checkNumbers } from "./numbers.ts";
import type { PairCheck, PairToCheck, TextCheck } from "./pair.ts";
import { checkPlaceholders } from "./placeholders.ts";
import { checkPluralForms } from "./plural-forms.ts";
import { readText } from "./reading.ts";
import { checkScript } from "./script.ts";
import { checkSpacing } from "./spacing.ts";
import { checkEmphasis, checkStructure } from "./structure.ts";
import { checkClocks, checkTimes } from "./times.ts";
import { checkUnits } from "./units.ts";
import { checkUntranslated } from "./untranslated.ts";
import { checkWidths } from "./widths.ts";

const TEXT_CHECKS: TextCheck[] = [
  checkInvisible,
  checkNfc,
  checkStructure,
  checkLinkLanguage,
  checkWeekdayOfDate,
  checkClocks,
  checkScript,
  checkWidths,
  checkSpacing,
];
const PAIR_CHECKS: PairCheck[] = [
  checkPlaceholders,
  checkUntranslated,
  checkEmphasis,
  checkContacts,
  checkDocuments,
  checkDates,
  checkTimes,
  checkNumbers,
  checkUnits,
  checkLimits,
  checkEndMarks,
];

/**
 * Everything that is to be said about a pair of words, errors first. A language that has no words yet is not judged, nor is the other
 * held against it. What is not translated at all is that, and nothing else.
 */
export function checkPair({ kind, sourceLang, texts, terms, key }: PairToCheck): Issue[] {
  if (kind === "structure") return [];
  const written = LANGS.filter((lang) => texts[lang].trim() !== "");
  const readings = new Map(written.map((lang) => [lang, readText(texts[lang], lang)]));
  const issues = [...readings.values()].flatMap((reading) => TEXT_CHECKS.flatMap((check) => check(reading)));
  if (key !== undefined) issues.push(...checkPluralForms(key));
  const source = readings.get(sourceLang);
  for (const lang of others(sourceLang)) {
    const target = readings.get(lang);
    if (!source || !target) continue;
    const pair = { source, target };
    const untranslated = checkUntranslated(pair).filter(({ severity }) => severity === "error");
    if (untranslated.length) issues.push(...checkPlaceholders(pair), ...untranslated);
    else issues.push(...PAIR_CHECKS.flatMap((check) => check(pair)), ...checkGlossary(terms)(pair));
  }
  return issues.sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}
