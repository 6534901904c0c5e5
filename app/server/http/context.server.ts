import type { ErrorCode } from "../../core/errors.ts";
import type { Lang } from "../../core/language/languages.ts";
import type { Action, Member } from "../../core/people/roles.ts";
import type { Audience } from "../../i18n/options.ts";
import type { App } from "../app.server.ts";

/** What the server tells a request's loaders and actions. */
export interface RequestContext {
  app: App;
  /** The language to answer in: the path's, else the member's own, else the browser's wish. */
  lang: Lang;
  /** Null on visitors' public pages whoever asks: they are the same for everyone. */
  member: Member | null;
  /** For the scripts of hydrated pages; undefined elsewhere. */
  nonce: string | undefined;
  /** The asker's network address: for counting attempts, never for keeping. */
  address: string;
  page: {
    /** Whose strings the page loads in the browser; null: the page brings no JavaScript. */
    hydrates: Audience | null;
    /** Says until when the page stays true; the earliest wins. Null says nothing. */
    validUntil(date: Date | null): void;
    /** Asks to be left alone for so many seconds: becomes Retry-After. */
    retryAfter(seconds: number): void;
    /** Under which id a failure of this request was logged. */
    failure: string | null;
    /** Why a route without a page refused: the server answers for it, with a page or JSON as the asker can read it. */
    refusal: { code: ErrorCode; details: Readonly<Record<string, unknown>> } | null;
  };
}

/** What a route declares beside its code, as plain data. */
export interface RouteHandle {
  access: { loader: "public" | Action; action?: "public" | Action };
  hydrate?: true;
  /** What it says is for who asks alone: never shared, though anybody may ask. */
  personal?: true;
  audience?: Audience;
  /** So many bytes its action takes, of members alone; else what a form may have. */
  takes?: number;
  /** Its loader's answer may be longer than memory should hold: it is passed on as it is made, and not compressed. */
  streams?: true;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
}
