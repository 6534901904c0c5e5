/*
 * "Edit this" and "edit strings", for members who may edit words. A visitors' page is the same for everyone: its own script (portal.js)
 * asks for this one only in a browser that has been in the workbench, and what may be edited here is the server's to say. The build makes
 * one file of it (app/cli/portal-scripts.mjs). Pages that hydrate call `begin` when they have; others begin by themselves.
 */
import { makeBar } from "./in-place/bar.js";
import { showMarks } from "./in-place/marks.js";
import { openStrings } from "./in-place/strings.js";

/**
 * What the member wants to see: "marks" beside what may be edited, "strings" to be clicked, or "off". Kept on this device alone; that
 * there is something says that the server is worth asking.
 */
const KEPT = "in-place";
/** A link to this turns on "edit strings", wherever it stands. */
const ASKS_STRINGS = "#edit-strings";

const inWorkbench = /^\/workbench(\/|$)/.test(location.pathname);
const onKiosk = location.pathname.startsWith("/kiosk/");

let begun = false;

export function begin() {
  if (begun) return;
  begun = true;
  if (inWorkbench) kept() ?? keep("marks");
  addEventListener("hashchange", follow);
  if (location.hash === ASKS_STRINGS) void follow();
  // A kiosk stands where visitors touch it: there only who asks for it by the address gets it.
  else if (inWorkbench ? kept() === "strings" : kept() && !onKiosk) void show(kept());
}

function follow() {
  if (location.hash !== ASKS_STRINGS) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  return show("strings");
}

let shown = null;

/** @param {"marks" | "strings" | "off"} mode */
async function show(mode) {
  shown ??= open();
  (await shown)?.(mode);
}

/** @returns how to change the mode; null: there is nothing here for who asks */
async function open() {
  const told = await ask();
  const mayMark = !inWorkbench && !onKiosk && told?.pairs.length > 0;
  if (!told || !(mayMark || told.strings)) return null;
  let marks = null;
  let strings = null;
  const change = (mode) => {
    // In the workbench "off" takes away what was asked for there; on visitors' pages the marks stay as they were.
    if (!onKiosk) keep(inWorkbench && mode === "off" ? "marks" : mode);
    document.documentElement.dataset.inPlace = mode;
    marks?.();
    marks = mode === "marks" && mayMark ? showMarks(told) : null;
    strings?.close();
    strings = mode === "strings" && told.strings ? openStrings(told, bar) : null;
    bar.show(mode);
  };
  const bar = makeBar({ ...told, mayMark, always: !inWorkbench && !onKiosk, change });
  const step = (event) => {
    const { inPlace } = document.documentElement.dataset;
    // What lies open above the page has its own use for the key.
    if (event.key !== "Escape" || inPlace === "off" || document.querySelector("dialog[open], .term-card, .tools[open]")) return;
    if (!bar.stepBack()) change("off");
  };
  // Before what lies open has closed itself.
  addEventListener("keydown", step, true);
  return change;
}

/** What the server says of this page; null: nobody is signed in, who is may edit no words, or it can't be reached. */
async function ask() {
  try {
    const answer = await fetch(`/workbench/in-place?page=${encodeURIComponent(location.pathname)}`, {
      headers: { accept: "application/json" },
      redirect: "manual",
    });
    if (answer.ok) return await answer.json();
    // Led to the sign-in, or refused: from now on nothing is asked, until the workbench is entered again.
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) localStorage.removeItem(KEPT);
  } catch {
    // Without a link nothing can be edited either.
  }
  return null;
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(mode) {
  try {
    localStorage.setItem(KEPT, mode);
  } catch {
    // A browser that keeps nothing still shows it on this page.
  }
}

if (!document.getElementById("strings") && inWorkbench) begin();
