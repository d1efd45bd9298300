// A class writes its own pledge on one screen, prints it, saves it, and counts without a server.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import {
  checkAxe, checkOwn, checkQuiet, checkSoon, example, fill, fired, html, readJson, ready, shadowText, useBrowser,
} from "./page.mjs";
import { paleIn, sizesOf, textsOf } from "./pdf.mjs";
import { hands, keyboard } from "./solve.mjs";

const { site, visit } = useBrowser();
const content = example("my-pledge");
const wordsOf = (lang = "en") => readJson(`locales/pledge.${lang}.json`);
const text = wordsOf();
const own = content.clauses.map((clause) => clause.text.en);

const tagOf = (attributes = "", src = "/adil/examples/my-pledge.json") =>
  `<adil-pledge loading="eager" src="${src}" mode="class" ${attributes}><p>The fallback.</p></adil-pledge>`;

/** Opens a page with a class's screen. */
async function open({ attributes, lang = "en", around = (tag) => tag, bodies = {}, headers, src, ...options } = {}) {
  const made = await site({ bodies: { "/page.html": html(around(tagOf(attributes, src)), { lang }), ...bodies }, headers });
  const seen = await visit(`${made.origin}/page.html`, { acceptDownloads: true, ...options });
  const pledge = seen.page.locator("adil-pledge").first();
  await ready(pledge);
  return { ...seen, pledge, site: made };
}

const named = (pledge, name) => pledge.getByRole("button", { name, exact: true });
const lines = (pledge) => pledge.locator(".line-text").allTextContents();
const field = (pledge, name = text.new_clause) => pledge.getByRole("textbox", { name, exact: true });
const of = (what, clause) => `${what}: ${clause}`;
const heard = (pledge) => pledge.locator(".visually-hidden[role=status]").allTextContents().then((all) => all.join(""));

async function unfold(pledge, part) {
  const fold = pledge.locator(`details.${part}`);
  if (!(await fold.evaluate((fold) => fold.open))) await fold.locator("summary").click();
}

async function add(pledge, ...clauses) {
  for (const clause of clauses) {
    await field(pledge).fill(clause);
    await named(pledge, text.add_clause).click();
  }
}

/** What stands in the browser's storage, and what the events said. */
const left = (page) => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, window.fired]));

const ways = {
  mouse: [{}, () => hands.mouse],
  touch: [{ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, () => hands.touch],
  keyboard: [{}, (page) => keyboard(page)],
};
for (const [way, [options, handOf]] of Object.entries(ways)) {
  test(`by ${way} a class adds, edits, orders, removes and brings back, and the focus stays`, async () => {
    const { page, pledge, ...seen } = await open(options);
    const hand = handOf(page);
    const isFocused = (element) => checkSoon(() => element.evaluate((e) => e.matches(":focus")), true);
    await hand.press(named(pledge, text.class_empty));
    await isFocused(field(pledge));
    for (const clause of ["We share.", "We ask first", "We listen."]) {
      await hand.type(field(pledge), clause);
      await hand.press(named(pledge, text.add_clause));
      await checkSoon(() => field(pledge).inputValue(), "");
    }
    assert.deepEqual(await lines(pledge), ["We share.", "We ask first", "We listen."]);
    await checkSoon(() => heard(pledge), `${fill(text.clause_n_of, { n: 3, total: 3 })}: We listen.`);

    await hand.press(named(pledge, of(text.edit, "We ask first")));
    await isFocused(field(pledge, text.clause_text));
    await hand.type(field(pledge, text.clause_text), hand.page ? " of all." : "We ask first of all.");
    await hand.press(named(pledge, text.done));
    await checkSoon(() => lines(pledge), ["We share.", "We ask first of all.", "We listen."]);
    await isFocused(named(pledge, of(text.edit, "We ask first of all.")));

    await hand.press(named(pledge, of(text.move_up, "We listen.")));
    await checkSoon(() => lines(pledge), ["We share.", "We listen.", "We ask first of all."]);
    await isFocused(named(pledge, of(text.move_up, "We listen.")));
    await hand.press(named(pledge, of(text.move_down, "We share.")));
    await checkSoon(() => lines(pledge), ["We listen.", "We share.", "We ask first of all."]);

    await hand.press(named(pledge, of(text.remove, "We share.")));
    await checkSoon(() => lines(pledge), ["We listen.", "We ask first of all."]);
    await checkSoon(() => heard(pledge), fill(text.removed_clause, { clause: "We share." }));
    await isFocused(named(pledge, text.undo).first());
    await hand.press(named(pledge, text.undo).first());
    await checkSoon(() => lines(pledge), ["We listen.", "We share.", "We ask first of all."]);
    await isFocused(named(pledge, of(text.edit, "We share.")));
    checkQuiet(seen);
    await seen.close();
  });
}

test("Enter takes the words of a field, Escape leaves them", async () => {
  const { page, pledge, ...seen } = await open();
  await named(pledge, text.class_empty).click();
  for (const clause of ["One.", "Two."]) {
    await page.keyboard.type(clause);
    await page.keyboard.press("Enter");
  }
  await checkSoon(() => lines(pledge), ["One.", "Two."]);
  for (const [key, expected] of [["Escape", "Two."], ["Enter", "Two. And more."]]) {
    await named(pledge, of(text.edit, "Two.")).click();
    await checkSoon(() => field(pledge, text.clause_text).evaluate((e) => e.matches(":focus")), true);
    await page.keyboard.press("End");
    await page.keyboard.type(" And more.");
    await page.keyboard.press(key);
    await checkSoon(() => lines(pledge), ["One.", expected], key);
    await checkSoon(() => named(pledge, of(text.edit, expected)).evaluate((e) => e.matches(":focus")), true);
  }
  checkQuiet(seen);
  await seen.close();
});

test("what is no promise is refused in words, and the ninth too", async () => {
  const { pledge, ...seen } = await open();
  await named(pledge, text.class_suggestions).click();
  await checkSoon(() => lines(pledge), own);
  const refused = async (clause, why) => {
    const before = await lines(pledge);
    await add(pledge, clause);
    await checkSoon(() => pledge.locator("#why-add").textContent(), why);
    await checkSoon(() => heard(pledge), why);
    assert.equal(await field(pledge).getAttribute("aria-invalid"), "true");
    assert.equal(await field(pledge).inputValue(), clause, "what was typed is not lost");
    assert.deepEqual(await lines(pledge), before);
  };
  await refused(" \n ", text.clause_blank);
  await refused("a".repeat(201), fill(text.clause_long, { n: 201, most: 200 }));
  await add(pledge, "Seventh.", "Eighth.");
  assert.equal(await pledge.locator("#why-add").textContent(), "");
  await refused("Ninth.", text.most_eight);
  await seen.close();
});

test("hands are counted; those with most votes stay, and all that are tied with the last", async () => {
  const { pledge, ...seen } = await open();
  await named(pledge, text.class_empty).click();
  await add(pledge, "One.", "Two.", "Three.", "Four.");
  await unfold(pledge, "vote");
  const votes = { "One.": 12, "Two.": 3, "Three.": 12, "Four.": 20 };
  for (const [clause, n] of Object.entries(votes)) {
    const hands = pledge.getByRole("spinbutton", { name: fill(text.hands_for, { clause }) });
    await hands.fill(`${n - 1}`);
    await hands.blur();
    await pledge.getByRole("group", { name: fill(text.hands_for, { clause }) }).locator("button").last().click();
    assert.equal(await hands.inputValue(), `${n}`);
  }
  const bars = await pledge.locator(".bar > span").evaluateAll((all) => all.map((bar) => bar.style.inlineSize));
  assert.deepEqual(bars, ["60%", "15%", "60%", "100%"]);
  const keep = async (n) => {
    await pledge.getByLabel(text.keep_count).selectOption(`${n}`);
    await named(pledge, text.keep_most).click();
  };
  await keep(2);
  await checkSoon(() => lines(pledge), ["One.", "Three.", "Four."]);
  assert.ok((await shadowText(pledge)).includes(fill(text.kept_tied, { n: 3 })));
  await named(pledge, text.undo).nth(1).click();
  await checkSoon(() => lines(pledge), ["One.", "Two.", "Three.", "Four."]);
  await keep(1);
  await checkSoon(() => lines(pledge), ["Four."]);
  await seen.close();
});

/** Saves the class's pledge; its text and its name. */
async function save({ page, pledge }) {
  await unfold(pledge, "files");
  const [file] = await Promise.all([page.waitForEvent("download"), named(pledge, text.export_pledge).click()]);
  return { name: file.suggestedFilename(), body: readFileSync(await file.path(), "utf8") };
}

const choose = (pledge, name, body) =>
  pledge.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(body) });

test("the saved file opens as a pledge of its own, and here again", async () => {
  const seen = await open();
  const { page, pledge } = seen;
  await named(pledge, text.class_suggestions).click();
  await pledge.getByRole("textbox", { name: text.pledge_title }).fill("The word of 7b");
  await add(pledge, "We *never* copy; [we](x) ask.");
  await named(pledge, of(text.remove, own[1])).click();
  const first = await save(seen);
  const file = JSON.parse(first.body);
  assert.equal(first.name, `${file.id}.json`);
  assert.equal(file.title, "The word of 7b");
  assert.equal(file.contentVersion, "1");
  assert.equal(file.clauses.length, own.length);
  assert.equal(JSON.parse((await save(seen)).body).contentVersion, "1", "the same pledge is the same version");
  await add(pledge, "And we help.");
  assert.equal(JSON.parse((await save(seen)).body).contentVersion, "2");

  // Any page can show it.
  const other = await site({ bodies: {
    "/7b.json": first.body,
    "/page.html": html(`<adil-pledge loading="eager" src="/7b.json"></adil-pledge>`),
  } });
  const shown = await visit(`${other.origin}/page.html`);
  const made = shown.page.locator("adil-pledge");
  await ready(made);
  assert.equal(await made.locator(".title").textContent(), "The word of 7b");
  // Without a preface a pledge begins with its first clause.
  const expected = [own[0], ...own.slice(2), "We *never* copy; [we](x) ask."];
  for (const clause of expected) {
    await checkSoon(() => made.locator(".clause-text").textContent(), clause);
    await checkSoon(() => made.locator(".clause .picture").evaluateAll((all) =>
      all.every((picture) => picture.src.startsWith("http") && !picture.src.includes("/page"))), true);
    await named(made, text.next).click();
  }
  checkQuiet(shown);
  await shown.close();

  // The class goes on with it.
  const again = await open();
  await unfold(again.pledge, "files");
  await choose(again.pledge, first.name, first.body);
  await checkSoon(() => lines(again.pledge), expected);
  assert.equal(await again.pledge.getByRole("textbox", { name: text.pledge_title }).inputValue(), "The word of 7b");
  const back = JSON.parse((await save(again)).body);
  assert.deepEqual(back.clauses, file.clauses);
  await again.close();
  assert.deepEqual((await fired(page, "export")).map(({ detail }) => detail.clauseCount), [6, 6, 7]);
  checkQuiet(seen);
  await seen.close();
});

test("a file that is no pledge leaves the list as it is and says what to mend", async () => {
  const { page, pledge, ...seen } = await open();
  await named(pledge, text.class_empty).click();
  await add(pledge, "We stay.");
  await unfold(pledge, "files");
  const cases = {
    "not JSON": ["{", /broken\.json: this is not JSON/],
    "another kind": [JSON.stringify({ ...content, kind: "quiz" }), /broken\.json: kind: expected/],
    "nine clauses": [
      JSON.stringify({ ...content, clauses: Array.from({ length: 9 }, (_, n) => ({ id: `c${n}`, text: "x" })) }),
      /broken\.json: clauses: expected at most 8 clauses/,
    ],
    "no text": [JSON.stringify({ ...content, clauses: [{ id: "a" }], reminders: [] }), /broken\.json: clauses\[0\]\.text/],
  };
  for (const [name, [body, why]] of Object.entries(cases)) {
    await choose(pledge, "broken.json", body);
    await checkSoon(async () => why.test(await pledge.locator(".why").textContent()), true, name);
    assert.ok((await pledge.locator(".news").textContent()).includes(text.file_refused));
    assert.deepEqual(await lines(pledge), ["We stay."], name);
  }
  // Dropped anywhere on the screen.
  const data = await page.evaluateHandle((body) => {
    const data = new DataTransfer();
    data.items.add(new File([body], "dropped.json", { type: "application/json" }));
    return data;
  }, JSON.stringify({ ...content, reminders: [], clauses: [{ id: "a", text: "Dropped." }] }));
  await pledge.locator(".title").dispatchEvent("drop", { dataTransfer: data });
  await checkSoon(() => lines(pledge), ["Dropped."]);
  assert.ok((await pledge.locator(".news").textContent()).includes(fill(text.file_opened, { name: "dropped.json" })));
  await named(pledge, text.undo).nth(1).click();
  await checkSoon(() => lines(pledge), ["We stay."], "what was replaced comes back");
  await seen.close();
});

// Each change made the footer anew, also between the press of a finger and its lifting.
test("a press right after words were typed is not lost", async () => {
  const { pledge, ...seen } = await open();
  await named(pledge, text.class_empty).click();
  await add(pledge, "We stay.");
  await pledge.getByRole("textbox", { name: text.pledge_title }).fill("The word of 7b");
  await named(pledge, text.begin_again).click();
  await checkSoon(() => named(pledge, text.delete_all).count(), 1);
  await seen.close();
});

const letters = (text) => [...text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "")].sort().join("");

for (const lang of ["en", "ru", "kk", "ar"]) {
  test(`the poster is one page of A4 with the promises and nothing else, in ${lang}`, async () => {
    const words = wordsOf(lang);
    const wall = (tag) => `<p style="font-size:20px">Never printed before.</p>
      <div style="zoom:2;columns:2;transform:rotate(3deg)">${tag}</div><p style="font-size:20px;color:#000">Nor after.</p>`;
    const seen = await open({ lang, around: wall, init: [() => (window.print = () => {})] });
    const { page, pledge } = seen;
    await named(pledge, words.class_suggestions).press("Enter");
    await field(pledge, words.new_clause).fill("7b: QWERTY");
    await named(pledge, words.add_clause).press("Enter");
    // By keys, as WebKit does not say where something is on a page like this.
    await pledge.locator("details.to-print summary").press("Enter");
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await named(pledge, words.print_poster).press("Enter");
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = textsOf(pdf);
    assert.equal(pages.length, 1, "one page");
    const [size] = sizesOf(pdf);
    assert.deepEqual(size.map((n) => Math.round(n / 72 * 25.4)), [210, 297]);
    const clauses = [...content.clauses.map((clause) => clause.text[lang]), "7b: QWERTY"];
    const date = await pledge.locator(".poster .date").textContent();
    const numbers = clauses.map((_, n) => n + 1).join("");
    assert.equal(letters(pages[0]), letters([words.our_pledge, ...clauses, numbers, words.signatures, date].join("")));
    assert.equal(paleIn(pdf), 0, "nothing too pale for paper");
    // The next press finds the page as it was.
    await page.mouse.click(1, 1);
    assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
    assert.ok(textsOf(await page.pdf()).join("").includes("Nor after."), "the page itself prints as before");
    await seen.close();
  });
}

test("eight long promises fit on one page, on A3 as well", async () => {
  const seen = await open({ init: [() => (window.print = () => {})] });
  const { page, pledge } = seen;
  await named(pledge, text.class_empty).click();
  const long = (n) => `${n} ${"We promise ".repeat(20)}`.slice(0, 200).trim();
  await add(pledge, ...[1, 2, 3, 4, 5, 6, 7, 8].map(long));
  await pledge.getByRole("textbox", { name: text.pledge_title }).fill("A long name ".repeat(6));
  await unfold(pledge, "to-print");
  for (const [paper, width] of [["A4", 210], ["A3", 297]]) {
    await pledge.getByLabel(text.paper_size).selectOption(paper);
    await named(pledge, text.print_poster).click();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(textsOf(pdf).length, 1, paper);
    const [[found]] = sizesOf(pdf);
    assert.equal(Math.round(found / 72 * 25.4), width);
  }
  await seen.close();
});

/** Makes a code for so many. */
async function codeFor(pledge, count) {
  await unfold(pledge, "make-code");
  await pledge.getByRole("spinbutton", { name: text.code_count }).fill(`${count}`);
  await named(pledge, text.code_make).click();
  return pledge.getByRole("textbox", { name: text.class_code }).inputValue();
}

async function addUp(pledge, typed) {
  await unfold(pledge, "sum");
  await field(pledge, text.code_list).fill(typed);
  await named(pledge, text.code_sum).click();
}

const judged = (pledge) => pledge.locator(".codes-added > li").evaluateAll((all) =>
  all.map((row) => [...row.children].map((part) => part.textContent)));

test("a code for each class; a school adds them up and reads what is wrong with each mistyped one", async () => {
  const seen = await open();
  const { page, pledge } = seen;
  const first = await codeFor(pledge, 24);
  let second = first;
  while (second === first) second = await codeFor(pledge, 19);
  assert.match(first, /^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
  const other = await open({ bodies: { "/other.json": JSON.stringify({ ...content, id: "another" }) }, src: "/other.json" });
  const foreign = await codeFor(other.pledge, 5);
  await other.close();
  for (const wrong of ["0", "-3", "2048", "1.5", ""]) {
    await pledge.getByRole("spinbutton", { name: text.code_count }).fill(wrong);
    await named(pledge, text.code_make).click();
    await checkSoon(() => pledge.locator("#why-code").textContent(), fill(text.code_range, { most: "2,047" }));
    assert.equal(await pledge.locator("input.code").count(), 0, wrong);
  }
  const mistyped = (first[0] === "A" ? "B" : "A") + first.slice(1);
  const at = [...first].findIndex((c, n) => n < 4 && c !== first[n + 1]);
  const swapped = first.slice(0, at) + first[at + 1] + first[at] + first.slice(at + 2);
  await addUp(pledge, [first, second.toLowerCase(), mistyped, swapped, first, foreign, "7b: Ainur"].join("\n"));
  const day = await page.evaluate(() => new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date()));
  const rows = await judged(pledge);
  const counts = (n) => rows.find(([, said]) => said.startsWith(`Pledged: ${n}`))[1];
  assert.match(counts(24), new RegExp(`${new Date().getFullYear()}`), day);
  assert.deepEqual(rows, [
    [first, counts(24)], [second.toLowerCase(), counts(19)], [mistyped, text.code_wrong], [swapped, text.code_wrong],
    [first, text.code_twice], [foreign, text.code_foreign], ["7b: Ainur", text.code_shape],
  ]);
  assert.equal(await pledge.locator(".total").textContent(), fill(text.code_total, { n: 43 }));
  assert.ok((await shadowText(pledge)).includes(text.code_self));
  await checkSoon(() => heard(pledge), fill(text.code_total, { n: 43 }));
  assert.deepEqual((await fired(page, "tally")).map(({ detail }) => [detail.count, detail.codes]), [[43, 2]]);
  assert.ok(!(await left(page)).includes("Ainur"));

  await page.reload();
  await ready(pledge);
  await unfold(pledge, "sum");
  assert.equal(await field(pledge, text.code_list).inputValue(), `${first}\n${second}`, "the codes that count are kept");
  checkQuiet(seen);
  checkOwn(seen, seen.site.origin);
  await seen.close();
});

test("a code is copied, or selected where copying is not allowed", async () => {
  const seen = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  const code = await codeFor(seen.pledge, 24);
  await named(seen.pledge, text.copy).click();
  await checkSoon(() => heard(seen.pledge), text.copied);
  assert.equal(await seen.page.evaluate(() => navigator.clipboard.readText()), code);
  await seen.close();
  const bare = await open({ init: [() => Object.defineProperty(navigator, "clipboard", { value: undefined })] });
  const again = await codeFor(bare.pledge, 24);
  await named(bare.pledge, text.copy).click();
  await checkSoon(() => heard(bare.pledge), text.copy_selected);
  const chosen = () => bare.pledge.locator("input.code").evaluate((e) => e.value.slice(e.selectionStart, e.selectionEnd));
  assert.equal(await chosen(), again);
  await bare.close();
});

/** Whether the page would have the browser ask before it is left. */
const holds = (page) => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

test("no word that a class types is stored, sent or fired", async () => {
  const seen = await open({ attributes: `storage="device"` });
  const { page, pledge } = seen;
  await named(pledge, text.class_empty).click();
  assert.equal(await holds(page), false);
  await add(pledge, "Ainur never copies.");
  await pledge.getByRole("textbox", { name: text.pledge_title }).fill("Ainur's class");
  await unfold(pledge, "vote");
  await named(pledge, `${fill(text.hands_for, { clause: "Ainur never copies." })} +1`).click();
  await codeFor(pledge, 24);
  assert.ok((await shadowText(pledge)).includes(text.class_unsaved));
  assert.equal(await holds(page), true);
  await save(seen);
  await checkSoon(async () => (await shadowText(pledge)).includes(text.class_unsaved), false);
  assert.doesNotMatch(await left(page), /Ainur|copies/);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name))), []);
  checkOwn(seen, seen.site.origin);
  assert.equal(await holds(page), false);
  await seen.close();
});

test("the browser asks before words that are in no file are lost", async () => {
  const seen = await open({ attributes: `storage="device"` });
  const { page, pledge } = seen;
  await named(pledge, text.class_suggestions).click();
  const leave = async () => {
    const before = seen.dialogs.length;
    await page.reload({ timeout: 1_500 }).catch(() => {});
    return seen.dialogs.length - before;
  };
  assert.equal(await leave(), 0, "nothing typed yet");
  await ready(pledge);
  await named(pledge, text.class_empty).click();
  await add(pledge, "Ainur never copies.");
  await pledge.getByRole("textbox", { name: text.pledge_title }).fill("Ainur's class");
  assert.ok((await shadowText(pledge)).includes(text.class_unsaved));
  assert.equal(await leave(), 1, "the browser asks");
  await save(seen);
  await checkSoon(async () => (await shadowText(pledge)).includes(text.class_unsaved), false);
  assert.equal(await leave(), 0, "what is in a file can go");
  await ready(pledge);
  assert.equal(await named(pledge, text.class_empty).count(), 1, "a new page is empty");
  await seen.close();
});

test("the draft lives on when the element moves or the page changes its language", async () => {
  const { page, pledge, ...seen } = await open();
  await named(pledge, text.class_empty).click();
  await add(pledge, "We stay.");
  await pledge.evaluate((element) => (element.ownerDocument.documentElement.lang = "kk"));
  await checkSoon(async () => (await shadowText(pledge)).includes(wordsOf("kk").vote), true);
  assert.deepEqual(await lines(pledge), ["We stay."]);
  await pledge.evaluate((element) => document.body.append(element));
  assert.deepEqual(await lines(pledge), ["We stay."]);
  await seen.close();
});

test("everything goes only after a second word", async () => {
  const { page, pledge, ...seen } = await open();
  assert.equal(await named(pledge, text.begin_again).count(), 0, "nothing to delete yet");
  await named(pledge, text.class_empty).click();
  await add(pledge, "We go.");
  await addUp(pledge, await codeFor(pledge, 24));
  assert.match(await left(page), /codes/);
  await named(pledge, text.begin_again).click();
  await checkSoon(() => named(pledge, text.cancel).evaluate((e) => e.matches(":focus")), true);
  await named(pledge, text.cancel).click();
  assert.deepEqual(await lines(pledge), ["We go."]);
  await named(pledge, text.begin_again).click();
  await named(pledge, text.delete_all).click();
  await checkSoon(() => heard(pledge), text.forgotten);
  await checkSoon(() => named(pledge, text.class_suggestions).evaluate((e) => e.matches(":focus")), true);
  assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0);
  assert.equal(await pledge.locator("textarea.codes").inputValue(), "");
  await seen.close();
});

test("hostile texts show as texts, here, on the poster and in the file", async () => {
  const hostile = [
    `<img src=x onerror="window.hurt=1">`, `[x](javascript:hurt) ![x](https://evil.test/x.png)`, `</li><script>hurt=1</script>`,
    `{{money:1}} *a* ^b^ \`c\` \\`, `- a`, `1. b | c`,
  ];
  const headers = { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" };
  const seen = await open({ headers });
  const { page, pledge } = seen;
  await named(pledge, text.class_empty).click();
  await add(pledge, ...hostile);
  await pledge.getByRole("textbox", { name: text.pledge_title }).fill(hostile[0]);
  await pledge.getByRole("textbox", { name: text.pledge_title }).blur();
  assert.deepEqual(await lines(pledge), hostile);
  for (const part of ["vote", "to-print"]) await unfold(pledge, part);
  assert.deepEqual(await pledge.locator(".votes > li > p").allTextContents(), hostile);
  assert.deepEqual(await pledge.locator(".poster li").allTextContents(), hostile);
  assert.equal(await pledge.locator(".poster h3").textContent(), hostile[0]);
  const { body } = await save(seen);
  await choose(pledge, "again.json", body);
  await checkSoon(async () => (await pledge.locator(".news").textContent()).includes("again.json"), true);
  assert.deepEqual(await lines(pledge), hostile);
  assert.equal(await pledge.locator("img, script, a").count(), 0);
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  checkOwn(seen, seen.site.origin);
  checkQuiet(seen);
  await seen.close();
});

const looks = [
  ["en", {}], ["ru", { colorScheme: "dark" }], ["kk", { viewport: { width: 360, height: 740 } }],
  ["ar", { viewport: { width: 320, height: 640 } }], ["ar", { forcedColors: "active" }],
];
for (const [lang, options] of looks) {
  test(`each screen is accessible, fits and can be pressed: ${lang} ${JSON.stringify(options)}`, async () => {
    const words = wordsOf(lang);
    const { page, pledge, ...seen } = await open({ lang, ...options });
    const look = async (where) => {
      await checkAxe(page, where, "adil-pledge");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where} fits`);
      const small = await pledge.locator("button, summary, select, .field, .choose").evaluateAll((all) => all
        .filter((e) => e.checkVisibility()).map((e) => [e.textContent || e.ariaLabel, e.getBoundingClientRect()])
        .filter(([, box]) => box.height < 44 || box.width < 44).map(([name]) => name));
      assert.deepEqual(small, [], `${where}: everything can be pressed`);
    };
    assert.equal(await pledge.locator(".base").getAttribute("dir"), lang === "ar" ? "rtl" : "ltr");
    await look("the suggestions");
    await named(pledge, words.class_suggestions).click();
    await field(pledge, words.new_clause).fill(" ");
    await named(pledge, words.add_clause).click();
    for (const part of ["vote", "to-print", "files", "make-code", "sum"]) await unfold(pledge, part);
    await look("all parts, one entry refused");
    await pledge.locator(".lines .quiet").nth(2).click();
    await pledge.locator(".lines textarea").waitFor();
    await pledge.getByRole("spinbutton", { name: words.code_count }).fill("24");
    await named(pledge, words.code_make).click();
    await field(pledge, words.code_list).fill("A2B3C-D4E5F");
    await named(pledge, words.code_sum).click();
    await choose(pledge, "broken.json", "{");
    await pledge.locator(".why").waitFor();
    await named(pledge, words.begin_again).click();
    await look("editing, a code, a wrong code, a refused file, the question");
    // An empty field begins where the language does, one with words where these do.
    const direction = async (typed) => {
      await field(pledge, words.new_clause).fill(typed);
      return field(pledge, words.new_clause).evaluate((e) => getComputedStyle(e).direction);
    };
    assert.equal(await direction(""), lang === "ar" ? "rtl" : "ltr");
    assert.equal(await direction("Latin"), "ltr");
    checkQuiet(seen);
    await seen.close();
  });
}
