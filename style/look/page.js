// The page on which a school finds its look: controls, a preview in every state, a report, and the style
// sheet to take away.
import { controls } from "./controls.js";
import { make, radios, said } from "./dom.js";
import { everyState, preview, readyCss, style, themes } from "./preview.js";
import { letters, Report } from "./report.js";
import { STATES } from "./states.js";
import { text } from "./texts.js";
import { cssOf, fileOf, untouched } from "./theme.js";

const one = (selector) => document.querySelector(selector);
const design = untouched();
const asked = new URLSearchParams(location.search);
/** The widget that is shown; an address may ask for another one, as in `?widget=adil-story`. */
let tag = asked.get("widget") in STATES ? asked.get("widget") : "adil-quiz";
/** What stands in the preview. */
let shown = [];
/** Count changes of the design, and measurements: what began before the last one ends. */
let change = 0;
let measuring = 0;
let isAll = false;
let timer;

const report = new Report(one(".report"), one(".brief a"), () => measureAll());

const schemes = () => (design.scheme === "both" ? ["light", "dark"] : [design.scheme]);

/** The look of the preview follows the design. */
async function restyle() {
  const mine = ++change;
  const css = cssOf(design, await readyCss(design.base));
  if (mine !== change) return;
  style("own", css.rules);
  const file = fileOf(css);
  one("#css").value = file;
  one(".untouched").hidden = Boolean(css.rules);
  const link = one("#save");
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([file], { type: "text/css" }));
  letters(one(".letters"), design);
  measureShown();
}

/** The states of the widget that was chosen. */
function represent() {
  shown = [];
  measureShown();
  preview(one(".states"), tag, schemes(), "look-own", (row) => {
    shown.push(row);
    // Who asked for all of them meanwhile waits for these as well.
    if (!isAll) measureShown();
  });
}

/** Measures what is shown, once colours that move to others have arrived. */
function measureShown() {
  measuring += 1;
  isAll = false;
  report.clear();
  clearTimeout(timer);
  timer = setTimeout(() => {
    shown.forEach((row) => report.add(row));
    if (shown.length) report.tell();
  }, 300);
}

async function measureAll() {
  const mine = ++measuring;
  isAll = true;
  clearTimeout(timer);
  report.clear();
  await everyState(schemes(), "look-own", {
    go: () => mine === measuring,
    seen(row, n, total) {
      report.add(row);
      report.progress(n, total);
    },
  });
  if (mine === measuring) report.tell();
}

/* The form, which is written anew when all is taken back. */

function form() {
  const place = one(".choices form");
  place.replaceChildren();
  let scheme = design.scheme;
  controls(place, design, () => {
    const isOther = scheme !== design.scheme;
    scheme = design.scheme;
    restyle();
    if (isOther) represent();
  });
}

one(".choices form").addEventListener("reset", (event) => {
  event.preventDefault();
  Object.assign(design, untouched());
  one("input[name=base][value=school]").checked = true;
  form();
  restyle();
  represent();
});
one(".choices form").addEventListener("submit", (event) => event.preventDefault());

/* The style sheet */

function takeAway() {
  const told = make("p", { role: "status" });
  const area = make("textarea", { id: "css", readOnly: true, rows: "12", dir: "ltr", spellcheck: "false", "aria-label": text("css") });
  const copy = said("button", "copy", {
    type: "button", class: "go",
    async click() {
      try {
        await navigator.clipboard.writeText(area.value);
        told.textContent = text("copied");
      } catch {
        area.select();
        told.textContent = text("not_copied");
      }
    },
  });
  const save = said("a", "download", { id: "save", class: "quiet", download: "adil-look.css", href: "#" });
  one(".take").append(
    said("p", "nothing", { class: "untouched" }), area, make("p", { class: "ways" }, copy, save), told,
    said("p", "take_help"),
    make("pre", { dir: "ltr" }, make("code", {}, `<link rel="stylesheet" href="adil-look.css">`)),
  );
}

const samples = () => themes(one(".themes"), design.base, (name) => {
  design.base = name;
  restyle();
});

one(".without").remove();
one(".bench").hidden = false;
takeAway();
one(".widgets").append(...radios("widget", Object.keys(STATES), tag, (value) => {
  tag = value;
  represent();
}, { key: (value) => value }));
form();
samples();
restyle();
represent();
