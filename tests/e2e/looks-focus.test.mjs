// Where learners are: the focus can be seen, goes where the next act is, and is never lost; what
// changed elsewhere is said; and the page does not jump while the quiz comes in.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import { button, checkIt, nextFrame } from "./acts.mjs";
import { everyType, items } from "./items.mjs";
import { focusShown } from "./looks.mjs";
import { announced, checkQuiet, checkSoon, example, holdBack, quizOf, ready, single, useBrowser, words } from "./page.mjs";
import { give } from "./solve.mjs";
import { openPage, show } from "./stage.mjs";

const browser = useBrowser();
const text = words();

const SHOWN = new Function("quiz", `return (${focusShown})(quiz.shadowRoot)`);

/** Presses Tab through the quiz; all places of the focus inside it. */
async function tabThrough({ page, quiz }) {
  await page.evaluate(() => document.activeElement.blur());
  await quiz.evaluate((quiz) => {
    // Begins just before the quiz, wherever the last press was.
    document.querySelector("#before")?.remove();
    const before = Object.assign(document.createElement("button"), { id: "before", textContent: "before" });
    quiz.before(before);
    before.focus();
  });
  const places = [];
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press("Tab");
    const place = await quiz.evaluate(SHOWN);
    if (!place) break;
    places.push(place);
  }
  return places;
}

/** The focus reaches each control that can be seen, and can be seen there. */
async function checkReached(seen, where) {
  const places = await tabThrough(seen);
  const hidden = places.filter(({ ring }) => ring < 3).map(({ name }) => name);
  assert.deepEqual(hidden, [], `the focus can be seen ${where}`);
  const controls = await seen.quiz.evaluate((quiz) => {
    const all = [...quiz.shadowRoot.querySelectorAll("button, select, summary, input, a[href]")];
    // Of radio buttons with one name one is reached.
    const groups = new Set();
    return all.filter((element) => {
      const isFirst = element.type !== "radio" || !groups.has(element.name);
      groups.add(element.name);
      return (element.closest("label") ?? element).checkVisibility({ visibilityProperty: true }) && !element.disabled && isFirst;
    }).length;
  });
  assert.equal(places.length, controls, `Tab reaches every control ${where}: ${places.map(({ name }) => name)}`);
}

for (const colorScheme of ["light", "dark"]) {
  test(`the focus can be seen on every control of every type of item (${colorScheme})`, async () => {
    const seen = await openPage(browser, { colorScheme });
    const sources = [{ title: "The United Nations", url: "https://example.test/" }];
    for (const item of sampled(`types of items whose focus is seen, ${colorScheme}`, Object.values(items), 5)) {
      await show(seen, quizOf([{ ...item, hints: ["Think."], sources }], { settings: { tries: 2 } }));
      await checkReached(seen, `at ${item.type}`);
      if (item.type !== "poll") await give(seen.quiz, item);
      // A press that took its own button away gives the focus to the way on, a frame later.
      await nextFrame(seen.page);
      await checkReached(seen, `at an answered ${item.type}`);
    }
    await show(seen, everyType(), { mode: "test" });
    await checkReached(seen, "in a test");
    await show(seen, quizOf([items.single, items.order]), { mode: "class" });
    await checkReached(seen, "in class");
    await show(seen, quizOf([items.single]), { mode: "print" });
    await checkReached(seen, "on paper");
    await seen.close();
  });
}

test("the focus can be seen on the result, in the review, and after an error", async () => {
  const seen = await openPage(browser);
  await show(seen, quizOf([single("one", { explanation: "Because.", sources: [{ title: "A", url: "a.html" }] })]));
  await seen.quiz.locator(".option").first().click();
  await checkIt(seen.quiz);
  await seen.quiz.locator(".go").click();
  await button(seen.quiz, text.review).click();
  await seen.quiz.locator(".reviewed").waitFor();
  await checkReached(seen, "in the review");
  await seen.quiz.locator("summary").click();
  await nextFrame(seen.page);
  await checkReached(seen, "in an open review");
  await seen.quiz.evaluate((quiz) => (quiz.content = {}));
  const retry = seen.quiz.locator("[part=retry]");
  await retry.focus();
  await seen.page.keyboard.press("Shift+Tab");
  await seen.page.keyboard.press("Tab");
  const isRinged = () => retry.evaluate((button) => getComputedStyle(button).outlineStyle !== "none");
  await checkSoon(isRinged, true);
  await seen.close();
});

/** Where the focus is, in a test's words; nothing when it is lost. */
const focusOf = (quiz) => quiz.evaluate((quiz) => {
  const at = quiz.shadowRoot.activeElement;
  if (!at || !at.getBoundingClientRect().width) return "lost";
  return at.getAttribute("aria-label") ?? (at.className.split(" ")[0] || at.localName);
});

/** By the keyboard: what is pressed, and where the focus is afterwards. */
const press = async ({ page, quiz }, control) => {
  await control.focus();
  await page.keyboard.press("Enter");
  await nextFrame(page);
};

/** By the keyboard: checks the answer; once there is a verdict, the same button goes on. */
const judge = async (seen) => {
  await press(seen, seen.quiz.locator(".go"));
  await seen.quiz.locator(".verdict").waitFor();
};
const judgeAndGo = async (seen) => {
  await judge(seen);
  await press(seen, seen.quiz.locator(".go"));
};

/** The buttons with a sign for each entry: their names end in the entry's own words. */
const signs = (quiz, name) => quiz.getByRole("button", { name: `${name}: ` });
const hinted = { ...items.single, hints: ["One.", "Two."] };
const PATHS = {
  "after a check it stays at the way on": [quizOf([items.single, items.poll]), async (seen) => {
    await seen.quiz.locator(".option").first().click();
    await judge(seen);
  }, ["go"]],
  "after going on it is at the next question": [quizOf([items.poll, items.single]), async (seen) => {
    await seen.quiz.locator(".option").first().click();
    await judgeAndGo(seen);
    await checkSoon(() => seen.quiz.locator(".stem").innerText(), items.single.stem);
  }, ["ask"]],
  "after the last question it is at the result": [quizOf([items.poll]), async (seen) => {
    await seen.quiz.locator(".option").first().click();
    await judgeAndGo(seen);
    await seen.quiz.locator(".result").waitFor();
  }, ["result-title"]],
  "after “try again” it is at the question": [quizOf([items.single]), async (seen) => {
    await seen.quiz.locator(".option").first().click();
    await judge(seen);
    await press(seen, button(seen.quiz, text.try_again));
  }, ["ask"]],
  "after a hint it stays there, while there are more": [quizOf([hinted]), async (seen) => {
    await press(seen, button(seen.quiz, text.hint));
  }, [text.hint]],
  "after the last hint it stays, too": [quizOf([hinted]), async (seen) => {
    for (const n of [1, 2]) {
      await press(seen, button(seen.quiz, text.hint));
      await checkSoon(() => seen.quiz.locator(".hint").count(), n);
    }
  }, [text.hint]],
  "after “I do not know” it is at the way on": [quizOf([items.single, items.poll]), async (seen) => {
    await press(seen, button(seen.quiz, text.not_sure));
    await seen.quiz.locator(".verdict").waitFor();
  }, ["go"]],
  "after an entry is put in order it is not lost": [quizOf([items.order]), async (seen) => {
    await press(seen, seen.quiz.locator(".waiting").first());
    await checkSoon(() => seen.quiz.locator(".waiting").count(), 3);
  }, "anywhere"],
  "after the last entry is put in order it is not lost": [quizOf([items.order]), async (seen) => {
    for (let n = 4; n > 0; n--) await press(seen, seen.quiz.locator(".waiting").first());
    await checkSoon(() => seen.quiz.locator(".waiting").count(), 0);
  }, "anywhere"],
  "an entry that is moved keeps it": [quizOf([items.order]), async (seen) => {
    for (let n = 0; n < 3; n++) await seen.quiz.locator(".waiting").first().click();
    await press(seen, signs(seen.quiz, text.move_up).last());
  }, [`${text.move_up}: `]],
  "an entry that is taken out does not take it along": [quizOf([items.order]), async (seen) => {
    for (let n = 0; n < 3; n++) await seen.quiz.locator(".waiting").first().click();
    await press(seen, signs(seen.quiz, text.take_out).last());
    await checkSoon(() => seen.quiz.locator(".waiting").count(), 2);
  }, "anywhere"],
  "a paired card keeps it": [quizOf([items.match]), async (seen) => {
    await press(seen, seen.quiz.locator(".pair > .option").first());
    await press(seen, seen.quiz.locator("button.partner").first());
  }, ["option"]],
  "a card put into a group keeps it": [quizOf([items.sort]), async (seen) => {
    await seen.quiz.locator(".group input").first().focus();
    await seen.page.keyboard.press("Space");
  }, ["visually-hidden"]],
  "after “start again” it is at the question": [quizOf([items.poll]), async (seen) => {
    await seen.quiz.locator(".option").first().click();
    await judgeAndGo(seen);
    await press(seen, button(seen.quiz, text.retry_all));
    await seen.quiz.locator(".item").waitFor();
  }, ["ask"]],
  "after “next pupil” it is in the introduction": [quizOf([items.poll], { intro: "Begin." }), async (seen) => {
    await press(seen, seen.quiz.locator(".go"));
    await seen.quiz.locator(".option").first().click();
    await judgeAndGo(seen);
    await press(seen, button(seen.quiz, text.next_pupil));
    await seen.quiz.locator(".intro").waitFor();
  }, "anywhere"],
  "after the review opens it stays at its button": [quizOf([items.poll]), async (seen) => {
    await seen.quiz.locator(".option").first().click();
    await judgeAndGo(seen);
    await press(seen, button(seen.quiz, text.review));
    await seen.quiz.locator(".review").waitFor();
  }, ["quiet"]],
};

for (const [name, [content, act, places]] of Object.entries(PATHS)) {
  test(`the focus: ${name}`, async () => {
    const seen = await openPage(browser);
    await show(seen, content);
    await act(seen);
    if (places === "anywhere") {
      await checkSoon(async () => (await focusOf(seen.quiz)) === "lost", false, "the focus is not lost");
    } else {
      // The names of some go on with the entry that they are about.
      await checkSoon(async () => (await focusOf(seen.quiz)).slice(0, places[0].length), places[0]);
    }
    checkQuiet(seen);
    await seen.close();
  });
}

// On a busy machine the button went when the rest of the bundle came, a second after the press,
// and the focus with it.
test("the focus is at the way on, too, when “I do not know” waits for the rest of the bundle", async () => {
  const seen = await openPage(browser);
  const letGo = await holdBack(seen.context, "**/*.lazy.wasm*");
  await show(seen, quizOf([items.single, items.poll]));
  await press(seen, button(seen.quiz, text.not_sure));
  await nextFrame(seen.page);
  letGo();
  await seen.quiz.locator(".verdict").waitFor();
  await checkSoon(() => focusOf(seen.quiz), "go");
  await seen.page.keyboard.press("Enter");
  await checkSoon(() => seen.quiz.locator(".stem").innerText(), items.poll.stem);
  checkQuiet(seen);
  await seen.close();
});

test("the page keeps its focus while the quiz comes in", async () => {
  const seen = await openPage(browser, { body: `<input id="field"><div id="here"></div>` });
  await seen.page.locator("#field").focus();
  await show(seen, example("item-types"));
  await nextFrame(seen.page);
  assert.equal(await seen.page.evaluate(() => document.activeElement.id), "field");
  await seen.close();
});

test("the verdict and its reason are said, and said again where they are the same", async () => {
  const seen = await openPage(browser);
  const feedback = { right: "Well seen." };
  await show(seen, quizOf([single("one", { feedback }), single("two", { feedback })]));
  const regions = seen.quiz.locator(".base > [role=status]");
  const said = async () => (await regions.allTextContents()).map((words) => words.trim());
  assert.deepEqual(await said(), ["", ""], "regions are there before anything is said");
  const aloud = `${text.correct}. ${feedback.right}`;
  for (let n = 1; n < 3; n++) {
    await seen.quiz.locator(".option").nth(1).click();
    await seen.quiz.locator(".go").click();
    await checkSoon(() => announced(seen.page), Array(n).fill(aloud));
    await seen.quiz.locator(".go").click();
  }
  // Who reads the page line by line does not meet the words of the last question above this one.
  await checkSoon(said, ["", ""]);
  await seen.close();
});

test("a hint is said when it comes", async () => {
  const seen = await openPage(browser);
  await show(seen, quizOf([hinted]));
  await button(seen.quiz, text.hint).click();
  await checkSoon(() => announced(seen.page), [`${text.hint}: One.`]);
  // It was said again with each answer, as all hints stood in a live region that was made anew.
  await seen.quiz.locator(".option").first().click();
  await button(seen.quiz, text.hint).click();
  await checkSoon(() => announced(seen.page), [`${text.hint}: One.`, `${text.hint}: Two.`]);
  await seen.close();
});

/** Runs in the page: a device without voices, which a computer with a test on it may not be. */
function noVoices() {
  SpeechSynthesis.prototype.getVoices = () => [];
}

/** Runs in the page: voices that come late, as on most devices: before the quiz looks again, a second on. */
function lateVoices() {
  const late = performance.now() + 400;
  const voice = { lang: "en", name: "A voice", localService: true, default: true };
  SpeechSynthesis.prototype.getVoices = () => (performance.now() < late ? [] : [voice]);
}

/** Runs in the page: keeps how far things jumped that nobody touched. */
function keepShifts() {
  window.shifts = [];
  const keep = (list) => window.shifts.push(...list.getEntries().filter((shift) => !shift.hadRecentInput));
  new PerformanceObserver(keep).observe({ type: "layout-shift", buffered: true });
}

/** Opens a page whose script comes after all else was painted, and tells how far things moved. */
async function checkStill(file, reserved, voices = noVoices) {
  const body = `<p>Above.</p><adil-quiz src="${file}.json"><p>The fallback.</p></adil-quiz><p id="below">Below.</p>`;
  const head = `<style>${reserved}</style>`;
  const viewport = { width: 1000, height: 1200 };
  const seen = await openPage(browser, { body, head, script: "", init: [keepShifts, voices], viewport });
  const below = async () => (await seen.page.locator("#below").boundingBox()).y;
  await nextFrame(seen.page);
  const before = await below();
  await seen.page.evaluate(() => {
    const script = Object.assign(document.createElement("script"), { type: "module", src: "/adil/adil.js" });
    document.head.append(script);
  });
  await ready(seen.quiz);
  const level = await seen.quiz.locator(".base").getAttribute("data-level");
  // A second later it is known whether the device has a voice; a child is told.
  if (await seen.quiz.locator(".item").count()) {
    const some = voices === lateVoices;
    const told = some ? button(seen.quiz, text.read_aloud) : seen.quiz.getByText(text.no_voice);
    if (some || level.startsWith("primary")) await told.waitFor();
  }
  const decode = (all) => Promise.all(all.map((image) => image.decode().catch(() => {})));
  await seen.quiz.locator("img").evaluateAll(decode);
  await nextFrame(seen.page);
  const jumped = await seen.page.evaluate(() => window.shifts.reduce((sum, { value }) => sum + value, 0));
  assert.equal(await below(), before, "what stands below stays where it was");
  assert.ok(jumped < 0.01, `layout shift ${jumped}`);
  await seen.close();
}

test("the height that the README tells pages to reserve is there before the script", () => {
  const readme = readFileSync(new URL("../../widgets/quiz/README.md", import.meta.url), "utf8");
  const [, reserved] = /Reserve its height[^`]*`([^`]+)`/.exec(readme);
  return checkStill("item-types", reserved);
});

const ENOUGH = "adil-quiz { display: block; min-block-size: 60rem }";
for (const [name, voices] of [["without a voice", noVoices], ["with voices that come late", lateVoices]]) {
  for (const file of ["fair-and-square", "small-choices", "item-types"]) {
    test(`in a reserved height nothing jumps while ${file} comes in, ${name}`, () => checkStill(file, ENOUGH, voices));
  }
}
