import { Pictogram } from "../kit/pictogram.tsx";
import { useLang } from "../kit/use-lang.ts";
import { topicPath } from "./paths.ts";

export interface Topic {
  key: string;
  icon: string;
  name: string;
}

/** The topics as large tiles; a tile grows with its label. */
export function TopicTiles({ topics }: { topics: readonly Topic[] }) {
  const lang = useLang();
  return (
    <ul className="tiles">
      {topics.map(({ key, icon, name }) => (
        <li key={key}>
          <a href={topicPath(lang, key)}>
            <Pictogram name={icon} />
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
