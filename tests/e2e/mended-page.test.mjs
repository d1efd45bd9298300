// What pages do to widgets, and widgets to pages: printers that do not wait, shortcuts, editors that
// wrap what they do not know, light and dark.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { button, press } from "./acts.mjs";
import { items } from "./items.mjs";
import {
  checkSoon, fill, hasState, html, quizOf, readJson, ready, single, until, useBrowser, words,
} from "./page.mjs";
import { solve } from "./solve.mjs";

const { site, visit, visitQuiz } = useBrowser();
const text = words();
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2"/></svg>`;

/** Holds all pictures back until `letGo()`. */
function slowPictures() {
  let letGo;
  const wait = new Promise((done) => (letGo = done));
  const fault = (path) => (/\.svg$/.test(path) ? { type: "image/svg+xml", body: PICTURE, wait } : undefined);
  return { fault, letGo };
}

/** Runs in the page: notes what pictures stand in the widget when it is printed. */
const notePrints = () => {
  window.prints = [];
  window.print = () => {
    dispatchEvent(new Event("beforeprint"));
    const all = [...document.querySelector("adil-quiz, adil-pledge").shadowRoot.querySelectorAll("img")];
    window.prints.push(all.map((image) => image.complete && image.naturalWidth > 0));
    dispatchEvent(new Event("afterprint"));
  };
};
const prints = (page) => page.evaluate(() => window.prints);

const pictured = Array.from({ length: 14 }, (_, n) =>
  single(`i${n}`, { picture: { src: `/p${n}.svg`, alt: `picture ${n}` } }));
/** A visit that waits for no picture, of a widget in a mode. */
const slow = (fault, mode = "print") =>
  ({ fault, attributes: `loading="eager" mode="${mode}"`, init: [notePrints], waitUntil: "domcontentloaded" });
const loadings = (quiz) => quiz.locator("img").evaluateAll((all) =>
  // What is not lazy is "auto" in some browsers and "eager" in others.
  all.map((image) => (image.loading === "lazy" ? "lazy" : "eager")));

// On a slow line a teacher printed a worksheet at once: the pictures far below had not been asked
// for, and two were missing on paper.
test("paper waits for its pictures, none of which is lazy", async () => {
  const { fault, letGo } = slowPictures();
  const { page, quiz, site, close } = await visitQuiz(quizOf(pictured), slow(fault));
  await ready(quiz);
  assert.deepEqual(new Set(await loadings(quiz)), new Set(["eager"]));
  const asked = () => new Set(site.asked.filter((path) => path.endsWith(".svg"))).size;
  // A browser asks for six at a time on one connection of this kind, so only that is certain here.
  await until(async () => asked() >= 6);
  await press(quiz, text.print);
  await button(quiz, text.print_waits).waitFor();
  // Whoever presses again does not get two.
  await press(quiz, text.print_waits);
  assert.deepEqual(await prints(page), [], "nothing is printed yet");
  letGo();
  await checkSoon(() => prints(page), [pictured.map(() => true)]);
  await button(quiz, text.print).waitFor();
  assert.equal(asked(), 14);
  await press(quiz, text.print);
  assert.equal((await prints(page)).length, 2, "with its pictures there, it prints at once");
  await close();
});

test("a picture that does not come keeps nobody from printing the others", async () => {
  const fault = (path) => {
    if (path === "/p3.svg") return { status: 404 };
    return /\.svg$/.test(path) ? { type: "image/svg+xml", body: PICTURE } : undefined;
  };
  const { page, quiz, close } = await visitQuiz(quizOf(pictured.slice(0, 5)), slow(fault));
  await press(quiz, text.print);
  await checkSoon(() => prints(page), [[true, true, true, false, true]]);
  await close();
});

// Ctrl+P and scripts wait for nobody; what can be done is to start all pictures.
test("whoever prints, all pictures are on their way", async () => {
  for (const mode of ["learn", "class"]) {
    const { fault } = slowPictures();
    const seen = await visitQuiz(quizOf(pictured), slow(fault, mode));
    await ready(seen.quiz);
    assert.deepEqual(await loadings(seen.quiz), ["lazy"], mode);
    await seen.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.deepEqual(await loadings(seen.quiz), ["eager"], mode);
    await seen.close();
  }
});

// What is only on paper is made while the browser prints, and then no picture has time to come.
test("a result that was reloaded prints its review with the pictures in it", async () => {
  const { fault, letGo } = slowPictures();
  const item = { ...items.single, stem: "Which stone is it? ![a stone](/stone.svg)" };
  const content = quizOf([item]);
  const { page, quiz, site, close } = await visitQuiz(content, {
    ...slow(undefined, "learn"), bodies: { "/stone.svg": PICTURE },
  });
  await solve(quiz, item);
  await quiz.locator(".result").waitFor();
  site.faulty(fault);
  await page.reload({ waitUntil: "domcontentloaded" });
  await press(quiz, text.print);
  await button(quiz, text.print_waits).waitFor();
  assert.deepEqual(await prints(page), []);
  letGo();
  await checkSoon(() => prints(page), [[true]]);
  assert.equal(await quiz.locator("img").count(), 0, "and on the screen it is folded as before");
  await close();
});

test("a certificate waits for the page's logo", async () => {
  const pledge = readJson("locales/pledge.en.json");
  const { fault, letGo } = slowPictures();
  const logo = `<img slot="logo" src="/logo.svg" alt="Our school">`;
  const tag = `<adil-pledge mode="certificate" loading="eager" src="/adil/examples/my-pledge.json">${logo}</adil-pledge>`;
  const made = await site({ bodies: { "/page.html": html(tag) }, fault });
  const { page, close } = await visit(`${made.origin}/page.html`, { init: [notePrints], waitUntil: "domcontentloaded" });
  const print = page.locator("adil-pledge").getByRole("button", { name: pledge.print, exact: true });
  await page.locator("adil-pledge image").first().waitFor({ state: "attached" });
  await print.click();
  assert.deepEqual(await prints(page), []);
  letGo();
  await checkSoon(async () => (await prints(page)).length, 1);
  await close();
});

/** As pages have it: a shortcut that leaves fields alone, as far as it can see them. */
const SHORTCUTS = `<input id="search" aria-label="Search"><script>
  window.heard = [];
  for (const type of ["keydown", "keypress", "keyup"]) addEventListener(type, (event) => heard.push(event.key));
  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (["INPUT", "TEXTAREA", "SELECT"].includes(at.tagName) || at.isContentEditable) return;
    if (event.key === "/" || event.key === "s") {
      event.preventDefault();
      document.querySelector("#search").focus();
    }
  });
</script>`;
const heard = async (page) => {
  const keys = await page.evaluate(() => window.heard.splice(0));
  return [...new Set(keys)];
};

async function openWithShortcuts(tag, bodies) {
  const made = await site({ bodies: { "/page.html": html(SHORTCUTS + tag), ...bodies } });
  return visit(`${made.origin}/page.html`);
}

// A pupil typed "Asel" and the quiz had "A": the "s" opened the search of the page, whose shortcuts see
// no field but the element around it, and the rest was typed there.
test("keys typed into a field stay in it", async () => {
  const content = quizOf([items.text]);
  const tag = `<adil-quiz src="/quiz.json" loading="eager"></adil-quiz>`;
  const { page, quiz, close } = await openWithShortcuts(tag, { "/quiz.json": JSON.stringify(content) });
  const field = quiz.getByRole("textbox");
  await field.click();
  await page.keyboard.type("Asel/s");
  for (const key of ["ArrowLeft", "Backspace", "Home", "Delete"]) await page.keyboard.press(key);
  assert.equal(await field.inputValue(), "sels");
  assert.deepEqual(await heard(page), []);
  assert.equal(await page.locator("#search").inputValue(), "");
  // What is no typing is the page's.
  for (const key of ["Escape", "F2", "Control+k", "Alt+k"]) await page.keyboard.press(key);
  assert.deepEqual(await heard(page), ["Escape", "F2", "Control", "k", "Alt"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("s");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search", "as is a key beside the fields");
  await close();
});

test("keys typed into lists, long texts and fields of a class stay there", async () => {
  const src = "/adil/examples/my-pledge.json";
  const tag = `<adil-pledge src="${src}" mode="certificate" signature="class" loading="eager"></adil-pledge>`;
  const { page, close } = await openWithShortcuts(tag);
  const names = page.locator("adil-pledge textarea");
  await names.click();
  await page.keyboard.type("Asel");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Serik/s");
  assert.equal(await names.inputValue(), "Asel\nSerik/s");
  assert.deepEqual(await heard(page), []);
  await close();
});

test("a key that the page uses in a field of its own beside the widget is not kept from it", async () => {
  const tag = `<adil-quiz src="/quiz.json" loading="eager"><input slot="footer" id="own" aria-label="Note"></adil-quiz>`;
  const { page, quiz, close } = await openWithShortcuts(tag, { "/quiz.json": JSON.stringify(quizOf([items.text])) });
  await ready(quiz);
  await page.locator("#own").click();
  await page.keyboard.type("q");
  assert.deepEqual(await heard(page), ["q"]);
  await close();
});

test("a key that a quiz did something with is not the page's as well", async () => {
  const tag = `<adil-quiz src="/quiz.json" loading="eager"></adil-quiz>`;
  const { page, quiz, close } = await openWithShortcuts(tag, { "/quiz.json": JSON.stringify(quizOf([items.single])) });
  await ready(quiz);
  await quiz.getByRole("radio").first().focus();
  await page.keyboard.press("2");
  await checkSoon(() => quiz.getByRole("radio").nth(1).isChecked(), true);
  assert.deepEqual(await heard(page), []);
  // With an option chosen nobody types.
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  await close();
});

const INLINE = JSON.stringify(quizOf([items.single]), null, 2);
const indented = (by) => INLINE.replaceAll(/^ +/gm, (blank) => by.repeat(blank.length));
const curly = indented("&nbsp;").replaceAll(/"([^"]*)"/g, "“$1”").replaceAll("\n", "<br>\n");
const wrapped = {
  "its script in a paragraph": `<p><script type="application/json">${INLINE}</script></p>`,
  "paragraphs and hard spaces around its script":
    `<p>&nbsp;</p><p>A quiz.<br><script type="application/json">\u00a0 ${INLINE}</script>&nbsp;<br></p>`,
  "hard spaces in its script": `<script type="application/json">${indented("\u00a0")}</script>`,
  "no script left, but the text in a paragraph": `<p>&nbsp;${INLINE.replaceAll("\n", "<br>\n")}&nbsp;</p>`,
  "no script left, and quotation marks of the language": `<p>${curly}</p>`,
};
// Editors of pages put what they take for text into paragraphs: the quiz said "content-missing".
for (const [what, inside] of Object.entries(wrapped)) {
  test(`a quiz is found in a page with ${what}`, async () => {
    const made = await site({ bodies: { "/page.html": html(`<adil-quiz loading="eager">${inside}</adil-quiz>`) } });
    const { quiz, close } = await visit(`${made.origin}/page.html`);
    await ready(quiz);
    assert.equal(await quiz.locator(".stem").textContent(), items.single.stem);
    await close();
  });
}

test("words that are no JSON are none", async () => {
  const tag = `<adil-quiz loading="eager"><p>A quiz about {honesty}.</p></adil-quiz>`;
  const made = await site({ bodies: { "/page.html": html(tag) } });
  const { quiz, close } = await visit(`${made.origin}/page.html`);
  await checkSoon(() => hasState(quiz, "error"), true);
  assert.equal(await quiz.locator("summary").textContent(), "content-missing");
  await close();
});

const darkness = (quiz) => quiz.locator(".base").evaluate((base) => {
  const [r, g, b] = getComputedStyle(base).backgroundColor.match(/[\d.]+/g).map(Number);
  return r + g + b < 200;
});
const root = (scheme) => `<style>:root { color-scheme: ${scheme} }</style>`;
// A page that is light only had a dark card in it, since the system of a pupil was dark.
for (const [what, head, system, expected] of [
  ["only light", root("only light"), "dark", false],
  ["light", root("light"), "dark", false],
  ["dark", root("dark"), "light", true],
  ["light and dark, on a dark system,", root("light dark"), "dark", true],
  ["light and dark, on a light system,", root("light dark"), "light", false],
  ["light by a meta tag", `<meta name="color-scheme" content="only light">`, "dark", false],
  ["nothing, on a dark system,", "", "dark", true],
  ["nothing, on a light system,", "", "light", false],
]) {
  test(`a page that says ${what} has a ${expected ? "dark" : "light"} card`, async () => {
    const bodies = {
      "/page.html": html(`<adil-quiz src="/quiz.json" loading="eager"></adil-quiz>`, { head }),
      "/quiz.json": JSON.stringify(quizOf([items.single])),
    };
    const made = await site({ bodies });
    const { page, quiz, close } = await visit(`${made.origin}/page.html`, { colorScheme: system });
    await ready(quiz);
    assert.equal(await darkness(quiz), expected);
    // A button of the page for light and dark.
    await page.evaluate((scheme) => { document.documentElement.style.colorScheme = scheme; }, expected ? "light" : "dark");
    await checkSoon(() => darkness(quiz), !expected, "it follows a switch of the page");
    await quiz.evaluate((element, theme) => element.setAttribute("theme", theme), expected ? "dark" : "light");
    assert.equal(await darkness(quiz), expected, "the element's own word counts most");
    await close();
  });
}

// A teacher counted twelve hands, went on, and came back to none.
test("hands that were counted stay after Next and Previous, and over a reload", async () => {
  const content = quizOf([items.single, items.multiple]);
  const { page, quiz, close } = await visitQuiz(content, { attributes: `loading="eager" mode="class"` });
  const counts = () => quiz.locator(".hands output").allTextContents();
  const hand = (option, sign) => quiz.locator(".hands").nth(option - 1).getByText(sign).click();
  assert.equal(await button(quiz, text.count_anew).count(), 0, "there is nothing to count again");
  for (let n = 0; n < 12; n++) await hand(2, "+");
  await hand(1, "+");
  await press(quiz, text.next);
  await checkSoon(counts, ["0", "0", "0", "0"]);
  await hand(4, "+");
  await press(quiz, text.previous);
  await checkSoon(counts, ["1", "12", "0"]);
  await page.reload();
  await ready(quiz);
  assert.deepEqual(await counts(), ["1", "12", "0"]);
  // The next class votes for itself.
  await press(quiz, text.count_anew);
  await checkSoon(counts, ["0", "0", "0"]);
  await press(quiz, text.next);
  await checkSoon(counts, ["0", "0", "0", "1"], "each question by itself");
  await close();
});
