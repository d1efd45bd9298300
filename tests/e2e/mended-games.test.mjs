// What users of branching stories, Twine and board games on screens wrote about, each tried on ours:
// double presses, undo after dice, lost games, circles, dead ends, scores that decide, odd names.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { pressNext } from "./games.mjs";
import { checkSoon, example, fill, fired, html, readJson, useBrowser } from "./page.mjs";
import { named, opener, small, title } from "./stories.mjs";

const browser = useBrowser();
const openStory = opener(browser);
const words = { story: readJson("locales/story.en.json"), board: readJson("locales/board.en.json") };
const cashBox = example("cash-box");

async function openBoard(content, options = {}) {
  const inside = `<script type="application/json">${JSON.stringify(content).replaceAll("<", "\\u003c")}</script>`;
  const made = await browser.site({ bodies: { "/page.html": html(`<adil-board loading="eager">${inside}</adil-board>`) } });
  const seen = await browser.visit(`${made.origin}/page.html`, options);
  const board = seen.page.locator("adil-board");
  await named(board, words.board.begin).waitFor();
  return { ...seen, board };
}

/** A board of twenty squares without cards. */
const plain = { ...example("climb-together"), id: "plain", minutes: undefined, board: { squares: 20, columns: 5 }, links: [], decks: [] };
const squares = async (board) => (await board.locator(".standing .square").allTextContents()).map((text) => +text.match(/\d+/)[0]);

/** A way of scenes that only lead on by a choice each, of the same place on the screen. */
const row = (count, more = () => ({})) => Array.from({ length: count }, (_, n) => ({
  id: `s${n}`, title: `Scene ${n}`, text: "Read this.",
  choices: [{ id: "on", text: "Go there", to: n + 1 < count ? `s${n + 1}` : "e" }], ...more(n),
}));

/** Presses twice at one place, as quickly as a hand does. */
async function pressTwice(page, button) {
  const { x, y, width, height } = await button.boundingBox();
  await page.mouse.dblclick(x + width / 2, y + height / 2);
}

// A double press threw the dice twice, and froze one game: FlyCasual 464, "Occasionally can roll dice twice".
test("a double press on the dice is one roll, and what it brought stands to be read", async () => {
  const { page, board, ...seen } = await openBoard(plain);
  await named(board, words.board.begin).click();
  await named(board, words.board.roll).waitFor();
  await pressTwice(page, named(board, words.board.roll));
  await named(board, words.board.next).waitFor();
  await checkSoon(async () => (await fired(page, "turn")).length, 1);
  assert.ok(await named(board, words.board.next).isVisible(), "nobody went on");
  await seen.close();
});

// Whoever pressed quickly chose in the next scene, too, without having read it: Obenseuer 55, dialogic 764.
test("a double press on a choice is one choice, and quick presses one after the other still count", async () => {
  const { page, story, ...seen } = await openStory({ content: small(cashBox, { start: "s0", scenes: row(4) }) });
  await title(story, "Scene 0").waitFor();
  await pressTwice(page, named(story, "Go there"));
  await title(story, "Scene 1").waitFor();
  assert.equal((await fired(page, "choice")).length, 1);
  await named(story, "Go there").click();
  await title(story, "Scene 2").waitFor();
  await named(story, "Go there").click();
  await title(story, "Scene 3").waitFor();
  await seen.close();
});

test("hands are counted with double presses, too", async () => {
  const { page, story, ...seen } = await openStory({ file: "cash-box", attributes: `mode="class"` });
  const more = story.getByRole("button", { name: /^One hand more/ }).first();
  await more.waitFor();
  await pressTwice(page, more);
  await checkSoon(() => story.locator("output").first().textContent(), "2");
  await seen.close();
});

// Undo after dice broke a game, or gave other dice: JCloisterZone 263, gnubg-android 4, backgammon-js 2.
test("dice that were taken back come again the same, so nobody rolls for better luck", async () => {
  const { board, ...seen } = await openBoard(plain);
  await named(board, words.board.begin).click();
  const rolls = new Set();
  for (let n = 0; n < 4; n++) {
    await named(board, words.board.roll).click();
    await named(board, words.board.next).waitFor();
    rolls.add((await squares(board)).join());
    await named(board, words.board.undo).click();
    await checkSoon(() => squares(board), [1, 1, 1]);
  }
  assert.equal(rolls.size, 1);
  await seen.close();
});

// Browsers forget what lies in them, and nobody had said so: twinejs 1353, 1668. A game can be a file.
test("where the browser forgets, a class is told before it plays, and has a file", async () => {
  const denied = () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  };
  const { board, ...seen } = await openBoard(plain, { init: [denied] });
  await named(board, words.board.begin).click();
  await board.getByText(words.board.not_kept).waitFor();
  await board.getByText(words.board.host_tools).click();
  assert.ok(await named(board, words.board.save_file).isVisible());
  await seen.close();
});

// Branching by a score, and a quiz inside a branch, were open wishes for years: h5p-branching-scenario 77, 58.
test("the result of a question and a sum over several decide where a story leads", async () => {
  const item = (n) => ({ id: `q${n}`, type: "single", stem: `Which, ${n}?`, options: [{ text: "this one", score: 1 }, { text: "that one", score: 0 }] });
  const asks = (n) => ({
    item: item(n), results: { right: "points + 1" }, choices: n ? [] : [{ id: "on", text: "Go there", to: "s1" }],
    route: n ? [{ if: "points >= 2", to: "e" }, { to: "low" }] : [],
  });
  const quiz = readJson("locales/quiz.en.json");
  for (const [second, end] of [["this one", "The end"], ["that one", "Another end"]]) {
    const { story, ...seen } = await openStory({ content: small(cashBox, {
      start: "s0", variables: { points: { start: 0, min: 0, max: 9 } }, scenes: row(2, asks),
      endings: [{ id: "e", title: "The end", text: "Two." }, { id: "low", title: "Another end", text: "Fewer." }],
    }) });
    for (const answer of ["this one", second]) {
      await story.getByText(answer, { exact: true }).click();
      await named(story, quiz.check_answer).click();
      await story.locator(".option, .foot .go").filter({ visible: true }).last().click();
    }
    await title(story, end).waitFor();
    await seen.close();
  }
});

// Going back kept the score of the way that was left: a request at h5p.org, and its pull request 15.
test("whoever goes back gets back what the choice had changed", async () => {
  const change = (n) => ({ choices: [{ id: "on", text: "Go there", set: "trust + 1", to: n ? "e" : "s1" }] });
  const { story, ...seen } = await openStory({ content: small(cashBox, {
    start: "s0", variables: { trust: { start: 0, min: 0, max: 9, label: "Trust" } }, scenes: row(2, change),
  }) });
  const value = (n) => story.getByText(fill(words.story.value_of, { label: "Trust", n, most: 9 }));
  await value(0).waitFor();
  for (let n = 0; n < 3; n++) {
    await named(story, "Go there").click();
    await value(1).waitFor();
    await named(story, words.story.back_step).click();
    await value(0).waitFor();
  }
  await seen.close();
});

// Links broke by a full stop or a letter of another script in a name: twinejs 326, 397, 45.
test("an id that no rule of names allows is named with its place, and titles may have anything", async () => {
  const bad = small(cashBox, { start: "s0", scenes: row(1, () => ({ id: "go on!" })) });
  const { page, ...seen } = await openStory({ content: bad, stands: "[part=error]" });
  const [{ detail }] = await fired(page, "error");
  assert.match(detail.message, /scenes\[0\]\.id: expected/);
  await seen.close();
  const odd = `Flee. [[deep]] | "in" – ә, 故事`;
  const fine = await openStory({ content: small(cashBox, { start: "s0", scenes: row(2, () => ({ title: odd })) }) });
  await title(fine.story, odd).waitFor();
  await named(fine.story, "Go there").click();
  await fine.story.getByText(words.story.map).click();
  await named(fine.story, fill(words.story.return_to, { title: odd })).click();
  await fine.close();
});

// A board whose slide leads to a ladder and back never ended; six rows of sixes did not, either.
test("a game in which the last square has to be met by the very number ends by time or by the host", async () => {
  const content = { ...plain, rules: { exact: true } };
  const { board, ...seen } = await openBoard(content);
  await board.getByLabel(words.board.die_real, { exact: true }).check();
  await named(board, words.board.begin).click();
  for (let n = 0; n < 18; n++) {
    await named(board, "6").click();
    await named(board, words.board.next).click();
  }
  assert.deepEqual(await squares(board), [19, 19, 19], "nobody is past the end");
  await board.getByText(words.board.host_tools).click();
  await named(board, words.board.end_now).click();
  await board.getByRole("heading", { name: words.board.game_over }).waitFor();
  await seen.close();
});

// The way on was read before the text, and the focus was lost with each scene: h5p-branching-scenario 98, 112.
test("with each scene the heading has the focus, and the way on comes after the text", async () => {
  const { story, ...seen } = await openStory({ content: small(cashBox, { start: "s0", scenes: row(3) }) });
  for (let n = 1; n < 3; n++) {
    assert.ok(await pressNext(story));
    await title(story, `Scene ${n}`).waitFor();
    await checkSoon(() => story.evaluate((element) => element.shadowRoot.activeElement?.textContent), `Scene ${n}`);
    const order = await story.evaluate((element) => {
      const [heading, text, option] = [".heading", ".text", ".option"].map((one) => element.shadowRoot.querySelector(one));
      return Boolean(heading.compareDocumentPosition(text) & 4) && Boolean(text.compareDocumentPosition(option) & 4);
    });
    assert.ok(order, "as it is read");
  }
  await seen.close();
});
