// The site: every link leads somewhere, nothing jumps, nothing is asked for elsewhere, axe finds nothing
// in any theme and language; it is found in, tried, printed, and read without scripts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sampled } from "../run/sample.mjs";
import { test } from "../run/test.mjs";
import { checkAxe, checkOwn, checkSoon, DIST, settled, until, useBrowser } from "./page.mjs";
import { textsOf } from "./pdf.mjs";
import { broken, inLanguage, inline, LANGUAGES, pages } from "./site-pages.mjs";
import { serve } from "./server.mjs";

const { visit } = useBrowser();
const texts = (lang) => JSON.parse(readFileSync(fileURLToPath(new URL(`../../site/texts/${lang}.json`, import.meta.url)), "utf8"));
const EN = texts("en");

/** Runs in the page: keeps what jumps, with the elements that moved. */
function keepShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) window.shifts.push({ value, moved: sources.map(({ node }) => `${node?.localName}.${node?.className}`) });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** A page of the site, from a server that has only it. */
const open = async (path, options = {}) => {
  const site = await serve({ "/": `${DIST}/` });
  const seen = await visit(`${site.origin}/${path}`, { init: [keepShifts], viewport: { width: 1_280, height: 800 }, ...options });
  return { ...seen, site, end: () => Promise.all([seen.close(), site.close()]) };
};

/** Every widget that was begun stands or says why not. */
const stand = (page) => until(() => page.evaluate(() => [...document.querySelectorAll(".stage > *")]
  .filter((one) => one.matches(":state(loading)") || one.getAttribute("loading") === "eager")
  .every((one) => one.matches(":state(ready)"))), "the widgets stand");

/** Goes down the page, so that what is lazy comes. */
const walk = async (page) => {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 700) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await settled(page);
    await stand(page);
  }
};

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("every address of every page leads somewhere", () => {
  assert.ok(pages.length > 100, `${pages.length} pages`);
  assert.deepEqual(pages.flatMap((path) => broken(path).map((address) => `${path}: ${address}`)), []);
});

test("every guide is in the list of guides", () => {
  const listed = readFileSync(`${DIST}/guides/index.html`, "utf8");
  assert.deepEqual(pages.filter((path) => /^guides\//.test(path) && !listed.includes(`"../${path}"`) && path !== "guides/index.html"), []);
});

test("no page has what a strict policy would stop", () => {
  assert.deepEqual(pages.flatMap((path) => inline(path).map((found) => `${path}: ${found}`)), []);
});

// The front page and a widget's on every push; all pages take turns.
const MAIN = ["index.html", "widgets/quiz.html"];
const cells = (list) => list.flatMap((path) => ["light", "dark"].map((scheme) => [path, scheme]));
const others = pages.filter((path) => !MAIN.includes(path) && path !== "guides/proof.html");
for (const [path, scheme] of [...sampled("main pages of the site", cells(MAIN), 2), ...sampled("pages of the site", cells(others), 5)]) {
  test(`${path}, ${scheme}: nothing jumps, nothing comes from elsewhere, axe finds nothing, 360 px are enough`, async () => {
    const seen = await open(path, { colorScheme: scheme });
    await stand(seen.page);
    await walk(seen.page);
    await checkAxe(seen.page, path, "html");
    assert.deepEqual(await seen.page.evaluate(() => window.shifts), []);
    assert.equal(await overflow(seen.page), 0, "1280 px");
    await seen.page.setViewportSize({ width: 360, height: 740 });
    await walk(seen.page);
    assert.equal(await overflow(seen.page), 0, "360 px");
    await checkAxe(seen.page, `${path} on a phone`, "html");
    assert.deepEqual(seen.said, []);
    checkOwn(seen, seen.site.origin);
    await seen.end();
  });
}

test("on a phone nothing jumps either", async () => {
  for (const path of ["index.html", "ar/widgets/story.html"]) {
    const { page, end } = await open(path, { viewport: { width: 360, height: 740 } });
    await stand(page);
    await walk(page);
    // A story says late that the device has no voice; what moves inside of widgets has no name here.
    const own = (shifts) => shifts.filter(({ moved }) => moved.some((name) => name !== "undefined.undefined"));
    assert.deepEqual(own(await page.evaluate(() => window.shifts)), [], path);
    await end();
  }
});

test("the front page is there before any WebAssembly, and its quiz is answered by keyboard", async () => {
  const { page, site, end } = await open("index.html");
  await page.getByRole("heading", { level: 1, name: EN.front.title }).waitFor();
  await page.keyboard.press("Tab");
  await checkSoon(() => page.evaluate(() => document.activeElement.textContent), EN.skip);
  await stand(page);
  const quiz = page.locator(".try adil-quiz");
  await quiz.getByRole("radio").nth(1).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await quiz.getByText("Both have the same chance").filter({ visible: true }).first().waitFor();
  assert.ok(site.asked.indexOf("/site/site.css") < site.asked.findIndex((path) => path.endsWith(".wasm")));
  await end();
});

test("the two lines of the front page are copied, and work on a page", async () => {
  const { page, context, site, end } = await open("index.html", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator(".snippet").getByRole("button", { name: EN.copy }).click();
  const copied = await until(() => page.evaluate(() => navigator.clipboard.readText()));
  site.fault = (path) => (path === "/mine.html" ? { body: `<!doctype html><title>Mine</title>${copied}`, type: "text/html" } : undefined);
  const mine = await context.newPage();
  await mine.route("**/adil/**", (route) => route.fulfill({ path: `${DIST}${new URL(route.request().url()).pathname.slice(5)}` }));
  await mine.goto(`${site.origin}/mine.html`);
  await mine.getByRole("heading", { name: "Small Choices, Big Trust" }).waitFor();
  await end();
});

test("widgets are chosen by age", async () => {
  const { page, end } = await open("index.html");
  const shown = () => page.locator("article.card:visible").count();
  const all = await shown();
  await page.getByRole("radio", { name: EN.ages.staff }).check();
  await until(async () => (await shown()) < all && (await shown()) > 0);
  await page.getByRole("radio", { name: EN.ages.all }).check();
  await checkSoon(shown, all);
  await end();
});

test("languages lead to the same page, and the widget speaks them", async () => {
  const { page, end } = await open("widgets/quiz.html");
  for (const lang of sampled("languages of the site", LANGUAGES.slice(1), 2)) {
    await page.locator(`.tongues [lang=${lang}]`).click();
    await page.waitForURL(`**/${inLanguage("widgets/quiz.html", lang)}`);
    await page.getByRole("heading", { level: 1, name: texts(lang).widget.quiz.title }).waitFor();
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), texts(lang).dir);
    await stand(page);
    assert.equal(await page.locator(".stage .base").first().evaluate((base) => getComputedStyle(base).direction), texts(lang).dir);
  }
  await end();
});

test("a developer sets attributes, reads the lines and the events, and sees where a part is", async () => {
  const { page, end, said } = await open("widgets/quiz.html?view=developer");
  const bench = page.locator("[data-stage]");
  const lines = bench.locator(".lines");
  await stand(page);
  await page.getByText("adil-ready").first().waitFor();
  const outlined = (name) => async () => {
    await page.getByRole("button", { name, exact: true }).focus();
    return bench.locator("adil-quiz [part~=title]").first().evaluate((part) => getComputedStyle(part).outlineStyle);
  };
  await checkSoon(outlined("title"), "dashed");
  await checkSoon(outlined("star"), "none");
  await bench.getByLabel("theme", { exact: true }).selectOption("dark");
  await until(async () => (await lines.textContent()).includes(` theme="dark"`));
  await checkSoon(() => bench.locator("adil-quiz").getAttribute("theme"), "dark");
  await bench.getByLabel(EN.page.mode).selectOption("print");
  await until(async () => /mode="print".* versions="2"/.test(await lines.textContent()));
  await bench.locator(".stage .paper, .stage .base").first().waitFor();
  await bench.getByLabel(EN.page.mode).selectOption("");
  await until(async () => !/versions/.test(await lines.textContent()));
  await bench.locator(".option").first().click();
  await bench.getByRole("button", { name: "Check answer" }).click();
  await bench.locator(".events").getByText("adil-answer").waitFor();
  assert.deepEqual(said, []);
  await end();
});

test("every example and every mode of every widget can be shown", async () => {
  for (const name of sampled("widgets on their pages", pages.filter((path) => /^widgets\//.test(path)), 2)) {
    const { page, said, end } = await open(`${name}?view=developer`);
    await stand(page);
    for (const which of ["src", "mode"]) {
      const select = page.locator(`[data-stage] select[name=${which}]`);
      for (const { value } of await select.evaluate((one) => [...one.options].map(({ value }) => ({ value })))) {
        await select.selectOption(value);
        await stand(page);
      }
    }
    assert.deepEqual(said, [], name);
    await end();
  }
});

test("pupils, teachers and developers see the same page differently", async () => {
  const { page, end } = await open("widgets/pledge.html");
  const headings = () => page.getByRole("heading", { level: 2 }).allTextContents();
  const isSeen = async (title) => (await headings()).includes(title);
  assert.deepEqual([await isSeen(EN.page.stored), await isSeen(EN.page.parts)], [true, false]);
  await page.getByRole("radio", { name: EN.page.developer }).check();
  await until(() => isSeen(EN.page.parts));
  assert.match(page.url(), /view=developer/);
  await page.getByRole("radio", { name: EN.page.pupil }).check();
  await until(async () => !(await isSeen(EN.page.stored)));
  await end();
  const linked = await open("widgets/pledge.html#parts");
  await linked.page.getByRole("heading", { name: EN.page.parts, exact: true }).waitFor();
  await linked.end();
});

/** What is searched, the language, and what comes first. */
const SEARCHES = [
  ["projector", "en", "guides/a-class-with-one-projector.html"],
  ["WordPress", "en", "guides/wordpress.html"],
  ["heading-lev", "en", "widgets/"],
  ["бейнесабақ", "kk", "widgets/video.html"],
  ["обещание", "ru", "widgets/pledge.html"],
  ["moodle", "ru", "guides/moodle.html"],
  ["قصه", "ar", "widgets/story.html"],
];
for (const [words, lang, first] of SEARCHES) {
  test(`searching “${words}” (${lang}) finds ${first} first`, async () => {
    const { page, site, end } = await open(inLanguage("search.html", lang));
    await page.getByRole("searchbox").fill(words);
    const link = page.locator(".found a").first();
    await link.waitFor();
    const found = new URL(await link.evaluate((one) => one.href)).pathname.slice(1);
    assert.ok(found.startsWith(inLanguage(first, lang)), found);
    await page.getByRole("status").filter({ hasText: /\d/ }).first().waitFor();
    await link.click();
    await page.waitForURL(`${site.origin}/${found}**`);
    await end();
  });
}

test("a search that finds nothing says so, one without an index shows all pages", async () => {
  const { page, site, end } = await open("search.html");
  await page.getByRole("searchbox").fill("xyzzyx");
  await page.getByText(EN.search.none).waitFor();
  await page.getByRole("searchbox").fill("");
  await page.getByRole("heading", { name: EN.search.all }).waitFor();
  site.fault = (path) => (/search-ru/.test(path) ? { status: 500 } : undefined);
  await page.goto(`${site.origin}/ru/search.html?q=урок`);
  await page.getByText(texts("ru").search.failed).waitFor();
  await page.getByRole("heading", { name: texts("ru").search.all }).waitFor();
  await end();
});

test("without JavaScript every page says what it says with it", async () => {
  const { page, site, end } = await open("index.html", { javaScriptEnabled: false });
  await page.getByText("Two pupils want the last place").first().waitFor();
  assert.ok(await page.locator(".snippet").isVisible());
  for (const [path, words] of [["widgets/story.html", "cash box"], ["kk/widgets/pledge.html", "уәде"], ["search.html", "Put a quiz on my page"]]) {
    await page.goto(`${site.origin}/${path}`);
    assert.ok(await page.getByText(words).filter({ visible: true }).count(), path);
  }
  assert.equal(await page.locator("form.search").isVisible(), false);
  await end();
});

test("the site opens from a folder: pages, languages and the search", async () => {
  const { page, close, said } = await visit(`file://${DIST}/index.html`);
  await page.locator(".tongues [lang=kk]").click();
  await page.getByRole("heading", { level: 1, name: texts("kk").front.title }).waitFor();
  await page.locator(".find").click();
  await page.getByRole("searchbox").fill("wordpress");
  await page.locator(".found a").first().click();
  await page.getByRole("heading", { level: 1, name: "WordPress" }).waitFor();
  // Browsers load no modules from a folder; the text between the tags says what stands there.
  assert.ok(said.every((line) => /adil\.js|module|CORS|ERR_FAILED/i.test(line)), said.join("\n"));
  await close();
});

test("“What is stored” is one printed page, without menus", async () => {
  const { page, end } = await open("guides/what-is-stored.html");
  const sheets = textsOf(await page.pdf({ format: "A4" }));
  assert.equal(sheets.length, 1);
  assert.doesNotMatch(sheets[0], /Қазақша/);
  await end();
});

test("in forced colours it can be seen which view is chosen", async () => {
  const { page, end } = await open("widgets/quiz.html", { forcedColors: "active" });
  const ground = (name) => page.locator(`#view-${name} + span`).evaluate((one) => getComputedStyle(one).backgroundColor);
  assert.notEqual(await ground("teacher"), await ground("pupil"));
  await end();
});
