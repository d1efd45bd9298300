// How soon a first answer is taken and kept, on a slowed line and processor: where the page holds the
// question, as `adil embed` writes it, beside the widget alone and beside plain HTML, the floor. And
// what lines would bring that ask for files earlier.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { adil } from "../e2e/command.mjs";
import { DIST, html } from "../e2e/page.mjs";
import { whole } from "../proof/note.mjs";
import { pressed } from "./peers/measure.mjs";
import { forAdil, forFloor } from "./peers/questions.mjs";
import { makeFiles, start } from "./peers/server.mjs";
import { grouped, median, ratio, say, table } from "./peers/table.mjs";

const ROUNDS = whole ? 15 : 7;
const TITLE = "A first answer, slowed";
const SRC = "/content/quiz.json";
/** How much later than from the floor an answer may be taken. */
const MOST = 1.2;

/** What `adil embed` writes of the five questions. */
function lines(...options) {
  const folder = mkdtempSync(join(tmpdir(), "adil-lines-"));
  try {
    const file = join(folder, "quiz.json");
    writeFileSync(file, forAdil);
    return adil("embed", file, "--src", SRC, ...options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [, build] = /\?v=(\w+)/.exec(readFileSync(join(DIST, "adil.js"), "utf8"));
const floor = readFileSync(new URL("peers/floor.js", import.meta.url), "utf8");
const plain = `<script type="module" src="/adil/adil.js"></script>
<adil-quiz src="${SRC}"><p>A quiz. It needs JavaScript.</p></adil-quiz>`;
const early = [
  `<link rel="modulepreload" href="/adil/adil-quiz.js?v=${build}">`,
  `<link rel="preload" as="fetch" crossorigin href="/adil/adil-quiz_bg.wasm?v=${build}">`,
].join("\n");
const content = `<link rel="preload" as="fetch" crossorigin href="${SRC}">`;

/** These run in the page, with the element that was pressed: whether it took the press. */
const isChecked = (element) => element.checked;
const isLabelled = (label) => label.control.checked;
const isChosen = (element) => element.part.contains("chosen");
/** Whether the widget has what was pressed before it was there. */
const hasKept = () => !!document.querySelector("adil-quiz").shadowRoot?.querySelector("[part~=chosen]");

const inPage = { target: [".adil-first label"], works: isLabelled, kept: hasKept };
const inWidget = { target: ["adil-quiz", ".option"], works: isChosen };
const data = `<script type="application/json" id="questions">${forFloor}</script>`;
const CONTENDERS = [
  {
    name: "plain HTML and JavaScript (the floor)", target: ["#quiz input"], works: isChecked,
    body: `<div id="quiz"></div>${data}<script type="module">${floor}</script>`,
  },
  { name: "as `adil embed --early` writes it", body: lines("--early", "--dist", DIST), ...inPage },
  { name: "as `adil embed` writes it", body: lines(), ...inPage },
  { name: "the widget alone", body: plain, ...inWidget },
  { name: "the widget alone, its files asked for early", body: early + plain, ...inWidget },
  { name: "the widget alone, its content asked for early", body: content + plain, ...inWidget },
].map((one, n) => ({ ...one, path: `/pages/first-${n}.html`, times: [] }));

const STYLE = "<style>.widget { min-block-size: 60rem; max-inline-size: 760px }</style>";
const page = ({ body }) => html(`<div class="widget">${body}</div><p>The page goes on.</p>`, { head: STYLE, script: "" });
const bodies = { [SRC]: forAdil, ...Object.fromEntries(CONTENDERS.map((one) => [one.path, page(one)])) };
const files = makeFiles({ bodies, folders: { "/adil/": DIST } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"],
});
const site = await start(files, "HTTP/1.1");
try {
  const where = { browser, files, site, profile: "slowed" };
  // The first visits compress the files, so that no later one waits for it.
  for (const one of CONTENDERS) await pressed(where, one);
  for (let n = 0; n < ROUNDS; n++) {
    for (const one of [...CONTENDERS.slice(n % CONTENDERS.length), ...CONTENDERS.slice(0, n % CONTENDERS.length)]) {
      one.times.push((await pressed(where, one)).reacted);
    }
  }
  const [first, own] = CONTENDERS;
  table(TITLE, CONTENDERS.map(({ name, times }) => ({
    "": name, "taken, ms": grouped(median(times)), "times the floor": ratio(times, first.times).toFixed(2),
  })));
  const found = ratio(own.times, first.times);
  say(TITLE, `${found <= MOST ? "Met" : "Missed"}: time until an answer is taken and kept, times that of the floor: ${found.toFixed(2)}, at most ${MOST.toFixed(2)}.`);
  say(TITLE, `Medians of ${ROUNDS} visits in turn, each with a cold cache; ratios round by round.`);
} finally {
  await browser.close();
  await site.close();
}
