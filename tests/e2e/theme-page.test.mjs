// The page on which a school finds its look: what a teacher chooses is measured, what cannot be read is
// named, letters that a font lacks are told, and the style sheet that is taken away looks as the preview.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "../run/test.mjs";
import { inTurn, sampled } from "../run/sample.mjs";
import { lightness, opacityOf, ratio } from "../../style/look/colour.js";
import { everyLetter, families, LETTERS } from "../../style/look/letters.js";
import { STATES } from "../../style/look/states.js";
import { COLOURS, cssOf, fileOf, nameOf, READY, untouched } from "../../style/look/theme.js";
import { checkAxe, checkOwn, checkQuiet, checkSoon, html, until, useBrowser } from "./page.mjs";

const browser = useBrowser();
const TEXTS = Object.fromEntries(["en", "ru", "kk", "ar"].map((lang) =>
  [lang, JSON.parse(readFileSync(new URL(`../../site/texts/${lang}.json`, import.meta.url), "utf8")).themes]));
const EN = TEXTS.en;

/** Opens the page and waits until what it shows was measured. */
async function open({ lang = "en", widget = "adil-record", ...options } = {}) {
  const site = await browser.site();
  const seen = await browser.visit(`${site.origin}/adil/${lang === "en" ? "" : `${lang}/`}themes.html?widget=${widget}`, options);
  await measured(seen.page, STATES[widget].length * 2);
  return { ...seen, site };
}

const report = (page) => page.locator(".report");
/** Everything that is shown stands, and was measured. */
const measured = (page, states = 1) => until(async () => {
  const stands = await page.locator(".states .cell > *").count();
  return stands >= states && (await report(page).getAttribute("data-bad")) !== null;
}, "the preview was measured");
/** The style sheet says this, and the preview was measured with it. */
const says = async (page, css) => {
  await until(async () => (await page.locator("#css").inputValue()).includes(css), css);
  await measured(page);
};
const bad = async (page) => Number(await report(page).getAttribute("data-bad"));
const colour = (page, name, scheme) => page.getByRole("group", { name: EN[name], exact: true }).getByLabel(EN[scheme], { exact: true });

/* What needs no browser. */

test("contrast is that of WCAG, and lightness that of APCA", () => {
  const rgb = (hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  // Figures that the authors of APCA published for their own code.
  const published = [
    ["888888", "ffffff", 63.056, 3.545], ["ffffff", "888888", -68.541, 3.545], ["000000", "aaaaaa", 58.146, 9.04],
    ["aaaaaa", "000000", -56.241, 9.04], ["112233", "ddeeff", 91.668, 13.648], ["ddeeff", "112233", -93.068, 13.648],
    ["112233", "444444", 8.323, 1.658], ["444444", "112233", -7.527, 1.658], ["123456", "123456", 0, 1],
  ];
  for (const [text, ground, lc, contrast] of published) {
    assert.equal(lightness(rgb(text), rgb(ground)).toFixed(3), lc.toFixed(3), `${text} on ${ground}`);
    assert.equal(ratio(rgb(text), rgb(ground)).toFixed(3), contrast.toFixed(3));
  }
  for (const [colour, expected] of [["rgb(1, 2, 3)", 1], ["rgba(0, 0, 0, 0)", 0], ["oklab(0.5 0 0 / 0.25)", 0.25], ["color(srgb 1 1 1 / 50%)", 0.5]]) {
    assert.equal(opacityOf(colour), expected, colour);
  }
});

test("colours to begin with are those of the manifests, and every theme, state and text has its place", () => {
  const WIDGETS = readdirSync(new URL("../../widgets/", import.meta.url));
  const manifest = (widget) => JSON.parse(readFileSync(new URL(`../../widgets/${widget}/custom-elements.json`, import.meta.url), "utf8"));
  const { cssProperties } = manifest("quiz").modules[0].declarations[0];
  const long = (hex) => (hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join("")}` : hex);
  for (const [name, [light, dark]] of Object.entries(COLOURS).filter(([name]) => name !== "on-accent")) {
    const told = cssProperties.find((property) => property.name === `--adil-${name}`);
    const shown = JSON.stringify(told).match(/#[0-9a-f]{3,6}/g).map(long);
    assert.deepEqual(shown.slice(0, 2), [light, dark], name);
  }
  const files = readdirSync(new URL("../../style/themes/", import.meta.url)).map((file) => file.replace(".css", ""));
  assert.deepEqual(READY.slice(1).sort(), files.sort());
  assert.deepEqual(Object.keys(STATES).sort(), WIDGETS.map((name) => `adil-${name}`).sort());
  const needed = [...Object.values(STATES).flat().map(({ words }) => `state.${words}`), ...READY.map((name) => `ready.${name}`), ...Object.keys(STATES), ...Object.keys(COLOURS)];
  for (const key of needed) assert.ok(key in EN, key);
  const gaps = (words) => (words.match(/\{\w+\}/g) ?? []).sort();
  for (const [lang, texts] of Object.entries(TEXTS)) {
    assert.deepEqual(Object.keys(texts), Object.keys(EN), lang);
    for (const key of Object.keys(EN)) assert.deepEqual(gaps(texts[key]), gaps(EN[key]), `${lang}: ${key}`);
  }
});

test("a design comes to the CSS that says it, and nothing that was typed ends a rule", () => {
  const written = (more) => fileOf(cssOf({ ...untouched(), ...more }));
  assert.doesNotMatch(written({}), /\{/, "untouched it is nothing");
  const one = written({ colours: { accent: { light: "#7a1f5c", dark: "#7a1f5c" } }, radius: 6, font: "page" });
  assert.match(one, /--adil-accent: #7a1f5c;\n {2}--adil-radius: 6px;\n {2}--adil-font: ;\n}/);
  assert.doesNotMatch(one, /light-dark|color-scheme/, "one colour for both needs no switch");
  const two = written({ colours: { ink: { light: "#111111", dark: "#eeeeee" } } });
  assert.match(two, /color-scheme: light;\n {2}--adil-ink: #111111;/);
  assert.match(two, /@supports [^]*color-scheme: inherit;\n {4}--adil-ink: light-dark\(#111111, #eeeeee\);/);
  assert.match(written({ scheme: "dark", colours: { ink: { light: "#111111", dark: "#eeeeee" } } }), /color-scheme: dark;\n {2}--adil-ink: #eeeeee;\n}/);
  const font = written({ font: "own", file: `a"} b{c: url(x) '.woff2` });
  assert.match(font, /font-family: "a b c url x";\n {2}src: url\("a%22%7D%20b%7Bc%3A%20url\(x\)%20'\.woff2"\)/);
  for (const [file, name] of [["Мектеп Sans.ttf", "Мектеп Sans"], ["\\\".otf", "School"]]) assert.equal(nameOf(file), name);
  assert.deepEqual(families(`ui-rounded, "Segoe, UI", 'A B', serif`), ["ui-rounded", `"Segoe, UI"`, "'A B'", "serif"]);
});

/* The page. */

test("a teacher who picks a pair that cannot be read is told which, and where; what is mended is told, too", async () => {
  const seen = await open({ widget: "adil-quiz" });
  const { page } = seen;
  assert.equal(await bad(page), 0, await report(page).innerText());
  // An accent alone cannot go wrong, however pale it is.
  await colour(page, "accent", "light").fill("#ffff66");
  await says(page, "#ffff66");
  assert.equal(await bad(page), 0, await report(page).innerText());
  // Words of one's own colour can.
  await page.getByText(EN.more, { exact: true }).click();
  await colour(page, "ink", "light").fill("#b8b8b8");
  await says(page, "#b8b8b8");
  assert.ok(await bad(page) > 0, "something cannot be read");
  const row = await report(page).locator("tr.bad").filter({ hasText: "::part(stem)" }).first().innerText();
  assert.match(row, /Quiz · .* · Light/, "where it is");
  assert.match(row, /#b8b8b8 on #ffffff/, "the colours as they are shown");
  assert.match(row, /1\.98 : 1/, "how much there is");
  assert.match(row, /[34]\.[05] : 1/, "how much is needed");
  const schemes = await report(page).locator(".wide").first().locator("tr.bad td:nth-child(2)").allInnerTexts();
  assert.deepEqual(schemes.filter((where) => !where.includes(EN.light)), [], "in dark nothing was changed");
  await page.getByRole("group", { name: EN.ink, exact: true }).getByRole("checkbox").uncheck();
  await checkSoon(() => bad(page), 0);
  checkQuiet(seen);
  checkOwn(seen, seen.site.origin, "blob:", "data:");
  await seen.close();
});

/** Runs in the page: what a widget in a state looks like, part by part. */
function looksOf(widget) {
  const names = ["color", "backgroundColor", "borderTopColor", "borderTopLeftRadius", "fontFamily", "rowGap", "minHeight"];
  return [...widget.shadowRoot.querySelectorAll("[part]")].map((element) => {
    const style = getComputedStyle(element);
    return [element.getAttribute("part"), ...names.map((name) => style[name])].join(" | ");
  });
}

for (const base of inTurn("ready themes under a design that is taken away", READY)) {
  test(`what is taken away makes a plain page look as the preview (${base})`, async () => {
    const seen = await open({ widget: "adil-quiz", acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] });
    const { page, site } = seen;
    await page.getByRole("radio", { name: EN[`ready.${base}`], exact: true }).check();
    await colour(page, "accent", "light").fill("#7a1f5c");
    await colour(page, "accent", "dark").fill("#f0a6d8");
    await page.getByRole("slider", { name: EN.radius, exact: true }).fill("5");
    await page.getByRole("radio", { name: EN["density.airy"] }).check();
    await page.getByRole("combobox", { name: EN.headings, exact: true }).selectOption("typewriter");
    await says(page, "--adil-font-heading");
    const css = await page.getByRole("textbox", { name: EN.css }).inputValue();
    assert.match(css, /light-dark\(#7a1f5c, #f0a6d8\)/);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: EN.download }).click()]);
    assert.equal(file.suggestedFilename(), "adil-look.css");
    assert.equal(readFileSync(await file.path(), "utf8"), css);
    await page.getByRole("button", { name: EN.copy }).click();
    await page.getByText(EN.copied).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), css);
    const cell = (scheme) => page.locator(`.states .cell.${scheme} adil-quiz`).first();
    const expected = { light: await cell("light").evaluate(looksOf), dark: await cell("dark").evaluate(looksOf) };
    const { origin } = await browser.site({ bodies: { "/plain.html": html("", { head: `<link rel="stylesheet" href="/adil-look.css">` }), "/adil-look.css": css } });
    const plain = await browser.visit(`${origin}/plain.html`);
    for (const scheme of ["light", "dark"]) {
      const shown = await plain.page.evaluateHandle(async ([scheme]) => {
        const { STATES, show } = await import("/adil/style/look/states.js");
        return show(document.querySelector("main"), "adil-quiz", STATES["adil-quiz"][0], new URL("/adil/examples/", location.href), { theme: scheme });
      }, [scheme]);
      await checkSoon(() => shown.evaluate(looksOf), expected[scheme], scheme);
      const go = await shown.evaluate((quiz) => getComputedStyle(quiz.shadowRoot.querySelector("[part~=go]")).borderTopLeftRadius);
      assert.ok(parseFloat(go) >= 0);
    }
    checkQuiet(seen);
    await seen.close();
    await plain.close();
  });
}

/** A font that has letters up to this sign only, each 600 wide: cut from the font of one glyph. */
function shortFont(last) {
  const bytes = everyLetter();
  const view = new DataView(bytes.buffer);
  const tables = Array.from({ length: view.getUint16(4) }, (_, n) => 12 + 16 * n)
    .map((at) => [String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8)]);
  const at = Object.fromEntries(tables);
  // One group of the table of characters: its last sign; and nothing above U+FFFF follows.
  const groups = at.cmap + view.getUint32(at.cmap + 8) + 16;
  view.setUint32(groups + 4, last);
  view.setUint32(groups - 4, 1);
  view.setUint32(at.cmap + view.getUint32(at.cmap + 8) + 4, 16 + 12);
  for (const glyph of [0, 1]) if (glyph * 4 + 2 <= 6) view.setUint16(at.hmtx + glyph * 4, 600);
  view.setUint16(at.hhea + 10, 600);
  return Buffer.from(bytes);
}

test("letters that the chosen font lacks are told by language", async () => {
  const seen = await open();
  const { page } = seen;
  const told = page.locator(".letters");
  // Up to ю: І comes before it; Ё and ё are made of Е and of dots that this font has.
  await page.getByLabel(EN.file, { exact: true }).setInputFiles({ name: "Мектеп.ttf", mimeType: "font/ttf", buffer: shortFont(0x44e) });
  await told.getByText(/Мектеп/).first().waitFor();
  const lines = await told.locator("li").allInnerTexts();
  assert.ok(lines.some((line) => line.includes("17") && line.includes(EN.lang_kk) && line.includes("Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ і")), lines.join("\n"));
  assert.ok(lines.some((line) => line.includes(EN.lang_ar)), "Arabic");
  assert.ok(lines.some((line) => line.includes(EN.lang_ru) && line.includes(": я.")), "one letter of Russian");
  assert.match(await page.getByRole("textbox", { name: EN.css }).inputValue(), /@font-face {\n {2}font-family: "Мектеп"/);
  const family = await page.locator(".states adil-record").first().evaluate((quiz) => getComputedStyle(quiz.shadowRoot.querySelector("[part~=base]")).fontFamily);
  assert.match(family, /^"?Мектеп/);
  // One with all letters, and one that is no font.
  await page.getByLabel(EN.file, { exact: true }).setInputFiles({ name: "whole.ttf", mimeType: "font/ttf", buffer: shortFont(0xd7ff) });
  await told.getByText(EN.letters_well.replace("{font}", "whole")).waitFor();
  await page.getByLabel(EN.file, { exact: true }).setInputFiles({ name: "no.ttf", mimeType: "font/ttf", buffer: Buffer.from("no font") });
  await page.getByRole("alert").getByText(EN.no_font).waitFor();
  assert.equal(LETTERS.kk.length, 18);
  await seen.close();
});

test("all widgets are measured at a press, and in the school's look all can be read", { timeout: 600_000 }, async () => {
  const seen = await open();
  const { page } = seen;
  await page.getByRole("radio", { name: EN["scheme.light"] }).check();
  await until(async () => (await page.locator("#css").inputValue()).includes("color-scheme: light"), "the style sheet says so");
  await page.getByRole("button", { name: EN.check_all }).click();
  await until(async () => (await report(page).getAttribute("data-bad")) !== null, "all were measured");
  assert.equal(await bad(page), 0, await report(page).innerText());
  await page.getByText(EN.every_pair, { exact: true }).click();
  const where = (await report(page).locator("td:nth-child(2)").allInnerTexts()).join();
  for (const [tag, states] of Object.entries(STATES)) {
    assert.ok(where.includes(`${EN[tag]} · `), tag);
    assert.ok(states.length > 0);
  }
  checkQuiet(seen);
  await seen.close();
});

const views = ["light", "dark"].flatMap((colorScheme) => [360, 1280].flatMap((width) => Object.keys(TEXTS).map((lang) => ({ colorScheme, width, lang }))));
for (const { colorScheme, width, lang } of [...sampled("looks of the theme page", views.filter(({ lang }) => lang !== "ar"), 1), ...sampled("the theme page from right to left", views.filter(({ lang }) => lang === "ar"), 1)]) {
  test(`the page stands in ${lang}, ${colorScheme}, at ${width} px, and axe finds nothing`, async () => {
    const seen = await open({ lang, colorScheme, viewport: { width, height: 800 } });
    const { page } = seen;
    await page.getByText(TEXTS[lang].more, { exact: true }).click();
    await page.getByText(TEXTS[lang].every_pair, { exact: true }).click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, "nothing is wider than the window");
    await checkAxe(page, `the page in ${lang}`, "body");
    assert.equal(await page.title(), `${TEXTS[lang].title} · Adil`);
    checkQuiet(seen);
    await seen.close();
  });
}

test("by keys alone one comes from the themes to the style sheet, and past the preview", async () => {
  const seen = await open();
  const { page } = seen;
  await page.getByRole("radio", { name: EN["ready.school"], exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await until(() => page.getByRole("radio", { name: EN["ready.primary"], exact: true }).isChecked(), "arrows choose a theme");
  const css = page.getByRole("textbox", { name: EN.css });
  await until(async () => (await css.inputValue()).includes("#f7b6d2"), "the style sheet is that of the theme");
  let stops = 0;
  for (; stops < 60 && !(await css.evaluate((area) => area === document.activeElement)); stops++) {
    assert.ok(!(await page.evaluate(() => document.activeElement.localName.startsWith("adil-"))), "a widget of the preview takes no focus");
    await page.keyboard.press("Tab");
  }
  assert.ok(stops < 60, `${stops} stops`);
  await seen.close();
});

test("without JavaScript the page says what it needs, and how a ready theme is taken", async () => {
  const context = await browser.visitor({ javaScriptEnabled: false });
  const site = await browser.site();
  const seen = await browser.visit(`${site.origin}/adil/themes.html`, { context });
  assert.ok(await seen.page.getByText("python3 -m http.server 8000").isVisible());
  for (const link of await seen.page.locator(".without a").evaluateAll((all) => all.map((one) => one.href))) {
    assert.equal((await fetch(link)).status, 200, link);
  }
  await seen.close();
});
