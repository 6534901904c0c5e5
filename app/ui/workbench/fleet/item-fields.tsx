import { useTranslation } from "react-i18next";
import type { PlaylistView } from "../../../core/displays/fleet-views.ts";
import type { PlaylistItem } from "../../../core/displays/playlist.ts";
import { LANGUAGES, type Lang } from "../../../core/language/languages.ts";
import { lengthWords } from "../../kit/length.ts";
import { Choices, Field } from "../field.tsx";
import { SelectField } from "../people/select-field.tsx";

interface ItemFieldsProps {
  item: PlaylistItem;
  index: number;
  last: boolean;
  choices: PlaylistView["choices"];
  lang: Lang;
  problem: boolean;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** One item of a playlist: what it shows, how often and how long, and when it may. */
export function ItemFields({ item, index, last, choices, lang, problem }: ItemFieldsProps) {
  const { t } = useTranslation("fleet");
  const name = (field: string): string => `item.${item.id}.${field}`;
  const { when } = item;
  const lasts = ownLength(item, choices);
  const limited = Boolean(when.from || when.until || when.weekdays || when.hours || item.displays);
  return (
    <li className="sheet">
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name={name("kind")} value={item.kind} />
      <h3>
        {index + 1}. {t(`items.${item.kind}`)}
      </h3>
      {problem && <p className="problem">{t("wrong.items")}</p>}
      <Target item={item} choices={choices} lang={lang} />
      <div className="row">
        <Field label={t("playlists.weight")} hint={t("playlists.weightHint")} name={name("weight")} inputMode="numeric" required defaultValue={item.weight} />
        {lasts === null && (
          <Field
            label={t("playlists.seconds")}
            hint={t("playlists.secondsHint")}
            name={name("seconds")}
            inputMode="numeric"
            required
            defaultValue={item.seconds}
          />
        )}
      </div>
      {lasts !== null && (
        <p className="hint">
          <input type="hidden" name={name("seconds")} value={item.seconds} />
          {t(`playlists.lasts.${lasts}`)}
        </p>
      )}
      <details open={limited}>
        <summary>{t("playlists.when")}</summary>
        <div className="row">
          <Field label={t("playlists.fromDay")} name={name("from")} type="date" defaultValue={when.from ?? ""} />
          <Field label={t("playlists.untilDay")} name={name("until")} type="date" defaultValue={when.until ?? ""} />
          <Field label={t("fields.from")} name={name("hours.from")} type="time" defaultValue={when.hours?.from ?? ""} />
          <Field label={t("fields.to")} name={name("hours.to")} type="time" defaultValue={when.hours?.to ?? ""} />
        </div>
        <Choices legend={t("playlists.weekdays")}>
          <div className="boxes">
            {WEEKDAYS.map((day) => (
              <label key={day} className="choice">
                <input type="checkbox" name={name("weekday")} value={day} defaultChecked={when.weekdays?.includes(day)} />
                {t(`weekdays.${day}`)}
              </label>
            ))}
          </div>
        </Choices>
        {choices.displays.length > 0 && (
          <Choices legend={t("playlists.displays")}>
            <div className="boxes">
              {choices.displays.map((display) => (
                <label key={display.id} className="choice">
                  <input type="checkbox" name={name("display")} value={display.id} defaultChecked={item.displays?.includes(display.id)} />
                  {display.name}
                </label>
              ))}
            </div>
          </Choices>
        )}
      </details>
      <div className="page-links">
        <button type="submit" name="intent" value={`up:${item.id}`} disabled={index === 0}>
          {t("playlists.up")}
        </button>
        <button type="submit" name="intent" value={`down:${item.id}`} disabled={last}>
          {t("playlists.down")}
        </button>
        <button type="submit" name="intent" value={`out:${item.id}`}>
          {t("playlists.out")}
        </button>
      </div>
    </li>
  );
}

/** What decides how long an item stays, where it is not the number of seconds. */
function ownLength(item: PlaylistItem, choices: PlaylistView["choices"]): "film" | "recording" | "words" | null {
  if (item.kind === "article" || item.kind === "notices") return "words";
  if (item.kind === "recording") return "recording";
  // A film that was kept before lengths were read has none.
  return item.kind === "video" && choices.films.some(({ hash, seconds }) => hash === item.clip && seconds !== null) ? "film" : null;
}

/** What an item points at, where it points at something. */
function Target({ item, choices, lang }: Pick<ItemFieldsProps, "item" | "choices" | "lang">) {
  const { t } = useTranslation("fleet");
  const name = (field: string): string => `item.${item.id}.${field}`;
  const select = (value: string, options: readonly { key: string; words: string }[]) => (
    <SelectField
      label={t(`items.${item.kind}`)}
      name={name("target")}
      defaultValue={value}
      options={[...goneFrom(value, options), ...options].map(({ key, words }) => ({ value: key, words }))}
    />
  );
  // What was withdrawn stays chosen until somebody chooses: nothing else slips into its place.
  const goneFrom = (value: string, options: readonly { key: string }[]) =>
    value === "" || options.some(({ key }) => key === value) ? [] : [{ key: value, words: t("playlists.gone", { key: value.slice(0, 40) }) }];
  const long = (words: string, seconds: number | null): string => (seconds === null ? words : `${words} · ${lengthWords(seconds)}`);
  const alt = (texts: Record<Lang, string>) =>
    LANGUAGES.map(({ code, tag, name: called }) => (
      <Field
        key={code}
        label={t("playlists.altIn", { language: called })}
        name={name(`alt.${code}`)}
        lang={tag}
        required
        maxLength={300}
        defaultValue={texts[code]}
      />
    ));
  const named = (choice: { key: string; name: Record<Lang, string> }) => ({ key: choice.key, words: choice.name[lang] });
  switch (item.kind) {
    case "article":
      return select(item.slug, choices.articles.map(named));
    case "recording":
      return select(
        item.recording,
        choices.recordings.map((recording) => ({ key: recording.key, words: long(recording.name[lang], recording.seconds) })),
      );
    case "video":
      return (
        <>
          {select(
            item.clip,
            choices.films.map(({ hash, rights, seconds }) => ({ key: hash, words: long(rights, seconds) })),
          )}
          {alt(item.alt)}
        </>
      );
    case "picture":
      return (
        <>
          <Choices legend={t("items.picture")}>
            <div className="boxes">
              {choices.pictures.map(({ hash, rights, thumbnail }) => (
                <label key={hash} className="choice">
                  <input type="radio" name={name("target")} value={hash} defaultChecked={hash === item.picture} />
                  <img src={thumbnail} alt={rights} width="120" />
                </label>
              ))}
            </div>
          </Choices>
          {alt(item.alt)}
        </>
      );
    default:
      return null;
  }
}
