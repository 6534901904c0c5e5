import type { ReactNode } from "react";
import { type Lang, language } from "../../core/language/languages.ts";

/** A column by its name, or by the language whose values it holds. */
type Column = string | { lang: Lang };

interface DataTableProps {
  /** Read out with the table; in sight the heading above says it. */
  caption: string;
  columns: readonly Column[];
  className?: string;
  /** Rows, each of which begins with what it is about. */
  children: ReactNode;
}

/** A table of the workbench: where it is wider than its place, it scrolls by itself. */
export function DataTable({ caption, columns, className, children }: DataTableProps) {
  return (
    <div className="table-box">
      <table className={className}>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) =>
              typeof column === "string" ? (
                <th key={column} scope="col">
                  {column}
                </th>
              ) : (
                <th key={column.lang} scope="col" lang={language(column.lang).tag}>
                  {language(column.lang).name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** What a chart shows, as numbers. */
export function TableTwin({ summary, ...table }: DataTableProps & { summary: string }) {
  return (
    <details>
      <summary>{summary}</summary>
      <DataTable {...table} />
    </details>
  );
}
