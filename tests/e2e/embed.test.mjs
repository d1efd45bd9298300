// The script tag: when elements start, what they ask for, and what pages do to elements.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import {
  DIST, asksNoMore, checkFails, checkQuiet, checkSoon, fired, hasState, html, quizOf, ready, scroll, settled, shadowText,
  single, useBrowser, words,
} from "./page.mjs";

const { site, visit, visitQuiz } = useBrowser();
const content = quizOf([single("one"), single("two")]);
const TAG = `<adil-quiz loading="eager" src="/quiz.json"><p>The fallback.</p></adil-quiz>`;

/** Opens a page with this body. */
async function openBody(body, { bodies = {}, head = {}, fault, ...options } = {}) {
  const all = { "/page.html": html(body, head), "/quiz.json": JSON.stringify(content), ...bodies };
  const made = await site({ bodies: all, fault });
  return { ...(await visit(`${made.origin}/page.html`, options)), site: made };
}

const chooseSecond = async (quiz) => {
  await quiz.locator(".option").nth(1).click();
  await checkSoon(() => quiz.locator("input:checked").count(), 1);
};
const chosen = (quiz) => quiz.locator("input").nth(1).isChecked();

test("an element that is added later starts", async () => {
  const seen = await openBody("");
  await seen.page.evaluate((tag) => document.body.insertAdjacentHTML("beforeend", tag), TAG);
  await ready(seen.quiz);
  assert.ok(await hasState(seen.quiz, "ready"));
  checkQuiet(seen);
  await seen.close();
});

test("a clone is a quiz of its own", async () => {
  const seen = await openBody(TAG.replace("src", `storage="none" src`));
  await ready(seen.quiz);
  await chooseSecond(seen.quiz);
  await seen.page.evaluate(() => document.body.append(document.querySelector("adil-quiz").cloneNode(true)));
  const clone = seen.page.locator("adil-quiz").nth(1);
  await ready(clone);
  assert.deepEqual([await chosen(seen.quiz), await chosen(clone)], [true, false]);
  await clone.locator(".option").first().click();
  await checkSoon(() => clone.locator("input").first().isChecked(), true);
  assert.ok(await chosen(seen.quiz), "the first one is untouched");
  checkQuiet(seen);
  await seen.close();
});

test("an element that is moved keeps its view and its answers", async () => {
  const seen = await openBody(`${TAG}<section id="there"></section>`);
  await ready(seen.quiz);
  await chooseSecond(seen.quiz);
  await seen.page.evaluate(() => {
    const quiz = document.querySelector("adil-quiz");
    window.box = quiz.shadowRoot.querySelector(".base");
    document.querySelector("#there").append(quiz);
  });
  await settled(seen.page);
  const same = await seen.quiz.evaluate((quiz) =>
    window.box === quiz.shadowRoot.querySelector(".base") && window.box.isConnected);
  assert.ok(same, "the view was not made anew");
  assert.ok(await chosen(seen.quiz));
  assert.equal((await fired(seen.page, "ready")).length, 1);
  await seen.close();
});

test("an element that is taken out and put back later has kept its answers, without storage", async () => {
  const seen = await openBody(TAG.replace("src", `storage="none" src`));
  await ready(seen.quiz);
  await chooseSecond(seen.quiz);
  await seen.page.evaluate(() => (window.taken = document.querySelector("adil-quiz")).remove());
  const left = () => seen.page.evaluate(() => window.taken.shadowRoot.querySelectorAll(".base").length);
  await checkSoon(left, 0, "the view ended while the element was out");
  await seen.page.evaluate(() => document.body.append(window.taken));
  await ready(seen.quiz);
  assert.ok(await chosen(seen.quiz));
  checkQuiet(seen);
  await seen.close();
});

test("the script may stand in a page twice", async () => {
  const head = { head: `<script type="module" src="/adil/adil.js?old"></script>` };
  const seen = await openBody(TAG, { head });
  await ready(seen.quiz);
  assert.equal(await seen.quiz.locator(".base").count(), 1);
  assert.equal((await fired(seen.page, "ready")).length, 1);
  checkQuiet(seen);
  await seen.close();
});

test("attributes and content that were set before the script count", async () => {
  const seen = await openBody("<adil-quiz loading='eager'><p>The fallback.</p></adil-quiz>", { head: { script: "" } });
  await seen.page.evaluate((content) => {
    const quiz = document.querySelector("adil-quiz");
    quiz.content = content;
    quiz.mode = "test";
    const script = Object.assign(document.createElement("script"), { type: "module", src: "/adil/adil.js" });
    document.head.append(script);
  }, content);
  await ready(seen.quiz);
  assert.equal(await seen.quiz.locator(".base").getAttribute("data-mode"), "test");
  assert.equal(await seen.quiz.getAttribute("mode"), "test");
  checkQuiet(seen);
  await seen.close();
});

test("new content and a new mode show without a reload", async () => {
  const seen = await openBody(TAG);
  await ready(seen.quiz);
  await seen.quiz.evaluate((quiz, next) => (quiz.content = next), { ...content, id: "next", title: "The next one" });
  await checkSoon(() => seen.quiz.locator(".title").textContent(), "The next one");
  await seen.quiz.evaluate((quiz) => (quiz.mode = "test"));
  await checkSoon(() => seen.quiz.locator(".base").getAttribute("data-mode"), "test");
  await seen.close();
});

test("the page's language changes in place and answers stay", async () => {
  const seen = await openBody(TAG);
  await ready(seen.quiz);
  await chooseSecond(seen.quiz);
  await seen.page.evaluate(() => (document.documentElement.lang = "kk"));
  await checkSoon(() => seen.quiz.locator(".go").textContent(), words("kk").check_answer);
  assert.ok(await chosen(seen.quiz));
  await seen.close();
});

test("below the fold nothing is loaded until it comes near", async () => {
  const lazy = TAG.replace(`loading="eager"`, "");
  const seen = await openBody(`<div style="height: 6000px"></div>${lazy}`);
  await asksNoMore(seen.page);
  assert.deepEqual(seen.site.asked.filter((path) => path !== "/favicon.ico"), ["/page.html", "/adil/adil.js"]);
  await scroll(seen.quiz);
  await ready(seen.quiz);
  const eager = await openBody(`<div style="height: 6000px"></div>${TAG}`);
  await ready(eager.quiz);
  assert.equal(await eager.page.evaluate(() => scrollY), 0, "an eager one starts far below");
  await Promise.all([seen.close(), eager.close()]);
});

test("all files are asked for at once and only once", async () => {
  const files = ["/adil/adil-quiz.js", "/adil/adil-quiz_bg.wasm", "/adil/adil-quiz.css", "/adil/locales/quiz.en.json", "/quiz.json"];
  let open;
  const wait = new Promise((opened) => (open = opened));
  // Some engines call a page loaded only once all that it asked for has come.
  const waitUntil = "domcontentloaded";
  const seen = await openBody(TAG.repeat(3), { waitUntil, fault: (path) => (files.includes(path) ? { wait } : undefined) });
  seen.site.faulty((path) => (files.includes(path) ? { wait, body: path === "/quiz.json" ? JSON.stringify(content) : undefined } : undefined));
  // No answer has come yet, so none of these waits for another.
  const asked = () => files.filter((file) => seen.site.asked.includes(file));
  await checkSoon(asked, files);
  open();
  await ready(seen.page.locator("adil-quiz").nth(2));
  const shared = seen.site.asked.filter((path) => files.slice(0, 4).includes(path));
  assert.deepEqual(shared.sort(), files.slice(0, 4).sort(), "three quizzes share what they can");
  await seen.close();
});

const hashes = () => readFileSync(`${DIST}/integrity.txt`, "utf8").trim().split("\n").map((line) => line.split(/\s+/).join("="));

async function openHashed(integrity) {
  const script = `<script type="module" src="/adil/adil.js" data-integrity="${integrity.join(" ")}"></script>`;
  return openBody(TAG, { head: { script: "", head: script } });
}

test("with the right hashes the quiz starts", async () => {
  const seen = await openHashed(hashes());
  await ready(seen.quiz);
  checkQuiet(seen);
  await seen.close();
});

for (const file of ["adil-quiz_bg.wasm", "adil-quiz.js"]) {
  test(`a wrong hash of ${file} is refused`, async () => {
    const wrong = (entry) => (entry.startsWith(`${file}=`) ? `${file}=sha384-${"A".repeat(64)}` : entry);
    const seen = await openHashed(hashes().map(wrong));
    await checkFails(seen, "bundle-load", /./);
    await seen.close();
  });
}

test("content that is not there, and then is, is tried again", async () => {
  const seen = await openBody(TAG, { fault: (path) => (path === "/quiz.json" ? { status: 404 } : undefined) });
  await checkFails(seen, "content-load", /quiz\.json could not be loaded: 404/);
  assert.ok((await shadowText(seen.quiz)).includes("This could not start."));
  seen.site.faulty(() => undefined);
  await seen.quiz.locator("[part=retry]").click();
  await ready(seen.quiz);
  await checkSoon(() => hasState(seen.quiz, "error"), false);
  await checkSoon(() => seen.quiz.locator("[part=error]").count(), 0);
  await seen.close();
});

test("content that is no JSON, or missing, is named", async () => {
  const seen = await visitQuiz(`{ "format": "adil", }`);
  await checkFails(seen, "content", /quiz\.json/);
  const empty = await openBody("<adil-quiz loading='eager'><p>The fallback.</p></adil-quiz>");
  await checkFails(empty, "content-missing", /src/);
  await Promise.all([seen.close(), empty.close()]);
});

test("a trap in one kind of widget leaves the other kinds alone", async () => {
  const seen = await openBody(`${TAG}<adil-quiz id="class" mode="class" loading="eager" src="/quiz.json"></adil-quiz>`);
  const other = seen.page.locator("#class");
  await Promise.all([ready(seen.quiz), ready(other)]);
  await seen.page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    error.stack = `at ${loaded.find((name) => name.includes("adil-quiz_bg.wasm"))}:wasm-function[1]`;
    dispatchEvent(new ErrorEvent("error", { error }));
  });
  await checkFails(seen, "crash", /unreachable/);
  await other.getByRole("button", { name: words().reveal }).click();
  await other.locator(".solution").waitFor();
  assert.ok(await hasState(other, "ready"));
  await seen.close();
});
