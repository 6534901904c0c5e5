import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditPage } from "../../../../ui/workbench/audit/audit-page.tsx";
import { named } from "../../titled.ts";
import { askedOf } from "../asked.ts";

export const handle = { access: { loader: "audit.read" }, audience: "workbench" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const query = new URL(request.url).searchParams;
  const filter = askedOf(query);
  const before = query.get("before");
  const view = await app.readers.workbench.audit(filter, before);
  const title = app.strings.instance(lang).getFixedT(lang, "records")("audit.title");
  // Values of any shape are shown as they are kept: made into words here, so that the page knows only words.
  const rows = view.rows.map((row) => ({ ...row, before: wordsOf(row.before), after: wordsOf(row.after) }));
  return { ...view, rows, filter, lang, title: named(context, title) };
}

const wordsOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value, null, 1));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Audit() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <AuditPage {...page} />;
}
