/** Where to go after a detour: a page of the workbench, never another place, whatever the form said. */
export function nextPage(wanted: unknown): string {
  const base = "http://localhost";
  if (typeof wanted !== "string" || !URL.canParse(wanted, base)) return "/workbench";
  const { origin, pathname, search } = new URL(wanted, base);
  const inside = origin === base && (pathname === "/workbench" || pathname.startsWith("/workbench/"));
  return inside ? pathname + search : "/workbench";
}
