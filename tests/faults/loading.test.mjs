// What goes wrong on the way to a running widget: files that are missing, cut off, or of another
// version, policies that forbid, browsers that cannot, memory that runs out. The learner reads the
// author's text and may try again; what was done on an earlier visit is there once it runs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../run/test.mjs";
import { DIST, checkSoon, html, quizOf, ready, single } from "../e2e/page.mjs";
import {
  FALLBACK as TEXT, comeAgain, failuresOf, fault, open, site, tag, visit,
} from "./fault.mjs";
import { withoutGrowth } from "./wasm.mjs";
import { MODES, WIDGETS, bundleOf, tagOf } from "./widgets.mjs";

const SORRY = "the text between the tags, and “Try again”";
const AGAIN = "what was done, once tried again";
const RUNS = "nothing yet; it runs, once tried again";
const FALLBACK = "the text between the tags";
const ANEW = "what was done, once the page is loaded anew";
const SCRIPT = "/adil/adil.js";

const dist = (name) => readFileSync(`${DIST}/${name}`);

// The files of a widget, by what they are.
const FILES = {
  module: (widget) => `/adil/${bundleOf(widget)}_bg.wasm`,
  script: (widget) => `/adil/${bundleOf(widget)}.js`,
  "style sheet": (widget) => `/adil/${tagOf(widget)}.css`,
  "table of texts": (widget) => `/adil/locales/${widget.kind}.en.json`,
  content: (widget) => widget.src,
};

/** A fault of one file of a widget; what is wrong with it may depend on the file. */
const at = (file, bad) => async (widget) => {
  const path = FILES[file](widget);
  const found = typeof bad === "function" ? bad(path.replace("/adil/", ""), widget) : bad;
  return comeAgain(widget, { fault: (asked) => (asked === path ? found : undefined) });
};

/** The learner may try again; the page hears this code, and its author reads what it says. */
const sorry = (code, more) => ({ sees: SORRY, keeps: AGAIN, code, ...more });
const FINE = { sees: "the widget", keeps: "what was done" };

/** A bundle that cannot start, in each widget and in each mode that has a bundle of its own. */
function broken(name, about, run) {
  fault(name, { sees: SORRY, keeps: AGAIN, ...about }, run);
  fault(`${name}, in further modes`, { sees: SORRY, keeps: RUNS, on: MODES, ...about }, run);
}

broken("the module is not there", { code: "bundle-load", says: /_bg\.wasm.*404/ }, at("module", { status: 404 }));
broken("the script of a bundle is not there", { code: "bundle-load" }, at("script", { status: 404 }));
for (const file of ["style sheet", "table of texts"]) {
  fault(`the ${file} is not there`, sorry("bundle-load", { says: /404/ }), at(file, { status: 404 }));
}
fault("the content is not there", sorry("content-load", { says: /404/ }), at("content", { status: 404 }));

const half = (name) => ({ cut: Math.floor(dist(name).length / 2) });
broken("the module is cut off", { code: "bundle-load" }, at("module", half));
fault("the script of a bundle is cut off", sorry("bundle-load"), at("script", half));
fault("the content is cut off", sorry("content", { says: /this is not JSON/ }), at("content", half));
fault("the table of texts is cut off", sorry("bundle-load"), at("table of texts", half));
fault("the style sheet is cut off", FINE, at("style sheet", half));

for (const file of ["module", "style sheet", "table of texts", "content"]) {
  fault(`the ${file} comes with a wrong type`, FINE, at(file, { type: "application/octet-stream" }));
}
fault("the script of a bundle comes with a wrong type", sorry("bundle-load"), at("script", { type: "text/plain" }));

// A network that wants a name and a password first answers every request with its own page.
const login = { body: html("<h2>Welcome to our network</h2>", { script: "" }), type: "text/html" };
const isShared = (path) => path.startsWith("/adil/") && path !== SCRIPT;
fault("a network answers all requests with its own page", sorry("bundle-load"), (widget) =>
  comeAgain(widget, { fault: (path) => (isShared(path) ? login : undefined) }));
for (const file of ["module", "table of texts", "content"]) {
  const code = file === "content" ? "content" : "bundle-load";
  fault(`a network answers with its own page instead of the ${file}`, sorry(code), at(file, login));
}
test("a network that answered with its own page leaves no widget without its looks", async () => {
  const [quiz] = WIDGETS;
  const seen = await at("style sheet", login)(quiz);
  await seen.element.locator(".base, [part=retry]").first().waitFor();
  await seen.mend();
  const retry = seen.element.locator("[part=retry]");
  // Where no one can try again, a fresh element must not take over what was wrong.
  if (await retry.count()) await retry.click();
  else await seen.element.evaluate((element) => element.replaceWith(element.cloneNode(true)));
  await ready(seen.element);
  const isDressed = () => seen.element.locator(".base").evaluate((base) => getComputedStyle(base).paddingTop !== "0px");
  await checkSoon(isDressed, true, "the card has its style sheet");
  await seen.close();
});

// What was wrong may have been told to keep for a year, and must not come back from the browser's cache.
const lasting = { ...login, headers: { "cache-control": "public, max-age=31536000, immutable" } };
for (const file of ["module", "content"]) {
  const code = file === "content" ? "content" : "bundle-load";
  fault(`the browser keeps a wrong ${file} in its cache`, sorry(code), at(file, lasting));
}

// An old bundle beside a new script: a cache or a half-copied folder mixed them.
const OTHER = {
  "adil-quiz": "adil-quiz-class", "adil-pledge": "adil-pledge-verify", "adil-video": "adil-quiz",
};
fault("the module is of another version than its script", sorry("bundle-load"),
  at("module", (name, widget) => ({ body: dist(`${OTHER[widget.name]}_bg.wasm`) })));
fault("the bundle is of a version that starts in another way", sorry("bundle-load"),
  at("script", (name) => ({ body: dist(name).toString().replace(/\bas mount\b/, "as begin") })));
fault("the style sheet is of another version", FINE,
  at("style sheet", { body: ".base{display:block}" }));
fault("the table of texts is of an older version, without the newest words", FINE,
  at("table of texts", (name) => {
    const words = Object.entries(JSON.parse(dist(name)));
    return { body: JSON.stringify(Object.fromEntries(words.slice(0, words.length / 2))) };
  }));

// What the browser or the page forbids.
/** A visit with a script that runs before the page's own, until it is mended. */
async function comeWith(widget, source) {
  const seen = await comeAgain(widget, { enter: false });
  const session = await seen.context.newCDPSession(seen.page);
  await session.send("Page.enable");
  const { identifier } = await session.send("Page.addScriptToEvaluateOnNewDocument", { source });
  await seen.enter();
  seen.mend = () => session.send("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  return seen;
}

fault("the browser has no WebAssembly", sorry("wasm-missing", { keeps: ANEW }), (widget) =>
  comeWith(widget, "delete globalThis.WebAssembly"));

/** Opens the page as it stands before it is mended. */
async function enterAs(seen, page) {
  seen.site.faulty((path) => (path === "/page.html" ? page : undefined));
  await seen.enter();
  return seen;
}

const NEEDED = {
  "default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'",
  "style-src": "'self'", "img-src": "'self'", "media-src": "'self'",
};
const policy = (sources) =>
  Object.entries({ ...NEEDED, ...sources }).map((part) => part.join(" ")).join("; ");
const POLICIES = {
  "forbids WebAssembly": [() => ({ "script-src": "'self'" }), "wasm-blocked", /'wasm-unsafe-eval'/],
  "forbids all requests but for content": [
    (origin) => ({ "connect-src": `${origin}/adil/examples/` }), "bundle-load", /./,
  ],
};
for (const [name, [sources, code, says]] of Object.entries(POLICIES)) {
  fault(`the page's policy ${name}`, sorry(code, { says, keeps: ANEW, expected: /Content Security Policy/ }), async (widget) => {
    const seen = await comeAgain(widget, { enter: false });
    const headers = { "content-security-policy": policy(sources(seen.site.origin)) };
    return enterAs(seen, { headers, body: html(tag(widget, { storage: "session" })) });
  });
}
fault("the page's policy allows only what is needed", FINE, (widget) =>
  comeAgain(widget, { headers: { "content-security-policy": policy({}) } }));

fault("a hash of the module is wrong", sorry("bundle-load", { keeps: ANEW, expected: /integrity/ }), async (widget) => {
  const hash = `${tagOf(widget)}_bg.wasm=sha384-${"A".repeat(64)}`;
  const head = `<script type="module" src="${SCRIPT}" data-integrity="${hash}"></script>`;
  const body = html(tag(widget, { storage: "session" }), { script: "", head });
  return enterAs(await comeAgain(widget, { enter: false }), { body });
});

// Without the script itself there is no element at all: the text between the tags is all there is.
const SPOILT = {
  "is not there": { status: 404 }, "is cut off": { cut: 3_000 },
  "comes as plain text": { type: "text/plain" }, "never comes": { drop: true },
};
for (const [name, bad] of Object.entries(SPOILT)) {
  fault(`adil.js ${name}`, { sees: FALLBACK, keeps: ANEW, expected: /SyntaxError|net::/ }, (widget) =>
    comeAgain(widget, { fault: (path) => (path === SCRIPT ? bad : undefined) }));
}

test("without JavaScript the text between the tags is read", async () => {
  const failures = await failuresOf(WIDGETS, async (widget) => {
    const made = await site({ bodies: { "/page.html": html(tag(widget)) } });
    const { page, close } = await visit(`${made.origin}/page.html`, { javaScriptEnabled: false });
    await page.getByText(TEXT).waitFor();
    await close();
  });
  assert.equal(failures.join("\n\n"), "");
});

// Memory that runs out. The content is larger than what the module has at its start.
const large = (widget) => {
  const content = JSON.parse(dist(widget.src.replace("/adil/", "")));
  return JSON.stringify({ ...content, _note: "x".repeat(4_000_000) });
};
fault("memory runs out while the content is read", sorry("crash"), (widget) => {
  const small = { body: withoutGrowth(dist(`${tagOf(widget)}_bg.wasm`)) };
  const bad = { [FILES.module(widget)]: small, [FILES.content(widget)]: { body: large(widget) } };
  return comeAgain(widget, { fault: (path) => bad[path] }).then((seen) => {
    // The content is as large when there is memory again.
    seen.mend = () => seen.site.faulty((path) => (path === FILES.content(widget) ? bad[path] : undefined));
    return seen;
  });
});
const NO_MEMORY = `WebAssembly.instantiateStreaming = async () => {
  throw new RangeError("WebAssembly.instantiate(): Out of memory");
}`;
fault("there is no memory for a module", sorry("bundle-load", { keeps: ANEW }), (widget) =>
  comeWith(widget, NO_MEMORY));

test("an answer that cannot be checked yet is checked once it can", async () => {
  const [quiz] = WIDGETS;
  const rest = (path) => (path.endsWith(".lazy.wasm") ? { status: 404 } : undefined);
  const number = { id: "number", type: "number", stem: "Two and two?", answer: 4 };
  const visitQuiz = (content) => {
    const bodies = { "/quiz.json": JSON.stringify(content) };
    return open({ ...quiz, src: "/quiz.json" }, { bodies, fault: rest });
  };
  const seen = await visitQuiz(quizOf([single("one"), number]));
  await ready(seen.quiz);
  const notice = seen.quiz.locator(".notice");
  assert.equal(await notice.count(), 0, "nothing was missed so far");
  await seen.quiz.locator(".option").nth(1).click();
  // What is answered cannot be kept yet, which the learner has to know.
  await notice.waitFor();
  await seen.quiz.locator(".go").click();
  await notice.waitFor();
  assert.equal(await seen.quiz.locator(".verdict").count(), 0);
  assert.equal(await seen.quiz.locator("input:checked").count(), 1, "the answer stays");
  await seen.mend();
  await notice.locator("button").click();
  await seen.quiz.locator(".verdict").waitFor();
  await checkSoon(() => notice.count(), 0);
  await seen.close();

  const other = await visitQuiz(quizOf([number]));
  await ready(other.quiz);
  await other.quiz.locator(".notice").waitFor();
  await other.mend();
  await other.quiz.locator(".notice button").click();
  await other.quiz.locator("input").fill("4");
  await other.quiz.locator(".go").click();
  await other.quiz.locator(".verdict[data-state=right]").waitFor();
  await other.close();
});
