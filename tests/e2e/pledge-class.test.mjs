// A class writes its own pledge on one screen, and counts hands without a server.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import { add, addUp, choose, codeFor, content, field, heard, left, lines, named, of, save, text, unfold, useClasses, wordsOf } from "./classes.mjs";
import { checkAxe, checkOwn, checkQuiet, checkSoon, fill, fired, ready, settled, shadowText } from "./page.mjs";
import { hands, keyboard } from "./solve.mjs";

const { open } = useClasses();
const own = content.clauses.map((clause) => clause.text.en);

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
    await checkSoon(() => lines(pledge), ["We share.", "We ask first", "We listen."]);
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
    // The field that gets focus has the reason as its description.
    assert.equal(await field(pledge).getAttribute("aria-describedby"), "why-add");
    await checkSoon(() => field(pledge).evaluate((field) => field.matches(":focus")), true);
    await checkSoon(() => field(pledge).getAttribute("aria-invalid"), "true");
    assert.equal(await field(pledge).inputValue(), clause, "what was typed is not lost");
    assert.deepEqual(await lines(pledge), before);
  };
  await refused(" \n ", text.clause_blank);
  await refused("a".repeat(201), fill(text.clause_long, { n: 201, most: 200 }));
  await add(pledge, "Seventh.", "Eighth.");
  await checkSoon(() => pledge.locator("#why-add").textContent(), "");
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
    const hands = pledge.getByRole("textbox", { name: fill(text.hands_for, { clause }) });
    // A field of the browser's own for numbers took no Arabic digit.
    await hands.fill(clause === "One." ? "\u200f١١" : `${n - 1}`);
    await hands.blur();
    await pledge.getByRole("group", { name: fill(text.hands_for, { clause }) }).locator("button").last().click();
    await checkSoon(() => hands.inputValue(), `${n}`);
  }
  const bars = () => pledge.locator(".bar > span").evaluateAll((all) => all.map((bar) => bar.style.inlineSize));
  await checkSoon(bars, ["60%", "15%", "60%", "100%"]);
  const keep = async (n) => {
    await pledge.getByLabel(text.keep_count).selectOption(`${n}`);
    await named(pledge, text.keep_most).click();
  };
  await keep(2);
  await checkSoon(() => lines(pledge), ["One.", "Three.", "Four."]);
  await checkSoon(async () => (await shadowText(pledge)).includes(fill(text.kept_tied, { n: 3 })), true);
  await named(pledge, text.undo).nth(1).click();
  await checkSoon(() => lines(pledge), ["One.", "Two.", "Three.", "Four."]);
  await keep(1);
  await checkSoon(() => lines(pledge), ["Four."]);
  await seen.close();
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
  await checkSoon(async () => (await shadowText(pledge)).includes(text.class_unsaved), true);
  await checkSoon(() => holds(page), true);
  await save(seen);
  await checkSoon(async () => (await shadowText(pledge)).includes(text.class_unsaved), false);
  assert.doesNotMatch(await left(page), /Ainur|copies/);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name))), []);
  checkOwn(seen, seen.site.origin);
  await checkSoon(() => holds(page), false);
  await seen.close();
});

test("the browser asks before words that are in no file are lost", async () => {
  const seen = await open({ attributes: `storage="device"` });
  const { page, pledge } = seen;
  await named(pledge, text.class_suggestions).click();
  const leave = async (asked, message) => {
    const before = seen.dialogs.length;
    // Whoever stays after all waits for no page.
    const left = page.reload().catch(() => {});
    if (asked) await checkSoon(() => seen.dialogs.length - before, asked, message);
    else await left;
    assert.equal(seen.dialogs.length - before, asked, message);
  };
  await leave(0, "nothing typed yet");
  await ready(pledge);
  await named(pledge, text.class_empty).click();
  await add(pledge, "Ainur never copies.");
  await pledge.getByRole("textbox", { name: text.pledge_title }).fill("Ainur's class");
  await checkSoon(async () => (await shadowText(pledge)).includes(text.class_unsaved), true);
  await leave(1, "the browser asks");
  await save(seen);
  await checkSoon(async () => (await shadowText(pledge)).includes(text.class_unsaved), false);
  await leave(0, "what is in a file can go");
  await ready(pledge);
  await checkSoon(() => named(pledge, text.class_empty).count(), 1, "a new page is empty");
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
  await settled(page);
  assert.deepEqual(await lines(pledge), ["We stay."]);
  await seen.close();
});

test("everything goes only after a second word", async () => {
  const { page, pledge, ...seen } = await open();
  assert.equal(await named(pledge, text.begin_again).count(), 0, "nothing to delete yet");
  await named(pledge, text.class_empty).click();
  await add(pledge, "We go.");
  await addUp(pledge, await codeFor(pledge, 24));
  await checkSoon(async () => /codes/.test(await left(page)), true);
  await named(pledge, text.begin_again).click();
  await checkSoon(() => named(pledge, text.cancel).evaluate((e) => e.matches(":focus")), true);
  await named(pledge, text.cancel).click();
  await checkSoon(() => lines(pledge), ["We go."]);
  await named(pledge, text.begin_again).click();
  await named(pledge, text.delete_all).click();
  await checkSoon(() => heard(pledge), text.forgotten);
  await checkSoon(() => named(pledge, text.class_suggestions).evaluate((e) => e.matches(":focus")), true);
  await checkSoon(() => page.evaluate(() => sessionStorage.length + localStorage.length), 0);
  await checkSoon(() => pledge.locator("textarea.codes").inputValue(), "");
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
  await checkSoon(() => lines(pledge), hostile);
  for (const part of ["vote", "to-print"]) await unfold(pledge, part);
  await checkSoon(() => pledge.locator(".votes > li > p").allTextContents(), hostile);
  await checkSoon(() => pledge.locator(".poster li").allTextContents(), hostile);
  await checkSoon(() => pledge.locator(".poster h3").textContent(), hostile[0]);
  const { body } = await save(seen);
  await choose(pledge, "again.json", body);
  await checkSoon(async () => (await pledge.locator(".news").textContent()).includes("again.json"), true);
  await checkSoon(() => lines(pledge), hostile);
  await settled(page);
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
for (const [lang, options] of sampled("looks of a class's screen", looks, 2)) {
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
    await pledge.getByRole("textbox", { name: words.code_count }).fill("24");
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
