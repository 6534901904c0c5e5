/** What the suites reported, counted and named. A suite that broke without naming a failure counts as one. */
import { existsSync, readFileSync } from "node:fs";
import { ROOT } from "../app/cli/project.mjs";

/**
 * @typedef {object} Summary
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures one line for each failed test: where, and its name
 * @property {string[]} again the same for each test that passed only when it was tried again
 */

/** @returns {Summary} */
const nothing = () => ({ passed: 0, failed: 0, skipped: 0, failures: [], again: [] });

/** @param {string} failure @returns {Summary} */
export const oneFailure = (failure) => ({ ...nothing(), failed: 1, failures: [failure] });

/** @param {{ name: string, passed: boolean }[]} checks @returns {Summary} */
export const ofChecks = (checks) => add(checks.map(({ name, passed }) => (passed ? { ...nothing(), passed: 1 } : oneFailure(`check › ${name}`))));

/**
 * @param {string} suite its name
 * @param {string} report path of Vitest's JSON report
 * @param {import("../app/cli/child.mjs").Ended} ended
 * @returns {Summary}
 */
export function ofVitest(suite, report, ended) {
  if (!existsSync(report)) return broken(suite, nothing(), ended);
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const summary = nothing();
  for (const file of testResults) {
    const name = file.name.replace(`${ROOT}/`, "");
    // A file that could not be loaded has no tests to fail.
    if (file.status === "failed" && file.assertionResults.length === 0) fail(summary, `${name} › could not be run: ${firstLine(file.message)}`);
    for (const test of file.assertionResults) {
      if (test.status === "passed") summary.passed += 1;
      else if (test.status === "failed") fail(summary, `${name} › ${test.fullName}`);
      else summary.skipped += 1;
    }
  }
  return broken(suite, summary, ended);
}

/**
 * @param {string} name of the suite
 * @param {string} report path of Playwright's JSON report
 * @param {import("../app/cli/child.mjs").Ended} ended
 * @returns {Summary}
 */
export function ofPlaywright(name, report, ended) {
  if (!existsSync(report)) return broken(name, nothing(), ended);
  const { suites, errors } = JSON.parse(readFileSync(report, "utf8"));
  const summary = nothing();
  for (const error of errors) fail(summary, `${name} › ${firstLine(error.message)}`);
  const visit = (/** @type {any} */ suite, /** @type {string[]} */ path) => {
    for (const child of suite.suites ?? []) visit(child, [...path, child.title]);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const called = [...path, `${spec.title} [${test.projectName}]`].join(" › ");
        if (test.status === "flaky") summary.again.push(called);
        if (test.status === "expected" || test.status === "flaky") summary.passed += 1;
        else if (test.status === "skipped") summary.skipped += 1;
        else fail(summary, called);
      }
    }
  };
  for (const suite of suites) visit(suite, [suite.title]);
  return broken(name, summary, ended);
}

/** @param {Summary[]} summaries @returns {Summary} */
export function add(summaries) {
  const total = nothing();
  for (const summary of summaries) {
    total.passed += summary.passed;
    total.failed += summary.failed;
    total.skipped += summary.skipped;
    total.failures.push(...summary.failures);
    total.again.push(...summary.again);
  }
  return total;
}

/** The last line of a run. @param {Summary} summary */
export function lastLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** @param {Summary} summary @param {string} failure */
function fail(summary, failure) {
  summary.failed += 1;
  summary.failures.push(failure);
}

/** @param {string} name @param {Summary} summary @param {import("../app/cli/child.mjs").Ended} ended */
function broken(name, summary, { code, timedOut }) {
  if (timedOut) fail(summary, `${name} › did not end in time`);
  else if (summary.failed === 0 && code !== 0) fail(summary, `${name} › ended with code ${code}; see its output above`);
  else if (summary.failed + summary.passed === 0) fail(summary, `${name} › ran no test`);
  return summary;
}

const firstLine = (text = "") => text.split("\n")[0];
