import { parentPort } from "node:worker_threads";
import { AppError } from "../../core/errors.ts";
import type { Answer, AskName, Asks, Question } from "./messages.server.ts";
import { SearchIndex } from "./search-index.server.ts";

/**
 * The thread that holds the index. Answers in the order of the questions. When the file itself fails, the thread ends:
 * its owner starts another, which makes the index again.
 */
const port = parentPort;
if (!port) throw new Error("the search worker runs in a worker thread only");

let index: SearchIndex | null = null;

const opened = (): SearchIndex => {
  if (!index) throw new AppError("busy");
  return index;
};

const answers: { [Name in AskName]: (take: Asks[Name]["take"]) => Asks[Name]["give"] } = {
  open: (take) => {
    index?.close();
    const found = SearchIndex.open(take);
    index = found.index;
    return { held: found.held };
  },
  fill: ({ documents }) => {
    opened().fill(documents);
    return null;
  },
  seal: ({ content }) => {
    opened().seal(content);
    return null;
  },
  apply: (take) => opened().apply(take),
  query: ({ at, ...query }) => opened().query(query, at),
  close: () => {
    index?.close();
    index = null;
    return null;
  },
};

/** SQLite's words for a file that can no longer be trusted. */
const BROKEN_FILE = /^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN|FULL)/;

function answer({ id, name, take }: Question): Answer {
  try {
    return { id, give: (answers[name] as (take: unknown) => Asks[AskName]["give"])(take) };
  } catch (error) {
    if (error instanceof AppError) return { id, code: error.code };
    if (BROKEN_FILE.test((error as { code?: string }).code ?? "")) throw error;
    return { id, message: String(error) };
  }
}

port.on("message", (question: Question) => port.postMessage(answer(question)));
