/** An agency as a page shows it: its name of today in the page's language; no phone where none is published. */
export interface ShownAgency {
  name: string;
  phone: string | null;
}
