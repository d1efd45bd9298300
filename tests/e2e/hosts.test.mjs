// Pages as schools write them: each quiz is taken from its start to its result.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ENGINE } from "../engines/launch.mjs";
import { test } from "../engines/test.mjs";
import {
  checkAxe, checkOwn, checkQuiet, checkSoon, example, fill, fired, hasState, ready, scroll, useBrowser,
  words,
} from "./page.mjs";
import { hands, keyboard, pointsOf, solve, solveAll } from "./solve.mjs";

const { site, visit } = useBrowser();
// WebKit has no sanitizer of its own, and the content has HTML.
const TRUSTED = ENGINE === "webkit" ? "dompurify" : "'none'";
const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  `connect-src 'self'; img-src 'self'; media-src 'self'; require-trusted-types-for 'script'; trusted-types ${TRUSTED}`;
const choices = example("small-choices");
const types = example("item-types");
const fair = example("fair-and-square");
const number = new Intl.NumberFormat("en");

async function openHost(name, { headers, ...options } = {}) {
  const made = await site({ headers });
  return { ...(await visit(`${made.origin}/${name}.html`, options)), site: made };
}

/** The result says that everything was right. */
async function checkPerfect(quiz, content, lang = "en") {
  if (content.level.startsWith("primary")) {
    await checkSoon(() => quiz.locator(".star[data-state=on]").count(), 3);
  } else {
    const all = number.format(pointsOf(content));
    const points = fill(words(lang).points_of, { n: all, total: all });
    const score = (await quiz.locator(".score").textContent()).replace(/\s+/g, " ");
    assert.ok(score.includes(points), `${score} has ${points}`);
    assert.match(score, /100\s?%/);
  }
  assert.equal(await quiz.locator(".missed, .foot > .go").count(), 0, "nothing was missed");
  await checkSoon(() => hasState(quiz, "complete"), true, ":state(complete)");
}

async function checkReview(quiz, content) {
  await quiz.locator(".review-box button").click();
  await checkSoon(() => quiz.locator(".reviewed").count(), content.items.length);
  assert.equal(await quiz.locator(".reviewed[data-state=wrong], .reviewed[data-state=partly]").count(), 0);
}

/**
 * Takes a quiz by mouse; axe looks at the first item, its feedback, the result and the review, but
 * where other tests have it look at the same ones.
 */
async function takeByMouse(seen, content, lang, look = checkAxe) {
  const { page, quiz } = seen;
  await scroll(quiz);
  await ready(quiz);
  const first = content.items[0].id;
  if (await quiz.locator(".intro").count()) {
    await look(page, "the introduction");
    await quiz.locator(".go").click();
  }
  await look(page, "the first item");
  const checked = (item) => (item.id === first ? look(page, "the feedback") : undefined);
  await solveAll(quiz, content, { lang, checked });
  await checkPerfect(quiz, content, lang);
  await look(page, "the result");
  await checkReview(quiz, content);
  await look(page, "the review");
  checkQuiet(seen);
}

test("a page with one quiz is taken by mouse from its start to its result", async () => {
  const seen = await openHost("one");
  await takeByMouse(seen, choices);
  assert.ok(!(await seen.page.getByText("It needs JavaScript").isVisible()), "the fallback gave way");
  checkOwn(seen, seen.site.origin);
  await checkSoon(async () => (await fired(seen.page, "complete")).map(({ detail }) => detail.scaled), [1]);
  await seen.close();
});

test("a page with one quiz is taken by the keyboard alone", async () => {
  const seen = await openHost("one");
  await ready(seen.quiz);
  await seen.page.evaluate(() => {
    addEventListener("pointerdown", () => (window.touched = true), true);
  });
  // Number keys are for those inside the quiz.
  await seen.page.keyboard.press("Tab");
  await solveAll(seen.quiz, choices, { hand: keyboard(seen.page) });
  await checkPerfect(seen.quiz, choices);
  assert.equal(await seen.page.evaluate(() => window.touched), undefined);
  checkQuiet(seen);
  await seen.close();
});

test("a page with one quiz is taken by touch", async () => {
  const seen = await openHost("one", { hasTouch: true, isMobile: true, viewport: { width: 390, height: 760 } });
  await ready(seen.quiz);
  await solveAll(seen.quiz, choices, { hand: hands.touch });
  await checkPerfect(seen.quiz, choices);
  checkQuiet(seen);
  await seen.close();
});

test("three quizzes of one page are taken one after the other and share their files", async () => {
  const seen = await openHost("three");
  for (const [id, content] of [["small", fair], ["older", choices], ["types", types]]) {
    await takeByMouse({ ...seen, quiz: seen.page.locator(`#${id}`) }, content, "en", () => {});
  }
  await checkAxe(seen.page, "three results on one page");
  const once = seen.site.asked.filter((path) => /\.(wasm|css|js)$|locales/.test(path));
  assert.deepEqual(once, [...new Set(once)], "no file is asked for twice");
  const done = async () => (await fired(seen.page, "complete")).map((event) => event.on);
  await checkSoon(done, ["small", "older", "types"]);
  await seen.close();
});

test("a quiz written into the page needs no further file", async () => {
  const text = readFileSync(new URL("../hosts/inline.html", import.meta.url), "utf8");
  const content = JSON.parse(/json">([^]*?)<\/script>/.exec(text)[1]);
  const seen = await openHost("inline");
  await takeByMouse(seen, content);
  assert.deepEqual(seen.site.asked.filter((path) => /examples|inline\.json/.test(path)), []);
  await seen.close();
});

test("a page may take script, bundle and content from another origin", async () => {
  const other = await site({ headers: { "access-control-allow-origin": "*" } });
  const text = readFileSync(new URL("../hosts/origin.html", import.meta.url), "utf8");
  const made = await site({ bodies: { "/origin.html": text.replaceAll("__ORIGIN__", other.origin) } });
  const seen = await visit(`${made.origin}/origin.html`);
  await takeByMouse(seen, types, "en", () => {});
  checkOwn(seen, made.origin, other.origin);
  assert.deepEqual(made.asked.filter((path) => path !== "/favicon.ico"), ["/origin.html"], "all else is at the other origin");
  await seen.close();
});

/** Runs in the page: keeps what its policy stops. */
function keepViolations() {
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) => window.violations.push(event.effectiveDirective));
}

test("a strict content security policy with trusted types is kept", async () => {
  const seen = await openHost("csp", { headers: { "content-security-policy": CSP }, init: [keepViolations] });
  const violations = () => seen.page.evaluate(() => window.violations);
  await ready(seen.quiz);
  await solveAll(seen.quiz, types);
  await checkPerfect(seen.quiz, types);
  await checkReview(seen.quiz, types);
  assert.deepEqual(await violations(), [], "the policy was never touched");
  checkQuiet(seen);
  await seen.page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await checkSoon(violations, ["style-src-attr"], "what touches it would be seen");
  await seen.close();
});

test("the styles of a content management system do not reach inside", async () => {
  const seen = await openHost("cms");
  await takeByMouse(seen, types);
  const look = await seen.quiz.locator(".base").evaluate((base) => {
    const { fontSize, textTransform, letterSpacing, display } = getComputedStyle(base);
    return { fontSize: parseFloat(fontSize), textTransform, letterSpacing, display };
  });
  assert.ok(look.fontSize >= 16, `letters of ${look.fontSize} px`);
  assert.deepEqual({ ...look, fontSize: 0 }, { fontSize: 0, textTransform: "none", letterSpacing: "normal", display: "block" });
  await seen.close();
});

test("a page in Arabic is taken from right to left", async () => {
  const seen = await openHost("rtl");
  await takeByMouse(seen, fair, "ar");
  assert.equal(await seen.quiz.locator(".base").getAttribute("dir"), "rtl");
  assert.ok((await seen.quiz.locator(".result").textContent()).includes(words("ar").retry_all));
  await seen.close();
});

test("a page changes colours, corners and parts by its own styles", async () => {
  const seen = await openHost("restyle");
  await ready(seen.quiz);
  const style = (selector, name) => seen.quiz.locator(selector).first().evaluate((e, name) => getComputedStyle(e)[name], name);
  await seen.quiz.locator("label.option").first().click();
  await checkSoon(() => style(".go", "backgroundColor"), "rgb(120, 0, 60)");
  await checkSoon(() => style(".go", "borderTopLeftRadius"), "7px");
  await checkSoon(() => style(".go", "letterSpacing"), "3px");
  await checkSoon(() => style("label.option", "borderTopLeftRadius"), "3px");
  const outline = () => seen.quiz.evaluate((element) => getComputedStyle(element).outlineWidth);
  assert.notEqual(await outline(), "5px");
  await solve(seen.quiz, choices.items[0]);
  for (const item of choices.items.slice(1)) await solve(seen.quiz, item);
  await checkSoon(outline, "5px", ":state(complete) takes the page's style");
  await checkAxe(seen.page, "the restyled result");
  checkQuiet(seen);
  await seen.close();
});
