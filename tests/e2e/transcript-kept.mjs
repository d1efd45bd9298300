// Transcripts as they were last read by a person: `tests/transcripts/<widget>-<path>.<lang>.txt`.
// ADIL_UPDATE=1 writes them anew; the difference in a commit is what a screen reader says otherwise.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../transcripts/", import.meta.url));

/** How many lines before and after a difference are shown. */
const BEFORE = 12;
const AFTER = 6;

/** The first line that differs, with what stands around it; nothing where none does. */
export function difference(kept, now) {
  const [a, b] = [kept, now].map((text) => text.split("\n"));
  const at = a.findIndex((line, n) => line !== b[n]);
  const first = at < 0 ? (a.length === b.length ? -1 : a.length) : at;
  if (first < 0) return undefined;
  const marked = (lines, mark) => lines.slice(first, first + AFTER).map((line) => `${mark} ${line}`);
  return [
    ...a.slice(Math.max(0, first - BEFORE), first).map((line) => `  ${line}`), ...marked(a, "-"), ...marked(b, "+"),
  ].join("\n");
}

/** A transcript is as it was kept, or is kept anew. */
export function checkKept(name, text) {
  const path = `${FOLDER}${name}.txt`;
  if (process.env.ADIL_UPDATE) {
    mkdirSync(FOLDER, { recursive: true });
    return writeFileSync(path, text);
  }
  assert.ok(existsSync(path), `tests/transcripts/${name}.txt is there (ADIL_UPDATE=1 writes it)`);
  const found = difference(readFileSync(path, "utf8"), text);
  if (found) assert.fail(`tests/transcripts/${name}.txt differs (ADIL_UPDATE=1 renews it):\n${found}`);
}
