// What a page hears of a quiz: the documented events with the documented fields, and nothing of
// what a learner typed.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkIt, go, press } from "./acts.mjs";
import { RUN, VERDICTS, checkDocumented, details, documented, isOf, keepAll, names } from "./heard.mjs";
import { everyType, items, mistaken, taking } from "./items.mjs";
import {
  checkQuiet, checkSoon, fired, html, quizOf, ready, settled, single, until, useBrowser, words,
} from "./page.mjs";
import { give, solve } from "./solve.mjs";

const { site, visit, visitor, visitQuiz } = useBrowser();
const text = words();

const open = async (content, { attributes = "", init = [], ...more } = {}) => {
  const all = { attributes: `loading="eager" ${attributes}`, init: [keepAll, ...init], ...more };
  const seen = await visitQuiz(content, all);
  await seen.quiz.locator(".base, [part=error]").first().waitFor();
  return seen;
};

test("the manifest names the events that the tests below fire", () => {
  const expected = ["answer", "complete", "error", "hint", "progress", "ready", "start", "storage"];
  assert.deepEqual(Object.keys(documented).toSorted(), expected.map((name) => `adil-${name}`));
  assert.deepEqual(Object.keys(documented["adil-hint"]).length, RUN.length + 1);
  assert.ok(isOf(null, documented["adil-complete"].scaled) && !isOf(null, documented["adil-complete"].score));
});

test("over a run in learn mode each event has its documented fields and comes in its turn", async () => {
  const bands = [{ min: 0, text: "Zero." }, { min: 0.5, text: "Half." }];
  const content = everyType({ bands, settings: { pass: 0.5 } });
  content.items[0] = { ...content.items[0], hints: ["One.", "Two."] };
  const { page, quiz, ...seen } = await open(content);
  const expected = ["ready"];
  await press(quiz, text.hint);
  expected.push("start", "hint");
  for (const item of content.items) {
    await solve(quiz, item);
    expected.push("answer", "progress");
  }
  await quiz.locator(".result").waitFor();
  expected.push("complete");
  await checkSoon(() => names(page), expected);
  await checkDocumented(page);
  const common = ["quiz", "test-quiz", "1.0.0", "learn", "secondary", false];
  const of = async (type) => (await details(page, `adil-${type}`)).map((detail) => {
    const { widget, contentId, contentVersion, run, mode, level, reminded, ...rest } = detail;
    assert.deepEqual([widget, contentId, contentVersion, mode, level, reminded], common);
    return rest;
  });
  const total = content.items.length;
  assert.deepEqual(await of("ready"), [{ items: total }]);
  assert.deepEqual(await of("start"), [{ items: total }]);
  assert.deepEqual(await of("hint"), [{ itemId: "single" }]);
  assert.deepEqual(await of("progress"), content.items.map((_, n) => ({ done: n + 1, total })));
  assert.deepEqual(await of("complete"), [{ score: 9, max: 9, scaled: 1, passed: true, band: 1, stars: 3 }]);
  const answers = (await of("answer")).map(({ ms, ...rest }) => {
    assert.ok(Number.isInteger(ms) && ms >= 0 && ms < 60_000, `${ms} ms`);
    return rest;
  });
  const right = (itemId, optionIds = [], more = {}) =>
    ({ itemId, optionIds, verdict: "right", score: 1, tries: 1, ...more });
  assert.deepEqual(answers, [
    right("single", ["quartz"]), right("multiple", ["spruce", "pine"]), right("truth", ["yes"]),
    // Options without an id of the author's go by their place.
    right("poll", ["2"], { verdict: "open", score: 0 }),
    right("order"), right("match"), right("sort"), right("number"), right("text"), right("blanks"),
    right("scale", [], { verdict: "open", score: 0 }),
  ]);
  const runs = new Set((await details(page)).map(({ run }) => run));
  assert.equal(runs.size, 1, "one number names the run");
  checkQuiet(seen);
  await seen.close();
});

test("a test says how far it is, and nothing about right or wrong before its end", async () => {
  const content = quizOf([items.text, items.multiple, single("one")]);
  const { page, quiz, ...seen } = await open(content, { attributes: `mode="test"` });
  for (const item of content.items) {
    await give(quiz, item);
    assert.deepEqual(await details(page, "adil-answer"), []);
    assert.deepEqual(await details(page, "adil-complete"), []);
    await go(quiz);
  }
  await quiz.locator(".result").waitFor();
  await checkSoon(async () => (await names(page)).at(-1), "complete");
  await checkDocumented(page);
  assert.deepEqual((await names(page)).slice(0, 2), ["ready", "start"]);
  assert.equal((await names(page)).filter((name) => name === "start").length, 1);
  const [done] = await details(page, "adil-complete");
  assert.deepEqual([done.score, done.max, done.mode], [3, 3, "test"]);
  await seen.close();
});

test("another try is told as an answer of its own", async () => {
  const { page, quiz, close } = await open(quizOf([items.single]), { attributes: `tries="3"` });
  for (const item of [mistaken.single, taking(items.single, "marble"), items.single]) {
    await give(quiz, item);
    await checkIt(quiz);
    if (item !== items.single) await press(quiz, text.try_again);
  }
  const answers = async () => (await details(page, "adil-answer")).map(({ optionIds, verdict, score, tries }) =>
    [tries, ...optionIds, verdict, score]);
  await checkSoon(answers, [[1, "granite", "wrong", 0], [2, "marble", "partly", 0.5], [3, "quartz", "right", 1]]);
  await close();
});

/** What is done with the last item, of which not all that happens makes more items done. */
const progress = {
  "another try in mode learn": ["learn", single("one"), async (quiz) => {
    await quiz.locator(".option").first().click();
    await checkIt(quiz);
    await press(quiz, text.try_again);
    await quiz.locator(".option").last().click();
    await checkIt(quiz);
  }],
  "another option in mode test": ["test", items.multiple, (quiz) => give(quiz, items.multiple)],
  "each letter in mode test": ["test", items.text, (quiz) => quiz.locator(".blank").pressSequentially("Jupiter")],
};
for (const [name, [mode, item, act]] of Object.entries(progress)) {
  test(`progress is told when more items are done, not at ${name}`, async () => {
    const { page, quiz, close } = await open(quizOf([single("first"), item]), { attributes: `mode="${mode}"` });
    await give(quiz, single("first"));
    if (mode === "learn") await checkIt(quiz);
    await go(quiz);
    await act(quiz);
    await go(quiz);
    await quiz.locator(".result").waitFor();
    const told = async () => (await details(page, "adil-progress")).map(({ done, total }) => [done, total]);
    await checkSoon(told, [[1, 2], [2, 2]]);
    await close();
  });
}

test("each verdict is named as documented", async () => {
  const stones = ["all", "half", "none"].map((id) => ({ ...items.single, id }));
  const content = quizOf([...stones, items.text, items.scale]);
  const { page, quiz, close } = await open(content, { attributes: `tries="1"` });
  for (const item of [items.single, taking(items.single, "marble"), mistaken.single]) {
    await give(quiz, item);
    await checkIt(quiz);
    await go(quiz);
  }
  await press(quiz, text.not_sure);
  await quiz.locator(".verdict").waitFor();
  await go(quiz);
  await solve(quiz, items.scale);
  const answers = async () => (await details(page, "adil-answer")).map(({ verdict, score }) => [verdict, score]);
  await checkSoon(answers, [["right", 1], ["partly", 0.5], ["wrong", 0], ["unsure", 0], ["open", 0]]);
  assert.deepEqual(new Set((await answers()).map(([verdict]) => verdict)), new Set(VERDICTS));
  await checkDocumented(page);
  await close();
});

test("the time of an answer counts from when the item was shown", async () => {
  const context = await visitor({}, keepAll);
  await context.clock.install();
  const { page, quiz } = await open(quizOf([single("one"), single("two")]), { context, attributes: `tries="3"` });
  await page.clock.pauseAt(Date.now() + 3_600_000);
  const answer = async (after, option) => {
    await quiz.locator(".option").nth(option).click();
    await page.clock.runFor(after);
    await go(quiz);
    await quiz.locator(".verdict").waitFor();
  };
  await answer(1_000, 0);
  await page.clock.runFor(60_000);
  await press(quiz, text.try_again);
  await answer(5_000, 1);
  await page.clock.runFor(30_000);
  await go(quiz);
  await answer(7_000, 1);
  const times = (await details(page, "adil-answer")).map(({ ms }) => ms);
  assert.deepEqual(times.slice(1), [5_000, 7_000], "reading the feedback is not answering");
  assert.ok(times[0] >= 1_000);
  await context.close();
});

/** What a learner types that must not leave the widget. */
const MARK = "Qzxjkv";
const SUM = "7351946";
for (const mode of ["learn", "test"]) {
  test(`nothing that is typed is in any event, address or message, in mode ${mode}`, async () => {
    const content = quizOf([
      items.text, items.number, items.blanks, { ...items.text, id: "own", accepted: [`${MARK} own`] },
    ]);
    const { page, quiz, ...seen } = await open(content, { attributes: `mode="${mode}" tries="1" storage="none"` });
    const typed = [[`${MARK} Aigerim`], [SUM], [MARK, "", SUM], [`${MARK} own`]];
    for (const texts of typed) {
      for (const [n, word] of texts.entries()) {
        if (word) await quiz.locator(".blank").nth(n).fill(word);
        else await quiz.locator(".blank").nth(n).selectOption("sand");
      }
      if (mode === "learn") await checkIt(quiz);
      await go(quiz);
    }
    await quiz.locator(".result").waitFor();
    await quiz.locator(".review-box button").click();
    await checkSoon(() => quiz.locator(".reviewed").count(), 4);
    assert.ok((await quiz.locator(".review").textContent()).includes(MARK), "the learner does see it");
    const events = await checkDocumented(page);
    const told = events.filter(({ type }) => /answer|progress/.test(type));
    assert.ok(told.length >= 4, "events came for each of the items");
    const all = JSON.stringify(events);
    const outside = await page.content();
    for (const word of [MARK, "Aigerim", SUM, "sand"]) {
      assert.ok(!all.includes(word), `“${word}” is in no event`);
      assert.ok(!outside.includes(word), `“${word}” is not in the page outside of the widget`);
      assert.deepEqual([...seen.asked, ...seen.said, ...seen.warned].filter((line) => line.includes(word)), []);
    }
    await seen.close();
  });
}

for (const shadow of ["open", "closed"]) {
  test(`events leave a component of the page around the quiz, its shadow root being ${shadow}`, async () => {
    const outer = `<school-card id="card"></school-card><script type="module">
      customElements.define("school-card", class extends HTMLElement {
        connectedCallback() {
          const root = (window.root = this.attachShadow({ mode: "${shadow}" }));
          root.innerHTML = '<adil-quiz loading="eager" src="/quiz.json"></adil-quiz>';
        }
      });
    </script>`;
    const content = quizOf([single("one")]);
    const made = await site({ bodies: { "/page.html": html(outer), "/quiz.json": JSON.stringify(content) } });
    const { page, close } = await visit(`${made.origin}/page.html`);
    const act = (selector) => until(() => page.evaluate((selector) => {
      const found = window.root.querySelector("adil-quiz").shadowRoot.querySelector(selector);
      found?.click();
      return !!found;
    }, selector), selector);
    for (const selector of ["label:nth-of-type(2)", ".go", ".verdict", ".go"]) await act(selector);
    const expected = ["ready", "start", "answer", "progress", "complete"];
    await checkSoon(async () => (await fired(page)).map(({ name }) => name), expected);
    const targets = new Set((await fired(page)).map(({ on }) => on));
    assert.deepEqual([...targets], ["card"], "the page sees its own element");
    await close();
  });
}

test("a run starts once, whatever is done first, and a new run starts again under another number", async () => {
  const content = quizOf([single("one", { hints: ["A hint."] }), single("two")]);
  const { page, quiz, close } = await open(content, { attributes: `tries="2"` });
  const take = async () => {
    for (const option of [0, 1]) {
      await quiz.locator(".option").nth(option).click();
      await checkIt(quiz);
      await go(quiz);
    }
    await quiz.locator(".result").waitFor();
  };
  await press(quiz, text.hint);
  await take();
  await press(quiz, text.retry_all);
  await quiz.locator(".options").waitFor();
  await take();
  await press(quiz, text.retry_missed);
  await quiz.locator(".options").waitFor();
  await solve(quiz, content.items[0]);
  await quiz.locator(".result").waitFor();
  await checkSoon(async () => (await details(page, "adil-complete")).length, 3);
  await checkDocumented(page);
  const starts = await details(page, "adil-start");
  assert.deepEqual(starts.map(({ items }) => items), [2, 2, 1]);
  assert.equal(new Set(starts.map(({ run }) => run)).size, 3);
  const ends = await details(page, "adil-complete");
  const points = ends.map(({ run, score, max }) => [run, score, max]);
  assert.deepEqual(points, starts.map(({ run, items }) => [run, 1, items]));
  assert.equal((await details(page, "adil-ready")).length, 1);
  await close();
});

test("a run that is over says nothing again after a reload", async () => {
  const { page, quiz, close } = await open(quizOf([single("one")]));
  await solve(quiz, single("one"));
  await quiz.locator(".result").waitFor();
  const [{ run }] = await until(async () => {
    const told = await details(page, "adil-complete");
    return told.length && told;
  });
  await page.reload();
  await quiz.locator(".result").waitFor();
  await settled(page);
  assert.deepEqual(await names(page), ["ready"]);
  assert.equal((await details(page))[0].run, run);
  await close();
});

test("primary school and opinions have their own results", async () => {
  const primary = await open(quizOf([single("one"), single("two")], { level: "primary-1" }));
  await solve(primary.quiz, single("one"));
  await give(primary.quiz, taking(single("two"), "a"));
  await checkIt(primary.quiz);
  await go(primary.quiz);
  await primary.quiz.locator(".result").waitFor();
  const of = async ({ page }) => {
    await checkDocumented(page);
    const [{ score, max, scaled, passed, band, stars }] = await details(page, "adil-complete");
    return { score, max, scaled, passed, band, stars };
  };
  await checkSoon(() => of(primary), { score: 1, max: 2, scaled: 0.5, passed: null, band: null, stars: 1 });
  const opinions = await open(quizOf([items.poll], { settings: { pass: 0.5 } }));
  await solve(opinions.quiz, items.poll);
  await opinions.quiz.locator(".result").waitFor();
  await checkSoon(() => of(opinions), { score: 0, max: 0, scaled: null, passed: null, band: null, stars: null });
  await Promise.all([primary.close(), opinions.close()]);
});

test("errors and refused storage are told as documented", async () => {
  const wrong = await open({ ...quizOf([]), title: "A test" });
  assert.deepEqual((await checkDocumented(wrong.page)).map(({ type }) => type), ["adil-error"]);
  const [{ code, message }] = await details(wrong.page, "adil-error");
  assert.equal(code, "content");
  assert.match(message, /^quiz\.json: items: expected at least one item/);
  const refuse = () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  };
  const full = await open(quizOf([single("one"), single("two")]), { init: [refuse] });
  for (const id of ["one", "two"]) await solve(full.quiz, single(id));
  await full.quiz.locator(".result").waitFor();
  // A second word about it would come at the same time as this.
  await checkSoon(async () => (await details(full.page, "adil-complete")).length, 1);
  await checkDocumented(full.page);
  assert.deepEqual((await details(full.page, "adil-storage")).map(({ kept }) => kept), [false], "said once");
  await Promise.all([wrong.close(), full.close()]);
});

/** What careless pages do when they hear an event. */
const careless = {
  throws: () => addEventListener("adil-answer", () => {
    throw Error("the page's own mistake");
  }),
  "writes into the detail": () => addEventListener("adil-answer", ({ detail }) => {
    try {
      detail.optionIds.push("more");
    } catch {
      window.refused = true;
    }
  }),
  "prevents and stops all it hears": () => addEventListener("adil-answer", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true),
  "changes the element": () => addEventListener("adil-answer", ({ target }) => target.setAttribute("lang", "kk")),
  "moves the element": () => addEventListener("adil-answer", ({ target }) => document.body.prepend(target)),
};
for (const [name, init] of Object.entries(careless)) {
  test(`a quiz goes on under a page that ${name}`, async () => {
    const { page, quiz, said, close } = await open(quizOf([single("one"), single("two")]), { init: [init] });
    for (const id of ["one", "two"]) await solve(quiz, single(id));
    await quiz.locator(".result").waitFor();
    await checkSoon(async () => (await details(page, "adil-complete"))[0].score, 2);
    if (name.startsWith("writes")) assert.ok(await page.evaluate(() => window.refused), "the detail is frozen");
    assert.deepEqual(said.filter((line) => !line.includes("own mistake")), []);
    await close();
  });
}

test("a page may take the quiz away when it is over", async () => {
  const take = () => addEventListener("adil-complete", ({ target }) => target.remove());
  const { page, quiz, ...seen } = await open(quizOf([single("one")]), { init: [take] });
  await solve(quiz, single("one"));
  await checkSoon(() => quiz.count(), 0);
  await checkSoon(async () => (await details(page, "adil-complete")).map(({ score }) => score), [1]);
  checkQuiet(seen);
  await seen.close();
});
