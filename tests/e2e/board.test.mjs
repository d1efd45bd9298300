// Games of teams: a board from the first roll to the last square, a quest, a debate; taken back,
// gone on with, printed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import { inTurn } from "../run/sample.mjs";
import {
  announced, checkAxe, checkOwn, checkSoon, example, fill, fired, hasState, html, readJson, until, useBrowser,
} from "./page.mjs";
import { textsOf } from "./pdf.mjs";
import { hands, keyboard } from "./solve.mjs";

const { site, visit, visitor } = useBrowser();
const text = readJson("locales/board.en.json");
const files = { board: "climb-together", quest: "six-stations", debate: "open-grades" };
const games = Object.fromEntries(Object.entries(files).map(([kind, name]) => [kind, example(name)]));

/** A board of 20 squares without cards: a whole game in a few turns. */
const small = {
  ...games.board, id: "small", minutes: 10, intro: "Go.",
  board: { squares: 20, columns: 5 }, links: games.board.links.filter(({ from, to }) => from < 20 && to < 20), decks: [
    { id: "q", kind: "question", title: "Question", on: [2, 4, 6, 9, 11], cards: games.board.decks[0].cards },
  ],
};

/** A page with a game that ships, or with one of a test. */
async function open({ kind = "board", attributes = "", content, lang = "en", fault, ...options } = {}) {
  const inside = content && `<script type="application/json">${JSON.stringify(content).replaceAll("<", "\\u003c")}</script>`;
  const tag = `<adil-board loading="eager" ${content ? "" : `src="/adil/examples/${files[kind]}.json"`} ${attributes}>${inside ?? "<p>The fallback.</p>"}</adil-board>`;
  const made = await site({ bodies: { "/page.html": html(tag, { lang }) }, fault });
  const seen = await visit(`${made.origin}/page.html`, options);
  const widget = seen.page.locator("adil-board");
  await widget.locator(".base").waitFor();
  return { ...seen, site: made, widget };
}

const named = (widget, name) => widget.getByRole("button", { name, exact: true });
const begin = (widget) => named(widget, text.begin).click();
const choose = (widget, name) => widget.getByLabel(name, { exact: true }).check();
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** The squares of all teams, as they are shown. */
const squares = async (widget) => (await widget.locator(".standing .square").allTextContents()).map((words) => +words.match(/\d+/)[0]);

/**
 * Presses what a host would press next; false when the game is over. A turn's screen comes a moment
 * after the press before it, so what is there is waited for.
 */
async function step(widget, hand, words = text) {
  const end = widget.getByRole("heading", { name: words.game_over });
  const ways = [
    widget.locator("button.option").first(), named(widget, words.verdict_good), named(widget, words.roll),
    named(widget, words.help), named(widget, words.next),
  ];
  const next = await until(async () => {
    for (const way of [...ways, end]) if (await way.isVisible()) return way;
    return undefined;
  }, "there is a way on");
  if (next === end) return false;
  await hand.press(next);
  return true;
}

async function playToTheEnd(widget, hand) {
  for (let n = 0; n < 400; n++) if (!(await step(widget, hand))) return n;
  assert.fail("the game ends");
}

const ways = {
  mouse: [{}, () => hands.mouse, undefined],
  touch: [{ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, () => hands.touch, small],
  keyboard: [{}, (page) => keyboard(page), small],
};
for (const [name, [options, handOf, content]] of inTurn("hands of a whole board game", Object.entries(ways))) {
  test(`a board game is played to its end by ${name}`, async () => {
    const { page, widget, said, ...seen } = await open({ ...options, content });
    const hand = handOf(page);
    await hand.press(named(widget, text.begin));
    await widget.getByRole("heading", { name: fill(text.turn_of, { team: text.team_circle }) }).waitFor();
    await playToTheEnd(widget, hand);
    assert.deepEqual(new Set(await squares(widget)), new Set([content ? 20 : 36]), "nobody was left behind");
    await widget.getByText(games.board.ending.en).waitFor();
    assert.ok(await hasState(widget, "complete"));
    assert.equal(await fits(page), 0);
    const events = await fired(page);
    const turns = events.filter(({ name }) => name === "turn").map(({ detail }) => detail);
    assert.ok(turns.length >= 6);
    assert.deepEqual(new Set(turns.map(({ team }) => team)), new Set(["circle", "square", "triangle"]));
    for (const { roll, to } of turns) assert.ok(roll >= 1 && roll <= 6 && to >= 1, `${roll} to ${to}`);
    assert.ok(events.some(({ name, detail }) => name === "card" && ["good", "partly", "notYet"].includes(detail.verdict)));
    assert.equal(events.filter(({ name }) => name === "complete").length, 1);
    assert.deepEqual(said, []);
    checkOwn({ said, ...seen }, seen.site.origin);
    await seen.close();
  });
}

test("who listens hears from where to where and why, and the heading has the focus", async () => {
  const { page, widget, ...seen } = await open();
  await choose(widget, text.die_real);
  await begin(widget);
  // Two on from the first square, where a ladder begins.
  await named(widget, "2").click();
  const said = (key, values) => `${fill(text[key], { team: text.team_circle, ...values })}.`;
  const expected = [said("rolled", { n: 2 }), said("moved", { from: 1, to: 3 }), said("climbed", { from: 3, to: 14 })].join(" ");
  await checkSoon(async () => (await announced(page)).some((words) => words.startsWith(expected)), true);
  await checkSoon(() => widget.evaluate((element) => element.shadowRoot.activeElement?.matches(".heading")), true);
  await widget.getByText(games.board.links[0].text.en).first().waitFor(); // the ladder tells its story
  assert.deepEqual(await squares(widget), [14, 1, 1]);
  await seen.close();
});

test("undo goes back as far as the game does, and what is made again comes out the same", async () => {
  const { widget, ...seen } = await open();
  await begin(widget);
  const before = [];
  for (let n = 0; n < 14; n++) {
    before.push((await squares(widget)).join());
    await step(widget, hands.mouse);
  }
  const end = (await squares(widget)).join();
  for (const was of before.toReversed()) {
    await named(widget, text.undo).click();
    await checkSoon(async () => (await squares(widget)).join(), was);
  }
  assert.ok(!(await named(widget, text.undo).isVisible()), "nothing is before the first roll");
  for (let n = 0; n < 14; n++) await step(widget, hands.mouse);
  assert.equal((await squares(widget)).join(), end, "the number of the game decides");
  await seen.close();
});

test("a game outlives a reload in its middle, and one that keeps nothing does not", async () => {
  for (const [attributes, stays] of [["", true], [`storage="none"`, false]]) {
    const { page, widget, ...seen } = await open({ attributes });
    await begin(widget);
    for (let n = 0; n < 9; n++) await step(widget, hands.mouse);
    const [was, heading] = [await squares(widget), await widget.locator(".heading").textContent()];
    await page.reload();
    await widget.locator(".base").waitFor();
    if (stays) {
      assert.deepEqual(await squares(widget), was);
      assert.equal(await widget.locator(".heading").textContent(), heading);
    } else {
      await named(widget, text.begin).waitFor();
    }
    await seen.close();
  }
});

// Its author moved a ladder between two lessons: the teams stood elsewhere, and nobody was told.
test("a game whose board was edited says so until the next move", async () => {
  const { page, widget, site: made, ...seen } = await open();
  await begin(widget);
  for (let n = 0; n < 9; n++) await step(widget, hands.mouse);
  const told = () => widget.getByText(text.edited, { exact: true }).count();
  await page.reload();
  await widget.locator(".standing").first().waitFor();
  assert.equal(await told(), 0);
  const edited = { ...games.board, board: { ...games.board.board, squares: games.board.board.squares }, links: [], decks: games.board.decks.slice(0, 1) };
  made.faulty((path) => (path.endsWith(`${files.board}.json`) ? { body: JSON.stringify(edited), type: "application/json" } : undefined));
  await page.reload();
  await checkSoon(told, 1);
  await step(widget, hands.mouse);
  await checkSoon(told, 0);
  await seen.close();
});

test("a game is saved to a file and gone on with elsewhere; another file is refused", async () => {
  const first = await open();
  await begin(first.widget);
  for (let n = 0; n < 7; n++) await step(first.widget, hands.mouse);
  const was = await squares(first.widget);
  await first.widget.getByText(text.host_tools).click();
  const [saved] = await Promise.all([first.page.waitForEvent("download"), named(first.widget, text.save_file).click()]);
  const body = readFileSync(await saved.path());
  assert.equal(saved.suggestedFilename(), "climb-together-game.json");
  await first.close();
  const { widget, ...seen } = await open();
  const give = (buffer) => widget.locator("input[type=file]").first().setInputFiles({ name: "game.json", mimeType: "application/json", buffer });
  await give(Buffer.from(`{"format": "adil-game", "content": "another", "game": {}}`));
  await widget.getByText(text.no_game).first().waitFor();
  await give(body);
  await widget.locator(".standing").first().waitFor();
  assert.deepEqual(await squares(widget), was);
  await seen.close();
});

test("names of teams are shown, and kept only on request", async () => {
  for (const keeps of [false, true]) {
    const { page, widget, ...seen } = await open();
    const label = fill(text.name_of, { team: text.team_circle });
    await widget.getByLabel(label, { exact: true }).fill("Falcons");
    if (keeps) await widget.getByLabel(text.keep_names).check();
    await begin(widget);
    await widget.getByRole("heading", { name: fill(text.turn_of, { team: "Falcons" }) }).waitFor();
    await step(widget, hands.mouse);
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }));
    assert.equal(kept.includes("Falcons"), keeps);
    assert.ok(!JSON.stringify(await fired(page)).includes("Falcons"), "no event has a name");
    await page.reload();
    await widget.locator(".standing").first().waitFor();
    assert.equal(await widget.locator(".team-name").first().textContent(), keeps ? "Falcons" : text.team_circle);
    await seen.close();
  }
});

test("where storage is full the class is told, and plays on", async () => {
  const isFull = () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  };
  const { page, widget, ...seen } = await open({ init: [isFull], content: small });
  await begin(widget);
  await widget.getByText(text.not_kept).waitFor();
  await playToTheEnd(widget, hands.mouse);
  assert.deepEqual((await fired(page, "storage")).map(({ detail }) => detail.kept), [false]);
  await seen.close();
});

test("the number of the game gives the same rolls to everyone, and can be read", async () => {
  const rolls = [];
  for (let n = 0; n < 2; n++) {
    const { page, widget, ...seen } = await open({ content: small });
    await widget.getByText(text.fair).click();
    await widget.getByLabel(text.seed).fill("4711");
    await begin(widget);
    for (let turn = 0; turn < 12; turn++) await step(widget, hands.mouse);
    rolls.push((await fired(page, "turn")).map(({ detail }) => detail.roll).join());
    await widget.getByText(text.host_tools).click();
    await widget.getByText(fill(text.seed_is, { n: 4711 })).waitFor();
    await seen.close();
  }
  assert.equal(rolls[0], rolls[1]);
});

test("a skipped card makes room for another one", async () => {
  const content = { ...small, decks: [{ id: "q", kind: "task", title: "Task", on: [2], cards: [{ id: "a", stem: "First?" }, { id: "b", stem: "Second?" }] }] };
  const { widget, ...seen } = await open({ content });
  await choose(widget, text.die_real);
  await begin(widget);
  await named(widget, "1").click();
  const stem = widget.locator(".stage .stem");
  const first = await stem.textContent();
  await named(widget, text.skip).click();
  const other = first.trim() === "First?" ? "Second?" : "First?";
  await checkSoon(async () => (await stem.textContent()).trim(), other);
  await seen.close();
});

/** A page whose clock the test turns. */
async function timed(options) {
  const context = await visitor();
  await context.clock.install();
  const seen = await open({ ...options, context });
  await seen.page.clock.pauseAt(Date.now() + 3_600_000);
  return { ...seen, pass: (seconds) => seen.page.clock.runFor(seconds * 1_000) };
}

test("when time is over the round is played to its end, and five more minutes let it go on", async () => {
  const { page, widget, pass, ...seen } = await timed({ content: { ...small, minutes: 1, decks: [] } });
  await choose(widget, text.die_real);
  await begin(widget);
  const turn = async () => {
    await named(widget, "1").click();
    await named(widget, text.next).click();
  };
  await turn();
  await pass(75);
  assert.ok((await announced(page)).includes(text.last_round));
  await turn();
  await turn();
  await widget.getByRole("heading", { name: text.game_over }).waitFor();
  await widget.getByText(text.host_tools).click();
  await named(widget, text.five_more).click();
  await widget.getByRole("heading", { name: fill(text.turn_of, { team: text.team_circle }) }).waitFor();
  await seen.close();
});

test("a task has its time, which the host starts, and children have none", async () => {
  const deck = { id: "t", kind: "task", title: "Task", on: [2], cards: [{ id: "a", stem: "Act.", seconds: 60 }] };
  for (const level of ["secondary", "primary-2"]) {
    const { page, widget, pass, ...seen } = await timed({ content: { ...small, level, decks: [deck] } });
    await choose(widget, text.die_real);
    await begin(widget);
    await named(widget, "1").click();
    await widget.locator(".stage .stem").waitFor();
    const left = widget.locator(".clock .left");
    if (level === "secondary") {
      await pass(30);
      assert.equal(await left.textContent(), "1:00", "nothing runs before it is started");
      await named(widget, text.clock_start).click();
      await pass(52);
      await checkSoon(async () => (await announced(page)).some((words) => /seconds left/.test(words)), true);
      await pass(10);
      await checkSoon(async () => (await announced(page)).includes(text.time_is_up), true);
    } else {
      assert.equal(await left.count(), 0);
      assert.equal(await widget.locator(".minutes").count(), 0);
    }
    await seen.close();
  }
});

test("axe finds nothing on any screen of a board, and all of it fits 360 px, in Arabic too", async () => {
  for (const [lang, colorScheme] of [["en", "dark"], ["ar", "light"]]) {
    const words = readJson(`locales/board.${lang}.json`);
    const { page, widget, ...seen } = await open({ lang, colorScheme, viewport: { width: 360, height: 740 } });
    const look = async (where) => {
      await checkAxe(page, `${where} in ${lang}`, "adil-board");
      assert.equal(await fits(page), 0, where);
    };
    for (const summary of [words.fair, words.paper]) await widget.getByText(summary).click();
    await look("the setup");
    await widget.getByLabel(words.die_real, { exact: true }).check();
    await named(widget, words.begin).click();
    await look("a turn");
    await widget.getByText(words.stories).first().click();
    await named(widget, "1").click();
    await widget.locator(".stage .stem").waitFor();
    await look("a card");
    await step(widget, hands.mouse, words);
    await named(widget, words.next).waitFor();
    await look("what happened");
    await widget.getByText(words.host_tools).click();
    await named(widget, words.end_now).click();
    await widget.getByRole("heading", { name: words.game_over }).waitFor();
    await look("the end");
    await seen.close();
  }
});

test("tokens walk, and stand still for whoever wants less motion", async () => {
  for (const [reducedMotion, name] of [["no-preference", "walk"], ["reduce", "none"]]) {
    const { widget, ...seen } = await open({ reducedMotion });
    await choose(widget, text.die_real);
    await begin(widget);
    await named(widget, "2").click();
    const pawn = widget.locator(".pawn").first();
    await checkSoon(() => pawn.evaluate((pawn) => getComputedStyle(pawn).animationName), name);
    await seen.close();
  }
});

test("a spinner points at the number that is told", async () => {
  const { widget, ...seen } = await open({ content: small });
  await choose(widget, text.die_spinner);
  await begin(widget);
  await named(widget, text.spin).click();
  const degrees = await widget.locator(".spinner .hand").evaluate((hand) => +hand.getAttribute("transform").match(/[\d.]+/)[0]);
  assert.equal(Math.ceil(degrees / 60), +(await widget.locator(".die .big").textContent()));
  await seen.close();
});

test("a free path lies over its picture, and tokens stand on it", async () => {
  const points = Array.from({ length: 20 }, (_, n) => ({ x: 50 + 45 * Math.cos(n / 3), y: 95 - n * 4.500 }));
  const picture = { src: "/adil/examples/pictures/keep-word.svg", alt: "A hill" };
  const content = { ...small, board: { squares: 20, points, picture } };
  const { page, widget, ...seen } = await open({ content, viewport: { width: 360, height: 740 } });
  await begin(widget);
  assert.ok(await widget.getByRole("img", { name: "A hill" }).count(), "the picture has its text");
  const inside = await widget.locator(".board").evaluate((board) => {
    const { left, right, top, bottom } = board.getBoundingClientRect();
    return [...board.querySelectorAll(".pawn, .place")].every((one) => {
      const at = one.getBoundingClientRect();
      return at.left >= left - 1 && at.right <= right + 1 && at.top >= top - 1 && at.bottom <= bottom + 1;
    });
  });
  assert.ok(inside, "nothing stands beside the board");
  assert.equal(await fits(page), 0);
  await checkAxe(page, "a free path", "adil-board");
  await seen.close();
});

test("a projector makes it larger, and nothing is lost", async () => {
  const { page, widget, ...seen } = await open({ viewport: { width: 1_280, height: 800 } });
  await begin(widget);
  const size = () => widget.locator(".base").evaluate((base) => parseFloat(getComputedStyle(base).fontSize));
  const before = await size();
  await named(widget, text.projector).click();
  await checkSoon(async () => (await size()) > before * 1.2, true);
  await named(widget, text.roll).waitFor();
  await named(widget, text.projector).click();
  await checkSoon(size, before);
  await page.close();
  await seen.close();
});

test("the board is printed on one sheet or four, and cards with answers for the host", async () => {
  const { page, widget, ...seen } = await open();
  await page.evaluate(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await widget.getByText(text.paper).click();
  const paper = async (name, format = "A4") => {
    await choose(widget, name);
    await named(widget, text.print).click();
    return textsOf(await page.pdf({ format }));
  };
  for (const format of ["A4", "A3"]) assert.equal((await paper(text.paper_board, format)).length, 1, format);
  assert.equal((await paper(text.paper_four)).length, 4);
  const cards = await paper(text.paper_cards);
  const words = (stem) => stem.en.split(" ").slice(0, 3).join(" ");
  for (const { cards: all } of games.board.decks) {
    for (const { stem } of all) assert.ok(cards.join(" ").includes(words(stem)), words(stem));
  }
  assert.ok(!cards.join(" ").includes("Trust and private advantage"), "cards do not give their answers away");
  const rest = (await paper(text.paper_rest)).join(" ");
  assert.ok(rest.includes("Trust and private advantage") && rest.includes(text.team_star));
  assert.ok(!rest.includes(text.begin), "what only a screen needs is not there");
  assert.ok((await page.evaluate(() => window.printed)) >= 5);
  await seen.close();
});

test("a quest: juries give points, every round moves on, places come last and by the rule", async () => {
  const { page, widget, said, ...seen } = await open({ kind: "quest", viewport: { width: 360, height: 740 } });
  await choose(widget, "2");
  await begin(widget);
  await widget.getByRole("heading", { name: fill(text.round_of, { n: 1, total: 6 }) }).waitFor();
  const give = (sheet, criterion, points) => widget.locator(".sheet").nth(sheet).getByRole("group", { name: new RegExp(`^${criterion}`) }).getByLabel(String(points), { exact: true }).check();
  await give(0, "Thought", 5);
  await give(1, "Fairness", 4);
  await give(1, "Thought", 1);
  await checkSoon(() => widget.locator(".sheet .sum").allTextContents(), ["5 points", "5 points"]);
  await widget.getByText(text.points_missing).waitFor();
  await checkAxe(page, "a round", "adil-board");
  assert.equal(await fits(page), 0);
  await page.reload();
  await widget.locator(".sheet").first().waitFor();
  assert.deepEqual(await widget.locator(".sheet .sum").allTextContents(), ["5 points", "5 points"], "points outlive a reload");
  await named(widget, text.undo).click();
  await checkSoon(() => widget.locator(".sheet .sum").allTextContents(), ["5 points", "4 points"]);
  await give(1, "Thought", 1);
  for (let n = 2; n <= 6; n++) {
    await named(widget, text.next_round).click();
    await widget.getByRole("heading", { name: fill(text.round_of, { n, total: 6 }) }).waitFor();
  }
  await named(widget, text.finish).click();
  await widget.getByRole("heading", { name: text.quest_over }).waitFor();
  const places = widget.locator("ul.places > li");
  assert.ok(!(await places.first().isVisible()), "nobody is ranked before it is asked for");
  await widget.getByText(text.show_places).click();
  assert.match(await places.first().textContent(), new RegExp(`${text.team_square}.*${fill(text.place, { n: 1 })}.*${text.by_tie}`));
  await checkAxe(page, "the end of a quest", "adil-board");
  assert.equal(await fits(page), 0);
  assert.deepEqual(said, []);
  const papers = textsOf(await page.pdf({ format: "A4" }));
  assert.equal(papers.length, 6, "a sheet for each jury");
  await seen.close();
});

test("a debate: hands, preparation, speeches with their sign, hands again", async () => {
  const { page, widget, pass, said, ...seen } = await timed({ kind: "debate" });
  const game = games.debate;
  await begin(widget);
  const count = async (numbers) => {
    for (const [n, number] of numbers.entries()) await widget.locator(".field input").nth(n).fill(String(number));
    await named(widget, text.go_on).click();
  };
  await widget.getByRole("heading", { name: text.hands_before }).waitFor();
  // "ten" counted as no hand at all; a keyboard of another script, or a messenger, types well.
  await count([10, "ten", 6]);
  await widget.getByText(fill(text.not_number, { least: 0, most: "9,999" }), { exact: true }).waitFor();
  await checkSoon(() => widget.locator(".field input").nth(1).evaluate((field) => [field.getAttribute("aria-invalid"), field.matches(":focus")]), ["true", true]);
  await count(["١٠", "\u200f12", "6"]);
  await widget.getByRole("heading", { name: text.preparation }).waitFor();
  await named(widget, text.begin_debate).click();
  for (const slot of game.slots) {
    await widget.getByRole("heading", { name: slot.title.en }).waitFor();
    await named(widget, text.clock_start).click();
    await pass(slot.seconds - 10);
    await checkSoon(() => widget.locator(".clock").getAttribute("data-state"), "near");
    await pass(12);
    await checkSoon(() => widget.locator(".clock").getAttribute("data-state"), "over");
    await named(widget, text.next_speech).click();
  }
  await widget.getByRole("heading", { name: text.hands_after }).waitFor();
  await count([15, 9, 4]);
  await widget.getByRole("heading", { name: text.debate_over }).waitFor();
  const [first] = await widget.locator("ul.places > li").allTextContents();
  assert.ok(first.includes(fill(text.hands_from_to, { before: 10, after: 15 })), first);
  await named(widget, text.undo).click();
  await widget.getByRole("heading", { name: text.hands_after }).waitFor();
  assert.deepEqual(said, []);
  const papers = textsOf(await page.pdf({ format: "A4" }));
  assert.ok(papers.join(" ").includes(text.best_speaker));
  await seen.close();
});

test("a debate and a quest are whole for axe and on narrow pages from right to left", async () => {
  const words = readJson("locales/board.ar.json");
  for (const kind of ["quest", "debate"]) {
    const { page, widget, ...seen } = await open({ kind, lang: "ar", viewport: { width: 360, height: 740 } });
    await checkAxe(page, `the setup of a ${kind}`, "adil-board");
    await named(widget, words.begin).click();
    await widget.locator(".stage").waitFor();
    await checkAxe(page, `the first screen of a ${kind}`, "adil-board");
    assert.equal(await fits(page), 0);
    await seen.close();
  }
});

/** The same content with hostile words in each text of it. */
function hostileIn(content, words) {
  const spoil = (value) => {
    if (Array.isArray(value)) return value.map(spoil);
    if (typeof value !== "object" || value === null) return value;
    return "en" in value ? words : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner)]));
  };
  return { ...spoil(content), languages: ["en"], summary: "s", id: `hostile-${content.kind}` };
}

test("hostile words in every field of all three kinds are words", async () => {
  const words = `<img src=x onerror="window.ran = 1">{team} [x](javascript:window.ran=1)<script>window.ran = 1</script>`;
  for (const kind of inTurn("kinds of games with hostile words", ["board", "quest", "debate"])) {
    const { page, widget, said, ...seen } = await open({ content: hostileIn(games[kind], words) });
    const name = widget.locator(".names input[type=text]").first();
    if (await name.count()) await name.fill(words);
    await begin(widget);
    await widget.locator(".stage").waitFor();
    for (let n = 0; n < 24; n++) {
      if (kind === "board") await step(widget, hands.mouse);
      else if (await widget.locator("button.go").first().isVisible()) await widget.locator("button.go").first().click();
    }
    for (const folded of await widget.locator("summary").all()) await folded.click();
    await page.pdf({ format: "A4" });
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.equal(await widget.locator("img, script:not([type]), a[href^=javascript]").count(), 0);
    assert.deepEqual(said, []);
    await seen.close();
  }
});

test("where the rest of the bundle does not come, a class may ask for it again and plays on", async () => {
  const fault = (path) => (path.endsWith(".lazy.wasm") ? { status: 404 } : undefined);
  const { widget, site: made, ...seen } = await open({ fault, content: small });
  await begin(widget);
  await widget.getByText(text.lost).waitFor();
  made.faulty(() => undefined);
  await named(widget, text.try_again).click();
  await widget.getByRole("heading", { name: fill(text.turn_of, { team: text.team_circle }) }).waitFor();
  await playToTheEnd(widget, hands.mouse);
  await seen.close();
});

test("authors read in the console what is amiss, with its place", async () => {
  const content = { ...small, links: [{ from: 4, to: 8, text: "up" }, { from: 8, to: 4, text: "down" }], decks: [] };
  const { warned, widget, ...seen } = await open({ content });
  await checkSoon(() => warned.filter((line) => line.includes("links: ladders and slides lead from square 4 back to it")).length, 1);
  await begin(widget);
  await widget.locator(".stage").waitFor();
  await seen.close();
});

test("a hundred squares and three hundred cards are set up and played", async () => {
  const cards = Array.from({ length: 300 }, (_, n) => ({ id: `c${n}`, stem: `Question ${n}: why?` }));
  const content = {
    ...small, id: "large", board: { squares: 100 }, links: [],
    decks: [{ id: "q", kind: "question", title: "Question", on: Array.from({ length: 98 }, (_, n) => n + 2), cards }],
  };
  const { widget, said, ...seen } = await open({ content });
  await begin(widget);
  for (let n = 0; n < 30; n++) assert.ok(await step(widget, hands.mouse));
  assert.equal(await widget.locator(".board .place").count(), 100);
  assert.deepEqual(said, []);
  await seen.close();
});
