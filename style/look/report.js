// What the report says: which pairs of colours can be told apart, and which letters a font lacks.
import { make, said } from "./dom.js";
import { lettersOf } from "./letters.js";
import { fails, measure } from "./measure.js";
import { text } from "./texts.js";
import { familyOf } from "./theme.js";

const number = (value, digits = 2) => {
  // Figures are cut, not rounded: what says 4.5 has it.
  const cut = Math.trunc(value * 10 ** digits) / 10 ** digits;
  return new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(cut);
};

/** What was measured, and the table that tells it. */
export class Report {
  #rows = new Map();
  #place;
  #brief;
  #said;
  #tables;
  #isWhole = false;

  /** `brief` is a link elsewhere on the page that says the same in short. */
  constructor(place, brief, checkAll) {
    this.#place = place;
    this.#brief = brief;
    this.#said = make("p", { role: "status", class: "verdict" });
    this.#tables = make("div", {});
    const all = said("button", "check_all", { type: "button", class: "quiet", click: checkAll });
    this.#place.append(this.#said, this.#tables, make("p", { class: "ways" }, all), said("p", "wcag", { class: "help" }));
  }

  /** Forgets what was measured, as after a change. */
  clear() {
    this.#rows.clear();
    this.#isWhole = false;
    delete this.#place.dataset.bad;
    this.#said.textContent = text("measuring");
    this.#brief.textContent = text("measuring");
  }

  /** Measures a widget in a state. */
  add({ tag, state, scheme, widget }) {
    for (const pair of measure(widget)) {
      const key = [tag, pair.kind, pair.part, pair.front, pair.ground, scheme].join();
      const known = this.#rows.get(key);
      if (known) known.times += pair.times;
      else this.#rows.set(key, { ...pair, state, scheme });
    }
  }

  /** How far a measurement of all has come. */
  progress(n, total) {
    this.#isWhole = n === total;
    this.#said.textContent = text("checking", { n, total });
  }

  /** Shows what was measured so far. */
  tell() {
    const all = [...this.#rows.values()].sort((one, other) => one.ratio / one.least - other.ratio / other.least);
    const bad = all.filter(fails);
    const [n, count] = [all.length, bad.length].map((value) => number(value, 0));
    this.#place.dataset.bad = bad.length;
    const verdict = bad.length ? text("some_bad", { n, bad: count }) : text("all_well", { n });
    this.#brief.textContent = verdict;
    this.#brief.parentElement.className = bad.length ? "brief bad-one" : "brief";
    this.#said.textContent = this.#isWhole ? verdict : `${verdict} ${text("stale")}`;
    this.#tables.replaceChildren(
      ...bad.length ? [table(bad, "some")] : [],
      make("details", {}, said("summary", "every_pair"), table(all, "every_pair")),
    );
  }
}

function table(rows, name) {
  const heads = ["what", "where", "pair", "has", "needs", "lc"].map((key) => said("th", key, { scope: "col" }));
  const body = make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows.map(row)));
  return make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": text(name === "some" ? "report" : name) }, body);
}

function row(pair) {
  const { kind, part, words, front, ground, ratio, least, lc, tag, state, scheme, times } = pair;
  const what = part === "focus" ? text("focus") : kind === "text" ? words : text("shape_of");
  const swatch = make("span", { class: "pair-of", "aria-hidden": "true" }, make("span"));
  swatch.style.background = ground;
  swatch.firstChild.style.background = front;
  const more = times > 1 ? ` (${text("times", { n: number(times - 1, 0) })})` : "";
  return make("tr", { class: fails(pair) ? "bad" : "" },
    make("th", { scope: "row" }, make("bdi", {}, what), more),
    make("td", {}, text(tag), " · ", text(`state.${state}`), " · ", text(scheme), make("br"), make("code", { dir: "ltr" }, `::part(${part})`)),
    make("td", {}, swatch, " ", make("bdi", { dir: "ltr" }, text("on", { front, ground }))),
    make("td", {}, `${number(ratio)} : 1`),
    make("td", {}, `${number(least, 1)} : 1`),
    make("td", {}, number(lc, 0)));
}

/** Which letters the fonts of a design lack. */
export async function letters(place, { font, heading, file }) {
  const chosen = [...new Set([font, heading === "same" ? font : heading])];
  const lists = await Promise.all(chosen.map(async (one) => {
    if (one === "page") return [text("letters_page")];
    const list = one === "ours" ? OURS : familyOf(one, file);
    const found = list && await lettersOf(list);
    return found ? linesOf(found, one) : [];
  }));
  place.replaceChildren(...lists.flat().map((words) => make("li", {}, words)));
}

/** The families that widgets have by themselves, see `src/ui/widget.css`. */
const OURS = 'ui-rounded, "Segoe UI Variable", "Noto Sans", system-ui, sans-serif';

function linesOf({ family, missing }, choice) {
  const font = family.replaceAll('"', "");
  const lacking = Object.entries(missing).filter(([, letters]) => letters.length);
  const lines = lacking.map(([lang, all]) => {
    const values = { font, language: text(`lang_${lang}`), count: number(all.length, 0), letters: all.join(" ") };
    return text(all.length > 20 ? "letters_none" : "letters_bad", values);
  });
  if (!lines.length) lines.push(text("letters_well", { font }));
  if (choice !== "own") lines.push(text("letters_device", { font }));
  return lines;
}
