// What a page can restyle: light and dark, scales of tokens, the page's font, paper, signs.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { everyType, items } from "./items.mjs";
import { checkSoon, html, quizOf, ready, single, useBrowser } from "./page.mjs";
import { checkNone, find, openPage, show } from "./stage.mjs";

const browser = useBrowser();

/** Opens a page with a quiz and styles of its own. */
async function open(content, { attributes = "", styles = "", inside = "", more = "", ...options } = {}) {
  const bodies = {
    "/page.html": html(`<adil-quiz src="/quiz.json" loading="eager" ${attributes}>${inside}</adil-quiz>${more}`, { head: `<style>${styles}</style>` }),
    "/quiz.json": JSON.stringify(content),
  };
  const { origin } = await browser.site({ bodies });
  const seen = await browser.visit(`${origin}/page.html`, options);
  await ready(seen.quiz);
  return seen;
}

const style = (element, name) => element.evaluate((element, name) => getComputedStyle(element)[name], name);
const isDark = async (element) => {
  const parts = (await style(element, "backgroundColor")).match(/[\d.]+/g).map(Number);
  return parts[0] + parts[1] + parts[2] < 200;
};

for (const [theme, system, expected] of [
  ["dark", "light", true], ["light", "dark", false], ["auto", "dark", true], ["auto", "light", false],
]) {
  test(`theme="${theme}" on a ${system} system reaches fields and the widget inside`, async () => {
    const seen = await open(quizOf([items.blanks]), { attributes: `theme="${theme}"`, colorScheme: system });
    assert.equal(await isDark(seen.quiz.locator(".base")), expected);
    const scheme = await style(seen.quiz.locator("select"), "colorScheme");
    assert.ok(theme === "auto" ? scheme === "light dark" : scheme === theme, scheme);
    await seen.close();
    // A dark lesson on a light system showed dark ink on dark in its question.
    const outer = await open(quizOf([single("one")]), {
      attributes: `theme="${theme}" before="/adil/examples/my-pledge.json"`, colorScheme: system,
    });
    const inner = outer.quiz.locator("adil-pledge .base");
    await inner.waitFor();
    await checkSoon(() => inner.evaluate((base) => getComputedStyle(base).color), expected ? "rgb(242, 240, 248)" : "rgb(30, 27, 44)");
    // It follows a change, too.
    await outer.quiz.evaluate((quiz) => (quiz.theme = "dark"));
    await checkSoon(() => inner.evaluate((base) => getComputedStyle(base).color), "rgb(242, 240, 248)");
    await outer.close();
  });
}

/** Runs in the page, on each screen: what is round. */
const rounded = ({ root }) => [...root.querySelectorAll(".base, .base *")].flatMap((element) => {
  const { borderTopLeftRadius, borderBottomRightRadius } = getComputedStyle(element);
  const isRound = [borderTopLeftRadius, borderBottomRightRadius].some((radius) => parseFloat(radius) > 0);
  return isRound && !element.matches("svg, .visually-hidden") ? [`${element.localName}.${element.className} “” is round`] : [];
});

// Thirty things were round where a school's design has no round corner.
test("with a radius of 0 nothing is round on any screen", async () => {
  const seen = await openPage(browser, { head: "<style>adil-quiz { --adil-radius: 0px }</style>" });
  for (const mode of ["learn", "test", "class"]) checkNone(await find(seen, rounded, everyType(), { mode }));
  await seen.close();
});

/** Runs in the page: sizes of letters, by what has them. */
const sizes = (quiz) => Object.fromEntries(
  [...quiz.shadowRoot.querySelectorAll(".base *")].filter((element) => element.className && element.textContent.trim())
    .map((element) => [`${element.localName}.${element.className}`, parseFloat(getComputedStyle(element).fontSize)]),
);

test("all sizes follow the size of type", async () => {
  const seen = await openPage(browser, { head: "<style>adil-quiz { --adil-font-size: 20px }</style>" });
  for (const item of Object.values(items)) {
    await show(seen, quizOf([item]), { level: "tertiary" });
    await seen.quiz.locator(".question :is(.option, .blank, .step, .card)").first().waitFor();
    await seen.quiz.evaluate((quiz) => quiz.style.setProperty("--adil-font-size", "20px"));
    const before = await seen.quiz.evaluate(sizes);
    await seen.quiz.evaluate((quiz) => quiz.style.setProperty("--adil-font-size", "40px"));
    const after = await seen.quiz.evaluate(sizes);
    // A stem also grows with the width of its card.
    const lazy = Object.entries(before).filter(([what, size]) => after[what] < size * 1.7);
    assert.deepEqual(lazy, [], item.type);
  }
  await seen.close();
});

// `inherit` in a token is that of the token, so that no page could have its own font.
test("an empty token takes the page's font, and headings may have their own", async () => {
  const seen = await open(quizOf([single("one")]), {
    styles: `body { font-family: Georgia, serif } adil-quiz { --adil-font: ; --adil-font-heading: Courier }`,
  });
  for (const part of [".base", ".go", ".stem", ".option"]) {
    assert.equal(await style(seen.quiz.locator(part).first(), "fontFamily"), "Georgia, serif", part);
  }
  assert.equal(await style(seen.quiz.locator(".title"), "fontFamily"), "Courier");
  await seen.close();
});

test("tokens reach borders, focus, weights, progress and gaps", async () => {
  const seen = await open(quizOf([single("one"), single("two")]), {
    styles: `adil-quiz { --adil-border: 5px; --adil-border-card: 7px; --adil-focus-width: 6px; --adil-focus-offset: 9px;
      --adil-weight: 800; --adil-progress: 11px; --adil-gap: 33px; --adil-padding: 44px; --adil-icon: 50px; --adil-focus: rgb(1, 2, 3) }`,
  });
  const checks = [
    [".option", "borderTopWidth", "5px"], [".base", "borderTopWidth", "7px"], [".stem", "fontWeight", "800"],
    [".steps .step", "blockSize", "11px"], [".options", "rowGap", "33px"], [".base", "paddingTop", "44px"],
  ];
  for (const [part, name, expected] of checks) assert.equal(await style(seen.quiz.locator(part).first(), name), expected, part);
  await seen.quiz.locator("input").first().focus();
  await seen.page.keyboard.press("ArrowDown");
  const ring = seen.quiz.locator(".option:has(:focus-visible)");
  assert.equal(await style(ring, "outlineWidth"), "6px");
  assert.equal(await style(ring, "outlineOffset"), "9px");
  assert.equal(await style(ring, "outlineColor"), "rgb(1, 2, 3)");
  await seen.close();
});

// A dark school's tokens were printed: pale ink on white paper.
test("paper is dark on light whatever the tokens of the page say, and has an ink of its own", async () => {
  const styles = "adil-quiz { --adil-ink: #eef; --adil-raised: #001; --adil-soft: #dde; --adil-line: #fff }";
  for (const [ink, expected] of [["", "rgb(0, 0, 0)"], ["--adil-print-ink: rgb(40, 0, 0)", "rgb(40, 0, 0)"]]) {
    const seen = await open(quizOf([single("one")]), {
      styles: `${styles} adil-quiz { ${ink} }`, attributes: `theme="dark"`, colorScheme: "dark",
    });
    await seen.page.emulateMedia({ media: "print" });
    assert.equal(await style(seen.quiz.locator(".stem"), "color"), expected);
    assert.equal(await style(seen.quiz.locator(".option").first(), "backgroundColor"), "rgb(255, 255, 255)");
    await seen.close();
  }
});

test("a sign of the page takes the place of ours", async () => {
  const seen = await open(quizOf([single("one", { hints: ["Look."] })]), {
    inside: `<p>The fallback.</p><b slot="icon-hint" id="own">?</b>`,
  });
  const own = seen.page.locator("#own");
  await own.waitFor();
  const bulb = seen.quiz.getByRole("button", { name: "Hint", exact: true });
  assert.equal(await bulb.locator("svg").evaluateAll((all) => all.filter((svg) => svg.getBoundingClientRect().width).length), 0);
  await seen.close();
});
