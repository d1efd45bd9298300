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

/** What a push runs of each part. */
const ON_PUSH = {
  speed: "bytes, by `size`", playing: "how exactly it stops, by `engines`", pages: "a sample, by `e2e`",
  looks: "some pages, by `e2e`", faults: "a sample, by `faults`", attacks: "the most telling texts, by `e2e`", fuzz: "a few thousand inputs, by `host`",
  engines: "lessons and chosen pages, by `engines`", mutants: "nothing", supply: "nothing",
  ways: "what the guides name, by `e2e`",
  calendars: "one reader, by `host`",
};

/** Which promise is proven where, and when it last ran whole: from the page's own parts. */
function index(page) {
  const parts = [...page.matchAll(/^## (.*)\n(?:(?!#|<!--).*\n)*<!-- (\w+): start -->\n\n(?:Written by \S+ xtask proof \w+. on (\S+) at (\w+))?/gm)];
  const rows = parts.map(([, title, part, date, commit]) =>
    line([title, `\`cargo xtask proof ${part}\``, date ? `${date}, ${commit}` : "not yet", ON_PUSH[part] ?? ""]));
  return [line(["what", "the whole of it", "last run", "on each push"]), "|---|---|---|---|", ...rows].join("\n");
}

/** The page with new words between two marks. */
function between(page, mark, body) {
  const [start, end] = ["start", "end"].map((edge) => `<!-- ${mark}: ${edge} -->`);
  if (!page.includes(start) || !page.includes(end)) throw new Error(`docs/proof.md has no place for ${mark}`);
  return `${page.split(start)[0]}${start}\n\n${body}\n\n${end}${page.split(end)[1]}`;
}

const page = between(readFileSync(PAGE, "utf8"), part, body);
writeFileSync(PAGE, between(page, "index", index(page)));
console.log(`docs/proof.md: ${part} is written`);
