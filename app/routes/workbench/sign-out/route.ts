import { type ActionFunctionArgs, redirect } from "@remix-run/node";

export const handle = { access: { loader: "public", action: "public" }, audience: "workbench" } as const;

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const secret = await app.sessions.secretOf(request);
  if (secret) await app.useCases.signOut(secret);
  return redirect("/workbench/sign-in", { status: 303, headers: { "Set-Cookie": await app.sessions.take() } });
}

/** Opened as an address, it signs nobody out. */
export const loader = () => redirect("/workbench");
