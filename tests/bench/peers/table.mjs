// Medians, ratios pair by pair, and how they are printed and noted.
import { note, remark } from "../../proof/note.mjs";

export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[Math.floor(half)];
};

/**
 * The median of the ratios between two contenders, run by run: what disturbs the machine disturbs
 * both runs of a pair. Two zeros are level.
 */
export const ratio = (some, others) => median(some.map((value, n) => (value === others[n] ? 1 : value / others[n])));

/** A whole number as people read it. */
export const grouped = (value) => Math.round(value).toLocaleString("en");
const kilo = (value) => (value / 1000).toFixed(1);
const mega = (value) => (value / 1e6).toFixed(2);

/** A column: `of` finds the figure in a visit, `from` tells which kind of visit has it. */
const pressed = (title, of, show = grouped) => ({ title, from: "presses", of, show });
const rested = (title, of, show = grouped) => ({ title, from: "rests", of, show });

const PAINTED = pressed("first paint, ms", ({ painted }) => painted);
const RUNNING = pressed("plays, ms", ({ running }) => running);
export const COLUMNS = {
  EARLY: pressed("until it works, kB", ({ early }) => early.brotli, kilo),
  REACTED: pressed("works, ms", ({ reacted }) => reacted),
  BUSY: rested("main thread, ms", ({ busy }) => busy),
};
const { EARLY, REACTED, BUSY } = COLUMNS;
const FIRST = [
  rested("requests", ({ requests }) => requests),
  rested("as it is, kB", ({ loaded }) => loaded.raw, kilo),
  rested("gzip 9, kB", ({ loaded }) => loaded.gzip, kilo),
  rested("brotli 11, kB", ({ loaded }) => loaded.brotli, kilo),
  EARLY, PAINTED, REACTED,
];
const LAST = [
  BUSY,
  rested("blocked, ms", ({ blocked }) => blocked),
  rested("layout shift", ({ shifts }) => shifts, (value) => value.toFixed(3)),
  rested("JS heap, MB", ({ heap }) => heap, mega),
  rested("with WebAssembly, MB", ({ heap, wasm }) => heap + wasm, mega),
];
const ALL = { quiz: [...FIRST, ...LAST], video: [...FIRST, RUNNING, ...LAST] };
const TIMES = [PAINTED, REACTED, RUNNING, BUSY];

/** The columns for which there are runs. */
export const columnsOf = (kind, runs) => ALL[kind].filter(({ from }) => runs[0][from].length);

/** The figures of one contender in one column, run by run. */
export const figures = (runs, column) => runs[column.from].map(column.of);

/** Prints and notes one table: medians, and for times how many times those of Adil. */
export function show(title, kind, runs) {
  const [ours] = runs;
  const columns = columnsOf(kind, runs);
  const rows = runs.map((one) => ({
    "": one.name,
    ...Object.fromEntries(columns.map((column) => {
      const values = figures(one, column);
      const shown = column.show(median(values));
      if (one === ours || !TIMES.includes(column)) return [column.title, shown];
      return [column.title, `${shown} ×${ratio(values, figures(ours, column)).toFixed(2)}`];
    })),
  }));
  table(title, rows);
}

/** Prints and notes rows. */
export function table(title, rows) {
  print(title, rows);
  for (const row of rows) note(title, row);
}

/** Prints rows under the names of their columns. */
function print(title, rows) {
  const titles = Object.keys(rows[0]);
  const widths = titles.map((name) => Math.max(...[name, ...rows.map((row) => row[name])].map((cell) => cell.length)));
  const line = (cells) => cells.map((cell, n) => (n ? cell.padStart(widths[n]) : cell.padEnd(widths[n]))).join("  ");
  console.log(`\n${title}`);
  console.log(line(titles));
  for (const row of rows) console.log(line(Object.values(row)));
}

/** Prints and notes a sentence below a table. */
export function say(title, text) {
  console.log(text);
  remark(title, text);
}
