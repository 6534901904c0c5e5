import type { LoaderFunctionArgs } from "@remix-run/node";
import { LANGS } from "../../../../core/language/languages.ts";
import { AUDIT_COLUMNS, csvLine, csvOf, type ExportedEntry, jsonLineOf } from "../../../../core/people/audit-export.ts";
import { askedOf } from "../asked.ts";

export const handle = { access: { loader: "audit.read" }, audience: "workbench", streams: true } as const;

/** Spreadsheets take a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The audit trail as a file: CSV for people, with a header in every language; JSON lines for machines. Made while it is sent. */
export function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const entries = app.readers.workbench.auditExport(askedOf(query));
  const csv = query.get("as") !== "jsonl";
  const words = LANGS.map((lang) => app.strings.instance(lang).getFixedT(lang, "records"));
  const header = csv ? BYTE_ORDER_MARK + csvLine(AUDIT_COLUMNS.map((column) => words.map((t) => t(`audit.columns.${column}`)).join(" · "))) : "";
  const headers = {
    "Content-Type": csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
    "Content-Disposition": `attachment; filename="audit.${csv ? "csv" : "jsonl"}"`,
    "Cache-Control": "no-store",
  };
  return new Response(streamOf(piecesOf(header, entries, csv ? csvOf : jsonLineOf)), { headers });
}

/** Large enough that passing pieces on costs next to nothing. */
const PIECE = 32_768;

async function* piecesOf(header: string, entries: AsyncIterable<ExportedEntry>, lineOf: (entry: ExportedEntry) => string): AsyncGenerator<string> {
  let piece = header;
  for await (const entry of entries) {
    piece += lineOf(entry);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece) yield piece;
}

/** Made as it is read: whoever stops reading stops the making. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
