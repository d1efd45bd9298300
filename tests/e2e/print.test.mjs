// The quiz on paper: what comes out of the printer, page by page.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkIt } from "./acts.mjs";
import { everyType, items, mistaken } from "./items.mjs";
import {
  checkAxe, checkQuiet, checkSoon, fill, fired, quizOf, ready, single, useBrowser, words,
} from "./page.mjs";
import { paleIn, textsOf, tight } from "./pdf.mjs";
import { give, solve } from "./solve.mjs";

const { visitQuiz } = useBrowser();
const text = words();

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2"/></svg>`;
const many = quizOf([..."abcdefgh"].map((id) => single(id, { stem: `Stem ${id}` })));

const open = (content, attributes = "", more = {}) =>
  visitQuiz(content, { attributes: `loading="eager" mode="print" ${attributes}`, ...more });

/** Opens a paper and prints it. */
async function print(content, attributes, more) {
  const seen = await open(content, attributes, more);
  await ready(seen.quiz);
  return { ...seen, pages: textsOf(await seen.page.pdf({ format: "A4" })) };
}

const texts = (elements) => elements.evaluateAll((all) => all.map((e) => e.textContent.replace(/\s+/g, " ").trim()));
const visibleButtons = (quiz) => quiz.locator("button").evaluateAll((all) =>
  all.filter((button) => button.checkVisibility()).map((button) => button.textContent));

/** Each version of a paper: its name and seed, its stems in order, and the rows of its key. */
async function versionsOf(quiz) {
  const read = async (section) => {
    const head = (await section.locator(".paper-head .count").textContent()).trim();
    return { head, rows: section.locator("> ol > li") };
  };
  const papers = await quiz.locator(".paper").all();
  const keys = await quiz.locator(".answer-key").all();
  assert.equal(keys.length, papers.length, "each paper has a key");
  return Promise.all(papers.map(async (paper, n) => {
    const [front, key] = [await read(paper), await read(keys[n])];
    assert.equal(front.head, key.head, "paper and key carry the same name and number");
    const questions = await texts(paper.locator(".on-paper"));
    assert.equal(await front.rows.count(), questions.length);
    return { head: front.head, stems: await texts(paper.locator(".stem")), questions, key: await texts(key.rows) };
  }));
}

const headOf = (name, seed) =>
  [name && fill(text.paper, { name }), fill(text.seed, { n: seed })].filter(Boolean).join(" ");

test("the questions come first, then the answer key on a page of its own", async () => {
  const { pages, ...seen } = await print(everyType(), `seed="7"`);
  const at = pages.findIndex((page) => page.includes(text.answer_key));
  assert.ok(at > 0, `the key is on page ${at + 1} of ${pages.length}`);
  const [front, key] = [pages.slice(0, at).join(""), pages.slice(at).join("")];
  assert.ok(key.startsWith(text.answer_key), "nothing else stands on the page where the key begins");
  for (const { stem } of Object.values(items)) {
    assert.ok(front.includes(stem), `“${stem}” is asked`);
    assert.ok(!key.includes(stem), `no question on the page of the key, so that it can be kept back: “${stem}”`);
  }
  for (const answer of ["Jupiter", "22", "honey", items.order.entries.join("; "), "horse – foal"]) {
    assert.ok(key.includes(answer), `“${answer}” is in the key`);
    assert.ok(!front.includes(answer), `“${answer}” is not among the questions`);
  }
  for (const line of [text.name_line, text.class_line, text.date_line]) assert.ok(front.includes(line), line);
  checkQuiet(seen);
  await seen.close();
});

test("a paper longer than a page keeps its questions whole and its key apart", async () => {
  const content = quizOf(Array.from({ length: 40 }, (_, n) => single(`q${n}`, { stem: `Stem ${n}.` })));
  const { pages, close } = await print(content);
  const at = pages.findIndex((page) => page.includes(text.answer_key));
  assert.ok(at >= 3, `${at} pages of questions`);
  const counts = (pattern) => pages.slice(0, at).map((page) => page.match(pattern).length);
  assert.deepEqual(counts(/Stem \d/g), counts(/the right one/g), "no question is torn apart");
  assert.equal(pages.slice(at).join("").match(/the right one/g).length, 40);
  await close();
});

test("nothing is printed that can only be pressed", async () => {
  const { page, quiz, pages, close } = await print(everyType());
  assert.ok(!pages.join("").includes(text.print_hint));
  assert.deepEqual(await visibleButtons(quiz), [text.print], "on the screen there is one button");
  await page.emulateMedia({ media: "print" });
  await checkSoon(() => visibleButtons(quiz), []);
  await close();
});

test("the button prints", async () => {
  const count = () => (window.print = () => (window.printed = (window.printed ?? 0) + 1));
  const { page, quiz, ...seen } = await open(many, "", { init: [count] });
  await quiz.getByRole("button", { name: text.print }).click();
  await checkSoon(() => page.evaluate(() => window.printed), 1);
  await checkAxe(page, "the paper");
  checkQuiet(seen);
  await seen.close();
});

test("a paper says that it is ready", async () => {
  const { page, quiz, close } = await open(many);
  await ready(quiz);
  assert.deepEqual((await fired(page)).map((event) => event.name), ["ready"]);
  await close();
});

test("one version keeps the order of the file and names its number", async () => {
  const { quiz, close } = await open(many, `seed="7"`);
  await ready(quiz);
  const [paper, ...others] = await versionsOf(quiz);
  assert.deepEqual(others, []);
  assert.equal(paper.head, headOf("", 7));
  assert.deepEqual(paper.stems, many.items.map((item) => item.stem));
  await close();
});

test("two versions are twins: the same questions in other orders, each with a key that fits", async () => {
  const right = (id) => ({ options: [{ text: "no" }, { text: `key ${id}`, score: 1 }, { text: "never" }] });
  const content = quizOf([..."abcde"].map((id) => single(id, { stem: `Stem ${id}`, ...right(id) })));
  const { quiz, pages, close } = await print(content, `seed="7" versions="2"`);
  const [a, b] = await versionsOf(quiz);
  assert.deepEqual([a.head, b.head], [headOf("A", 7), headOf("B", 8)]);
  assert.notDeepEqual(a.stems, b.stems);
  assert.deepEqual(a.stems.toSorted(), b.stems.toSorted());
  for (const { stems, key } of [a, b]) assert.deepEqual(key, stems.map((stem) => stem.replace("Stem", "key")));
  const optionsBy = ({ questions }) => questions.toSorted().map((question) => question.replace(/^Stem ./, ""));
  assert.notDeepEqual(optionsBy(a), optionsBy(b), "the options are in another order, too");
  // Four pages, so that each pupil gets one paper and no key.
  const first = [a, b].map(({ head }) => pages.findIndex((page) => tight(page).includes(tight(head))));
  const keys = [a, b].map(({ head }) => pages.findIndex((page) => tight(page).startsWith(tight(text.answer_key + head))));
  assert.deepEqual([...first, ...keys], [0, 1, 2, 3]);
  assert.equal(pages.length, 4);
  await close();
});

test("twins that pick some questions pick the same ones", async () => {
  const { quiz, close } = await open(many, `seed="7" versions="2" pick="4"`);
  await ready(quiz);
  const [a, b] = await versionsOf(quiz);
  assert.equal(a.stems.length, 4);
  assert.deepEqual(a.stems.toSorted(), b.stems.toSorted(), "a fair paper asks both halves of the class the same");
  await close();
});

test("a number prints the same papers again, another number others", async () => {
  const read = async (seed) => {
    const { quiz, close } = await open(many, `storage="none" seed="${seed}" versions="2"`);
    await ready(quiz);
    const versions = await versionsOf(quiz);
    await close();
    return versions;
  };
  const first = await read(7);
  assert.deepEqual(await read(7), first);
  assert.notDeepEqual((await read(70)).map(({ questions }) => questions), first.map(({ questions }) => questions));
});

test("there are one to four versions, whatever the page asks for", async () => {
  const { quiz, close } = await open(many, `seed="7"`);
  await ready(quiz);
  const rows = [["3", "ABC"], ["4", "ABCD"], ["9", "ABCD"], ["0", ""], ["-2", ""], ["two", ""]];
  for (const [versions, expected] of rows) {
    await quiz.evaluate((quiz, versions) => (quiz.versions = versions), versions);
    const heads = [...(expected || " ")].map((name, n) => headOf(name.trim(), 7 + n));
    await checkSoon(() => texts(quiz.locator(".paper .count")), heads, `versions="${versions}"`);
  }
  await close();
});

/** What has to stand on paper for an item, so that it can be answered by hand. */
const onPaper = {
  single: { texts: ["granite", "quartz", "marble"], ".box": 3 },
  multiple: { texts: ["spruce", "birch", "pine", "maple"], ".box": 4 },
  truth: { texts: [text.yes, text.no, text.not_sure], ".box": 3 },
  poll: { texts: ["the spring", "the autumn"], ".box": 2 },
  order: { texts: items.order.entries, ".box": 4 },
  match: { texts: ["cow", "horse", "sheep", "calf", "foal", "lamb", "puppy"], i: 3 },
  sort: { texts: ["a bird", "a fish", "owl", "trout", "heron", "perch"], i: 4 },
  number: { texts: ["days"], i: 1 },
  text: { texts: [], i: 1 },
  blanks: { texts: ["Bees make", "out of", "nectar", "sand", "rain", "legs."], i: 3 },
  scale: { texts: ["1", "2", "3", "4", "5", "hardly ever", "every day"], ".box": 5 },
};
for (const [type, { texts: expected, ...marks }] of Object.entries(onPaper)) {
  test(`a question of type ${type} can be answered by hand`, async () => {
    const { page, quiz, close } = await open(quizOf([items[type]]));
    await ready(quiz);
    await page.emulateMedia({ media: "print" });
    const question = (await quiz.locator(".on-paper").textContent()).replace(items[type].stem, "");
    for (const word of expected) assert.ok(question.includes(word), `“${word}” is in “${question}”`);
    for (const [mark, count] of Object.entries(marks)) {
      const sizes = await quiz.locator(`.on-paper ${mark}`).evaluateAll((all) => all.map((e) => {
        const { borderBottomWidth } = getComputedStyle(e);
        return { drawn: parseFloat(borderBottomWidth) >= 1, width: e.getBoundingClientRect().width };
      }));
      assert.equal(sizes.length, count, `${count} times ${mark}`);
      const least = mark === "i" ? 60 : 10;
      for (const { drawn, width } of sizes) assert.ok(drawn && width >= least, `${mark} is drawn, ${width} px wide`);
    }
    await close();
  });
}

test("the pictures of options are printed", async () => {
  const pictured = (name) => ({ text: name, score: 1, picture: { src: "/picture.svg", alt: `A picture of ${name}` } });
  const content = quizOf([{ ...items.single, options: [pictured("granite"), pictured("quartz")] }]);
  const { quiz, close } = await open(content, "", { bodies: { "/picture.svg": PICTURE } });
  await ready(quiz);
  await checkSoon(() => quiz.locator(".on-paper li img").count(), 2);
  await close();
});

test("entries to put in order are never printed in the right one", async () => {
  const { order } = items;
  const short = Array.from({ length: 12 }, (_, n) => ({ ...order, id: `o${n}`, entries: ["first", "second"] }));
  const { quiz, close } = await open(quizOf(short), `seed="1"`);
  await ready(quiz);
  const rows = await quiz.locator(".on-paper li:first-child .text").allTextContents();
  assert.deepEqual(rows, rows.map(() => "second"));
  await close();
});

/** Rows of the key that are more than the first text of a file. */
const ended = (end) => ({ ...items.number, answer: undefined, tolerance: undefined, ...end });
const worded = (text) => ({ ...items.single, options: [{ text, score: 1 }, { text: "no" }] });
const keys = [
  ["a number with a lower end only", ended({ least: 5 }), /^≥?\s?5\b/],
  ["a number with an upper end only", ended({ most: 8 }), /^≤?\s?8\b/],
  ["an option in HTML", worded({ html: "<p>a <b>bold</b> word</p>" }), /^a bold word$/],
  ["an option with marks", worded("a **bold** word"), /^a bold word$/],
  ["a pattern", { ...items.text, accepted: ["jovi*"] }, /^jovi$/],
  ["a poll", items.poll, /^–$/],
];
for (const [name, item, expected] of keys) {
  test(`the key is readable for ${name}`, async () => {
    const { quiz, close } = await open(quizOf([item]));
    await ready(quiz);
    assert.match((await quiz.locator(".answer-key li").textContent()).trim(), expected);
    await close();
  });
}

/** Takes a quiz in learn mode, everything wrong but the first item; returns the shown result. */
async function finish(content, more) {
  const attributes = `loading="eager" tries="1" ${more?.attributes ?? ""}`;
  const seen = await visitQuiz(content, { ...more, attributes });
  await ready(seen.quiz);
  await solve(seen.quiz, content.items[0]);
  for (const item of content.items.slice(1)) {
    await give(seen.quiz, mistaken[item.id]);
    await checkIt(seen.quiz);
    await seen.quiz.locator(".go").click();
  }
  await seen.quiz.locator(".result").waitFor();
  return seen;
}

test("a printed result has all answers with their reasons, and no button", async () => {
  const content = quizOf([items.single, items.text, items.order], { bands: [{ min: 0, text: "A band in words." }] });
  const { page, quiz, close } = await finish(content);
  const paper = tight(textsOf(await page.pdf({ format: "A4" })).join(""));
  const has = (words) => paper.includes(tight(words));
  const points = fill(text.points_of, { n: 1, total: 3 });
  for (const word of [text.your_score, points, "A band in words."]) assert.ok(has(word), word);
  for (const button of [text.print, text.retry_all, text.next_pupil, text.retry_missed]) {
    assert.ok(!has(button), `no button “${button}”`);
  }
  for (const { stem } of content.items) assert.ok(has(stem), `“${stem}” is printed without a press before`);
  for (const answer of ["quartz", "Saturn", "Jupiter", items.order.entries.join("; ")]) {
    assert.ok(has(answer), answer);
  }
  assert.ok(has(items.text.explanation), "reasons are printed, though they are folded on the screen");
  await page.emulateMedia({ media: "print" });
  await checkSoon(() => visibleButtons(quiz), []);
  await close();
});

// Browsers take the page as it is when the listeners return: our own button printed no review,
// since that was made a moment later.
test("what is only on paper is there before a browser takes the page", async () => {
  const { page, quiz, close } = await finish(quizOf([items.single, items.text]));
  await page.evaluate(() => {
    const rows = () => document.querySelector("adil-quiz").shadowRoot.querySelectorAll(".reviewed, .reviewed details[open]").length;
    window.print = () => {
      window.rows = [rows()];
      for (const name of ["beforeprint", "afterprint"]) {
        dispatchEvent(new Event(name));
        window.rows.push(rows());
      }
    };
  });
  await quiz.getByRole("button", { name: text.print, exact: true }).click();
  // Before that our button made the two rows unseen, so that their pictures have come.
  await checkSoon(() => page.evaluate(() => window.rows), [2, 4, 0]);
  await close();
});

test("an opened review is printed as it stands, and folds as before afterwards", async () => {
  const { page, quiz, ...seen } = await finish(quizOf([items.single, items.text]));
  await quiz.locator(".review-box button").click();
  await quiz.locator(".reviewed").nth(1).waitFor();
  const paper = textsOf(await page.pdf({ format: "A4" })).join("");
  for (const word of [items.single.stem, "Saturn", "Jupiter"]) assert.ok(paper.includes(word), word);
  assert.ok(!paper.includes(text.review), "the button that opens it is not printed");
  await checkSoon(() => quiz.locator("details").evaluateAll((all) => all.map((e) => e.open)), [false, false]);
  checkQuiet(seen);
  await seen.close();
});

for (const mode of ["learn", "test"]) {
  test(`a page that is printed in the middle of a run shows the question and no button, in mode ${mode}`, async () => {
    const content = quizOf([single("one", { hints: ["A hint."] }), single("two")]);
    const attributes = `loading="eager" mode="${mode}" time-limit="5"`;
    const { page, quiz, close } = await visitQuiz(content, { attributes });
    await quiz.getByRole("button", { name: text.start }).click();
    await quiz.locator(".options").waitFor();
    const [paper, ...more] = textsOf(await page.pdf({ format: "A4" }));
    assert.deepEqual(more, []);
    for (const word of ["Which one, one?", "the wrong one", "the right one"]) assert.ok(paper.includes(word), word);
    for (const word of [text.check_answer, text.next, text.pause, text.not_sure]) {
      assert.ok(!paper.includes(word), word);
    }
    await page.emulateMedia({ media: "print" });
    await checkSoon(() => visibleButtons(quiz), []);
    await close();
  });
}

test("a quiz that is dark on the screen is printed dark on white", async () => {
  // Where the whole system is dark, browsers print with light colours by themselves.
  const { page, quiz, close } = await finish(quizOf([items.single, items.text]), { attributes: `theme="dark"` });
  await quiz.locator(".review-box button").click();
  await quiz.locator(".reviewed").nth(1).waitFor();
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  assert.ok(textsOf(pdf).join("").includes("Saturn"));
  assert.equal(paleIn(pdf), 0, "letters that nobody can read on white paper");
  await close();
});

const tasks = {
  order: "paper_order", match: "paper_pairs", sort: "paper_sort", number: "paper_number", text: "paper_text",
  single: "choose_one", multiple: "choose_all",
};
for (const [type, key] of Object.entries(tasks)) {
  test(`the paper says what to do with a pen (${type})`, async () => {
    const seen = await open(quizOf([items[type]]));
    await ready(seen.quiz);
    assert.deepEqual(await texts(seen.quiz.locator(".on-paper .task")), [text[key]]);
    await seen.close();
  });
}
