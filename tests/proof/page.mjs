// Writes one part of docs/proof.md from the notes of its suite: `node page.mjs <part> <notes>`.
// The rest of the page, and the words around the part's markers, stay as they are.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("../../docs/proof.md", import.meta.url));
const [part, notes] = process.argv.slice(2);

/** Notes in tables, each in the order in which its first row came. */
function tables(lines) {
  const found = new Map();
  for (const { table, row, text } of lines) {
    if (!found.has(table)) found.set(table, { rows: [], texts: [] });
    if (row) found.get(table).rows.push(row);
    // A suite that ran in parts says some things again.
    if (text && !found.get(table).texts.includes(text)) found.get(table).texts.push(text);
  }
  return found;
}

const cell = (value) => String(value ?? "").replaceAll("|", "\\|").replace(/\s+/g, " ");
const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;

function markdown([title, { rows, texts }]) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const numbers = columns.map((name) => rows.every((row) => row[name] === undefined || /^[-\d.,× ]+$/.test(row[name])));
  const rule = `|${numbers.map((is) => (is ? "---:" : "---")).join("|")}|`;
  const table = rows.length ? [line(columns), rule, ...rows.map((row) => line(columns.map((name) => row[name])))] : [];
  return [`### ${title}`, "", ...table, ...(table.length ? [""] : []), ...texts.flatMap((text) => [text, ""])].join("\n");
}

const lines = readFileSync(notes, "utf8").split("\n").filter(Boolean).map((text) => JSON.parse(text));
if (!lines.length) throw new Error(`the suite ${part} noted nothing`);
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const day = new Date().toISOString().slice(0, 10);
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
const about = `Written by \`cargo xtask proof ${part}\` on ${day} at ${commit} (${machine}).`;
const body = [about, "", ...[...tables(lines)].map(markdown)].join("\n").trim();

const page = readFileSync(PAGE, "utf8");
const [start, end] = ["start", "end"].map((edge) => `<!-- ${part}: ${edge} -->`);
if (!page.includes(start) || !page.includes(end)) throw new Error(`docs/proof.md has no place for ${part}`);
writeFileSync(PAGE, `${page.split(start)[0]}${start}\n\n${body}\n\n${end}${page.split(end)[1]}`);
console.log(`docs/proof.md: ${part} is written`);
