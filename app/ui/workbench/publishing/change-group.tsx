import type { ReactNode } from "react";

/** Changes of one sort, as a list under its name. */
export function ChangeGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="changes">{children}</ul>
    </>
  );
}
