import { useTranslation } from "react-i18next";
import { CURRENCIES, type FactField, type FactType, PERIODS, type TypedFact, UNITS } from "../../../core/facts/typed-fact.ts";
import { Field } from "../field.tsx";
import { SelectField } from "../people/select-field.tsx";

interface ValueFieldsProps {
  type: FactType;
  typed: TypedFact;
  /** What is wrong with a field. */
  about: (field: FactField) => string | null;
}

/** What a value of this type is made of. */
export function ValueFields({ type, typed, about }: ValueFieldsProps) {
  const { t } = useTranslation("records");
  const amount = (
    <Field
      label={t(type === "age" ? "facts.fields.years" : "facts.fields.amount")}
      hint={type === "age" ? undefined : t("facts.fields.amountHint")}
      name="amount"
      inputMode="decimal"
      required
      autoComplete="off"
      defaultValue={typed.amount}
      problem={about("amount")}
    />
  );
  switch (type) {
    case "money":
      return (
        <div className="fact-fields">
          {amount}
          <SelectField
            label={t("facts.fields.currency")}
            name="unit"
            defaultValue={typed.unit}
            problem={about("unit")}
            options={CURRENCIES.map((value) => ({ value, words: t(`facts.units.${value}`) }))}
          />
        </div>
      );
    case "quantity":
    case "duration":
      return (
        <div className="fact-fields">
          {amount}
          <SelectField
            label={t("facts.fields.unit")}
            name="unit"
            defaultValue={typed.unit}
            problem={about("unit")}
            options={(type === "quantity" ? UNITS : PERIODS).map((value) => ({ value, words: t(`facts.units.${value}`) }))}
          />
        </div>
      );
    case "percent":
    case "age":
      return amount;
    case "hours":
      return (
        <div className="fact-fields">
          <Field label={t("facts.fields.opens")} name="opens" type="time" required defaultValue={typed.opens} problem={about("opens")} />
          <Field label={t("facts.fields.closes")} name="closes" type="time" required defaultValue={typed.closes} problem={about("closes")} />
        </div>
      );
    case "date":
      return <Field label={t("facts.fields.day")} name="day" type="date" required defaultValue={typed.day} problem={about("day")} />;
    case "phone":
      return (
        <Field label={t("facts.fields.number")} name="number" type="tel" required autoComplete="off" defaultValue={typed.number} problem={about("number")} />
      );
    case "unpublished":
      return <p className="hint">{t("facts.fields.unpublishedHint")}</p>;
  }
}
