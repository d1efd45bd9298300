// What a class takes along: its pledge as a file, its poster on paper, its code for the school.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import { add, addUp, choose, codeFor, content, field, heard, left, lines, named, of, save, text, unfold, useClasses, wordsOf } from "./classes.mjs";
import { checkOwn, checkQuiet, checkSoon, fill, fired, html, ready, shadowText } from "./page.mjs";
import { paleIn, sizesOf, textsOf } from "./pdf.mjs";

const { open, site, visit } = useClasses();
const own = content.clauses.map((clause) => clause.text.en);

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
  await checkSoon(() => again.pledge.getByRole("textbox", { name: text.pledge_title }).inputValue(), "The word of 7b");
  const back = JSON.parse((await save(again)).body);
  assert.deepEqual(back.clauses, file.clauses);
  await again.close();
  await checkSoon(async () => (await fired(page, "export")).map(({ detail }) => detail.clauseCount), [6, 6, 7]);
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
    await checkSoon(async () => (await pledge.locator(".news").textContent()).includes(text.file_refused), true);
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
  const news = fill(text.file_opened, { name: "dropped.json" });
  await checkSoon(async () => (await pledge.locator(".news").textContent()).includes(news), true);
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

/** Runs in the page: a printer that only counts. */
function quietPrinter() {
  window.printed = 0;
  window.print = () => window.printed++;
}
const isPrinted = (page, times = 1) => checkSoon(() => page.evaluate(() => window.printed), times);

const letters = (text) => [...text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "")].sort().join("");

for (const lang of sampled("languages of posters", ["en", "ru", "kk", "ar"], 2)) {
  test(`the poster is one page of A4 with the promises and nothing else, in ${lang}`, async () => {
    const words = wordsOf(lang);
    const wall = (tag) => `<p style="font-size:20px">Never printed before.</p>
      <div style="zoom:2;columns:2;transform:rotate(3deg)">${tag}</div><p style="font-size:20px;color:#000">Nor after.</p>`;
    const seen = await open({ lang, around: wall, init: [quietPrinter] });
    const { page, pledge } = seen;
    await named(pledge, words.class_suggestions).press("Enter");
    await field(pledge, words.new_clause).fill("7b: QWERTY");
    await named(pledge, words.add_clause).press("Enter");
    // By keys, as WebKit does not say where something is on a page like this.
    await pledge.locator("details.to-print summary").press("Enter");
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await named(pledge, words.print_poster).press("Enter");
    await isPrinted(page);
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
    await checkSoon(() => page.evaluate(() => document.documentElement.outerHTML), before);
    assert.ok(textsOf(await page.pdf()).join("").includes("Nor after."), "the page itself prints as before");
    await seen.close();
  });
}

test("eight long promises fit on one page, on A3 as well", async () => {
  const seen = await open({ init: [quietPrinter] });
  const { page, pledge } = seen;
  await named(pledge, text.class_empty).click();
  const long = (n) => `${n} ${"We promise ".repeat(20)}`.slice(0, 200).trim();
  await add(pledge, ...[1, 2, 3, 4, 5, 6, 7, 8].map(long));
  await pledge.getByRole("textbox", { name: text.pledge_title }).fill("A long name ".repeat(6));
  await unfold(pledge, "to-print");
  for (const [n, [paper, width]] of [["A4", 210], ["A3", 297]].entries()) {
    await pledge.getByLabel(text.paper_size).selectOption(paper);
    await named(pledge, text.print_poster).click();
    await isPrinted(page, n + 1);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(textsOf(pdf).length, 1, paper);
    const [[found]] = sizesOf(pdf);
    assert.equal(Math.round(found / 72 * 25.4), width);
  }
  await seen.close();
});

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
    await pledge.getByRole("textbox", { name: text.code_count }).fill(wrong);
    await named(pledge, text.code_make).click();
    await checkSoon(() => pledge.locator("#why-code").textContent(), fill(text.code_range, { most: "2,047" }));
    assert.equal(await pledge.locator("input.code").count(), 0, wrong);
  }
  const mistyped = (first[0] === "A" ? "B" : "A") + first.slice(1);
  const at = [...first].findIndex((c, n) => n < 4 && c !== first[n + 1]);
  const swapped = first.slice(0, at) + first[at + 1] + first[at] + first.slice(at + 2);
  await addUp(pledge, [first, second.toLowerCase(), mistyped, swapped, first, foreign, "7b: Ainur"].join("\n"));
  const day = await page.evaluate(() => new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date()));
  await checkSoon(async () => (await judged(pledge)).length, 7);
  const rows = await judged(pledge);
  const counts = (n) => rows.find(([, said]) => said.startsWith(`Pledged: ${n}`))[1];
  assert.match(counts(24), new RegExp(`${new Date().getFullYear()}`), day);
  assert.deepEqual(rows, [
    [first, counts(24)], [second.toLowerCase(), counts(19)], [mistyped, text.code_wrong], [swapped, text.code_wrong],
    [first, text.code_twice], [foreign, text.code_foreign], ["7b: Ainur", text.code_shape],
  ]);
  await checkSoon(() => pledge.locator(".total").textContent(), fill(text.code_total, { n: 43 }));
  await checkSoon(async () => (await shadowText(pledge)).includes(text.code_self), true);
  await checkSoon(() => heard(pledge), fill(text.code_total, { n: 43 }));
  await checkSoon(async () => (await fired(page, "tally")).map(({ detail }) => [detail.count, detail.codes]), [[43, 2]]);
  assert.ok(!(await left(page)).includes("Ainur"));

  await page.reload();
  await ready(pledge);
  await unfold(pledge, "sum");
  await checkSoon(() => field(pledge, text.code_list).inputValue(), `${first}\n${second}`, "the codes that count are kept");
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
  await checkSoon(chosen, again);
  await bare.close();
});
