// Games played to their end in three engines: a story, a picture story, a group, a board, a quest and
// a debate; by pointer and by keys, in all languages, on a phone's width and a projector's, and kept.
import assert from "node:assert/strict";
import { DIST, html, readJson } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { checkSoon } from "../run/wait.mjs";
import { inEachEngine, test } from "./each.mjs";
import { noErrors, pressButton } from "./playing.mjs";

/** A site with one game on one page. */
async function gameSite({ kind, file, mode = "", lang = "en" }) {
  const tag = `<adil-${kind} loading="eager" src="/adil/examples/${file}.json" ${mode && `mode="${mode}"`}><p>A game.</p></adil-${kind}>`;
  const bodies = { "/page.html": html(tag, { lang }), "/favicon.ico": "" };
  const fault = (path) => (bodies[path] === undefined ? undefined : { body: bodies[path], type: "text/html" });
  const site = await serve({ "/adil/": `${DIST}/` }, { fault });
  return Object.assign(site, { page: `${site.origin}/page.html` });
}

const words = (kind, lang) => readJson(`locales/${kind}.${lang}.json`);
const fits = (page) => page.expect(() => document.documentElement.scrollWidth - document.documentElement.clientWidth, 0);

/** Runs in the page: the way on that somebody would take, by what stands first; and marks it. */
const markWay = (ways) => {
  for (const one of all("[data-way]")) delete one.dataset.way;
  const found = ways.map((way) => seen(way).find((one) => !one.disabled)).find(Boolean);
  if (found) found.dataset.way = "";
  return Boolean(found);
};
/** Runs in the page: what stands on the screen. */
const screen = () => all(".scene, .stage, .setup").map((one) => one.textContent).join("|");

let presses = 0;
const hands = {
  // Two quick presses at one place are a double click, whose second half meets nothing new.
  pointer: (page) => page.click("[data-way]", { across: (presses += 1) % 2 ? 0.3 : 0.7 }),
  keys: async (page) => {
    for (let n = 0; !(await page.run(() => focused().matches("[data-way]"))); n++) {
      assert.ok(n < 60, "the Tab key reaches it");
      await page.press("Tab");
    }
    await page.press("Enter");
  },
};

/** Presses the next way on, and waits for where it leads. */
async function press(page, ways, hand) {
  await page.wait(markWay, ways);
  const before = await page.run(screen);
  await hand(page);
  await checkSoon(async () => (await page.run(screen)) !== before, true);
}

/** Goes on until the game is over. */
async function playToTheEnd(page, ways, hand) {
  for (let n = 0; n < 300; n++) {
    if (await page.run(isComplete)) return;
    await press(page, ways, hand);
  }
  assert.fail("the game has an end");
}

/** Runs in the page: whether the game was played to its end. */
const isComplete = () => adilSeen.events.some(({ name }) => name === "complete");
const STORY = [".option", ".go"];
const TURNS = [".option", ".verdict", ".stage .go"];

const stands = (page, tag) => page.wait((tag) => all(tag)[0]?.shadowRoot?.querySelector(".base"), tag);

inEachEngine((open) => {
  const start = async (about, options) => {
    const seen = await open(about, options);
    await stands(seen.page, `adil-${about.kind}`);
    return seen;
  };
  const narrow = { width: 360, height: 740 };
  const wide = { width: 1_600, height: 900 };

  test("a decision game is played to an ending by keys on a narrow page, and is kept", async () => {
    const { page, close } = await start({ kind: "story", file: "cash-box", lang: "kk" }, narrow);
    await page.wait(markWay, STORY);
    await hands.keys(page);
    await page.wait(() => seen(".feedback").length > 0);
    await page.run(() => { window.isOld = true; location.reload(); return true; });
    await page.wait(() => !window.isOld && all("adil-story")[0]?.shadowRoot?.querySelector(".base"));
    await page.wait(() => seen(".foot .quiet").length === 1);
    await playToTheEnd(page, STORY, hands.keys);
    await fits(page);
    assert.deepEqual(await page.axe("adil-story"), []);
    assert.equal((await page.events("complete")).length, 1);
    await noErrors(page);
    await close();
  });

  test("a picture story from right to left is read to its end, and a strip is begun", async () => {
    const text = words("story", "ar");
    const { page, close } = await start({ kind: "story", file: "lost-mitten", lang: "ar" }, narrow);
    await playToTheEnd(page, STORY, hands.pointer);
    await fits(page);
    await pressButton(page, text.make);
    await page.wait(() => seen(".cell").length === 10);
    await page.click(".cell");
    await noErrors(page);
    await close();
  });

  test("a group goes through a story on a wide screen, and its parts go round", async () => {
    const { page, close } = await start({ kind: "story", file: "cash-box", mode: "group", lang: "ru" }, wide);
    await page.wait(() => seen(".people").length > 0);
    await page.click(".go");
    const reader = () => all(".role").findIndex((one) => one.dataset.state === "read");
    await page.expect(reader, 0);
    await page.click(".option");
    await page.click(".go");
    await page.expect(reader, 1);
    await fits(page);
    assert.deepEqual(await page.axe("adil-story"), []);
    await noErrors(page);
    await close();
  });

  test("a board game is played for thirty presses, taken back, and goes on after a reload", async () => {
    const text = words("board", "en");
    const { page, close } = await start({ kind: "board", file: "climb-together", mode: "projector" }, wide);
    await pressButton(page, text.begin);
    for (let n = 0; n < 30; n++) await press(page, TURNS, hands.pointer);
    const squares = () => all(".standing .square").map((one) => one.textContent).join();
    const was = await page.run(squares);
    await page.run(() => { window.isOld = true; location.reload(); return true; });
    await page.wait(() => !window.isOld && all(".standing").length > 0);
    await page.expect(squares, was);
    await pressButton(page, text.undo);
    await fits(page);
    assert.deepEqual(await page.axe("adil-board"), []);
    await noErrors(page);
    await close();
  });

  test("a quest goes through its rounds in Russian on a narrow page", async () => {
    const text = words("board", "ru");
    const { page, close } = await start({ kind: "board", file: "six-stations", lang: "ru" }, narrow);
    await pressButton(page, text.begin);
    await page.wait(() => seen(".sheet").length > 0);
    await playToTheEnd(page, [".stage .go"], hands.pointer);
    await page.wait(() => seen(".reflect").length > 0);
    await fits(page);
    await noErrors(page);
    await close();
  });

  test("a debate in Kazakh goes from hands to hands by keys", async () => {
    const text = words("board", "kk");
    const { page, close } = await start({ kind: "board", file: "open-grades", lang: "kk" }, narrow);
    await pressButton(page, text.begin);
    await page.wait(() => seen(".stage").length > 0);
    await playToTheEnd(page, [".stage .go"], hands.keys);
    await page.wait(() => seen(".reflect").length > 0);
    await fits(page);
    await noErrors(page);
    await close();
  });
}, gameSite);
