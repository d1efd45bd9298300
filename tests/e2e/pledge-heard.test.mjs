// What learners who listen get of a pledge: each sentence once, where they are, and headings of the
// page's own level; and parts that pages can tell apart.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { receiptBy, SUITES } from "./checks.mjs";
import { checkAxe, checkSoon, fill, fired, settled, shadowText } from "./page.mjs";
import { comesToRest } from "./guard.mjs";
import { content, isMade, named, text, toPromise, total, usePledges } from "./pledges.mjs";

const { open } = usePledges();

/** Runs in the page: keeps what a screen reader would say: what gets focus, and what live regions get. */
function listen(pledge) {
  const root = pledge.shadowRoot;
  window.heardWords = [];
  const keep = (words) => words.trim() && window.heardWords.push(words.trim().replaceAll(/\s+/g, " "));
  root.addEventListener("focusin", ({ target }) => {
    const described = target.getAttribute("aria-describedby");
    // A description that is made right after focus moved is read as well.
    setTimeout(() => keep([
      target.getAttribute("aria-label") ?? (target.labels?.[0] ?? target).textContent,
      described ? root.getElementById(described)?.textContent : "",
    ].join(" ")));
  });
  const live = "[role=status], [role=alert], output";
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      if (element?.closest(live)) addedNodes.forEach((node) => keep(node.textContent));
    }
  }).observe(root, { childList: true, subtree: true });
}

const heard = (page) => page.evaluate(() => window.heardWords);
const forget = (page) => page.evaluate(() => void (window.heardWords.length = 0));
const times = async (page, words) => (await heard(page)).filter((line) => line.includes(words)).length;

// "Pledge withdrawn" was said by the live region and again by the heading that got focus.
test("what the heading with focus says is not announced as well: made, withdrawn", async () => {
  const { page, pledge, ...seen } = await open();
  const button = await toPromise(pledge);
  await pledge.evaluate(listen);
  await comesToRest(button);
  await button.focus();
  await settled(page);
  await forget(page);
  await page.keyboard.press("Enter");
  await checkSoon(() => isMade(pledge), true);
  const title = pledge.getByRole("heading", { name: /^Pledged on / });
  await checkSoon(() => title.evaluate((heading) => heading.matches(":focus")), true);
  await settled(page);
  assert.deepEqual(await heard(page), [await title.textContent()]);

  await named(pledge, text.withdraw).press("Enter");
  await checkSoon(() => pledge.getByRole("heading", { name: text.withdrawn }).evaluate((heading) => heading.matches(":focus")), true);
  await settled(page);
  assert.equal(await times(page, text.withdrawn), 1);
  await seen.close();
});

test("what the next pupil's first screen does not say is still announced, once", async () => {
  const { page, pledge, ...seen } = await open();
  const button = await toPromise(pledge);
  await comesToRest(button);
  await button.click();
  await named(pledge, text.next_pupil).waitFor();
  await pledge.evaluate(listen);
  await named(pledge, text.next_pupil).press("Enter");
  await checkSoon(() => times(page, text.forgotten), 1);
  await seen.close();
});

/** A promise of the class's list. */
const OURS = "We ask first.";
const line = (what) => `${what}: ${OURS}`;

// A promise that moved was read with its button and again with its new place.
test("a class hears a promise once when it moves, or comes back", async () => {
  const { page, pledge, ...seen } = await open({ attributes: `mode="class"` });
  await named(pledge, text.class_empty).click();
  const field = pledge.getByRole("textbox", { name: text.new_clause });
  for (const words of ["We share.", OURS]) {
    await field.fill(words);
    await named(pledge, text.add_clause).click();
    await checkSoon(() => field.inputValue(), "");
  }
  await pledge.evaluate(listen);
  const acts = [["move_up", "move_up", 1], ["remove"], ["undo", "edit", 1]];
  for (const [act, lands, n] of acts) {
    const button = act === "undo" ? named(pledge, text.undo).first() : named(pledge, line(text[act]));
    await button.focus();
    await settled(page);
    await forget(page);
    await page.keyboard.press("Enter");
    if (!lands) {
      await checkSoon(() => times(page, fill(text.removed_clause, { clause: OURS })), 1);
      continue;
    }
    await checkSoon(() => named(pledge, line(text[lands])).evaluate((button) => button.matches(":focus")), true);
    await checkSoon(() => times(page, fill(text.clause_n_of, { n, total: 2 })), 1, act);
    assert.equal(await times(page, OURS), 1, `${act}: ${await heard(page)}`);
  }
  await seen.close();
});

// A field whose words are refused has the reason as its description, which focus reads with it.
test("a class hears once why its words are refused, by the button and by Enter", async () => {
  const { page, pledge, ...seen } = await open({ attributes: `mode="class"` });
  await named(pledge, text.class_empty).click();
  await pledge.evaluate(listen);
  const field = pledge.getByRole("textbox", { name: text.new_clause });
  for (const press of [() => named(pledge, text.add_clause).click(), () => field.press("Enter")]) {
    await forget(page);
    await press();
    await checkSoon(() => field.evaluate((field) => field.matches(":focus")), true);
    await checkSoon(() => times(page, text.clause_blank), 1);
    await settled(page);
    assert.equal(await times(page, text.clause_blank), 1);
  }
  await pledge.locator("details.make-code summary").click();
  await forget(page);
  await named(pledge, text.code_make).click();
  const why = fill(text.code_range, { most: "1,000" }).slice(0, 20);
  await checkSoon(() => times(page, why), 1);
  await settled(page);
  assert.equal(await times(page, why), 1);
  await seen.close();
});

test("what the check of a receipt found is said once", async () => {
  const { page, pledge, ...seen } = await open({ attributes: `mode="verify"` });
  await pledge.evaluate(listen);
  await named(pledge, text.receipt_check).press("Enter");
  await checkSoon(() => times(page, text.receipt_empty), 1);
  await settled(page);
  assert.equal(await times(page, text.receipt_empty), 1);
  await seen.close();
});

// The thanks came with their live region, which says nothing then, and the button lost the focus.
test("a reminder that was read thanks in a place that was there before, and its button keeps focus", async () => {
  const { page, pledge, ...seen } = await open({ attributes: `mode="reminder"` });
  await pledge.evaluate(listen);
  assert.equal(await pledge.getByRole("status").count(), 1);
  const button = named(pledge, text.i_remember);
  for (let n = 0; n < 2; n++) await button.press("Enter");
  await checkSoon(() => times(page, text.remembered), 1);
  assert.ok(await button.evaluate((button) => button.matches(":focus")));
  assert.equal(await button.getAttribute("aria-disabled"), "true");
  assert.equal((await fired(page, "remember")).length, 1, "it counts once");
  await seen.close();
});

// Who was brought to a clause heard its words and not how many are still to come.
test("the clause that gets focus says which one of how many it is", async () => {
  const { pledge, ...seen } = await open();
  await named(pledge, text.start).click();
  for (let n = 1; n <= 2; n++) {
    const clause = pledge.getByRole("heading", { name: content.clauses[n - 1].text.en });
    await checkSoon(() => clause.evaluate((clause) => clause.matches(":focus")), true);
    const described = await clause.evaluate((clause) =>
      clause.getRootNode().getElementById(clause.getAttribute("aria-describedby"))?.textContent);
    assert.equal(described, fill(text.clause_n_of, { n, total }));
    await named(pledge, text.next).click();
  }
  await seen.close();
});

// The whole certificate was one label of a picture: no list, and no way to go on line by line.
test("a certificate has a short name, its words are a list, and the title is said once", async () => {
  const { page, pledge, ...seen } = await open({ attributes: `mode="certificate" signature="first-name"` });
  await pledge.getByRole("textbox", { name: text.signature_first_name }).fill("Aigul");
  await pledge.getByRole("img", { name: `${text.certificate}: Aigul`, exact: true }).waitFor();
  const expected = content.clauses.filter(({ optional }) => !optional).map((clause) => clause.text.en);
  assert.deepEqual(await pledge.getByRole("listitem").allTextContents(), expected);
  assert.equal(await pledge.getByText(content.certificate.body.en).filter({ hasNot: page.locator("svg") }).count() > 0, true);
  assert.equal(await pledge.getByRole("heading", { name: content.title.en }).count(), 1);
  await checkAxe(page, "the certificate", "adil-pledge");
  await seen.close();
});

test("below a pledge that was made its certificate does not repeat the title", async () => {
  const { pledge, ...seen } = await open();
  const button = await toPromise(pledge);
  await comesToRest(button);
  await button.click();
  await pledge.locator("details.certificate summary").click();
  await pledge.getByRole("img", { name: text.certificate }).waitFor();
  assert.equal(await pledge.getByRole("heading", { name: content.title.en }).count(), 1);
  await seen.close();
});

/** The levels of all headings, in order. */
const levels = (pledge) => pledge.evaluate((pledge) =>
  [...pledge.shadowRoot.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ localName }) => Number(localName[1])));

for (const [mode, below] of [["pledge", 1], ["reminder", 0], ["verify", 0], ["certificate", 0], ["class", 6]]) {
  test(`the page sets the level of the headings (${mode})`, async () => {
    const { page, pledge, ...seen } = await open({ attributes: `mode="${mode}" heading-level="4"`, around: (tag) => `<h2>Our day</h2><h3>Morning</h3>${tag}` });
    if (mode === "pledge") await named(pledge, text.start).click();
    await checkSoon(() => levels(pledge), [4, ...Array.from({ length: below }, () => 5)]);
    if (mode === "pledge") {
      // The look of what gets focus does not depend on the level.
      const outline = await pledge.locator(".clause-text").evaluate((clause) => getComputedStyle(clause).outlineStyle);
      assert.equal(outline, "none");
    }
    await checkAxe(page, mode, "adil-pledge");
    await seen.close();
  });
}

/** The colour that a page's style gives to a part. */
const colour = (element) => element.evaluate((element) => getComputedStyle(element).outlineColor);
const RED = "rgb(255, 0, 0)";
const marks = (...parts) => parts.map((part) => `adil-pledge::part(${part}) { outline-color: ${RED} }`).join("");
/** A style of the page for these parts shows on the first element and not on the second. */
async function checkTold(told, other) {
  await checkSoon(() => colour(told), RED);
  if (other) assert.notEqual(await colour(other), RED);
}

// Pages could not tell "I promise this" from "Not today", nor what is chosen from what is not.
test("pages can tell the two buttons, chosen cards and the steps of the way apart", async () => {
  const { pledge, ...seen } = await open({ style: marks("promise", "option chosen", "step now", "step done") });
  await named(pledge, text.start).click();
  await checkTold(pledge.locator(".step").nth(0), pledge.locator(".step").nth(1));
  const card = pledge.locator("label.option");
  assert.notEqual(await colour(card), RED);
  await card.click();
  await checkTold(card);
  await named(pledge, text.next).click();
  await checkTold(pledge.locator(".step").nth(1), pledge.locator(".step").nth(2));
  await checkTold(pledge.locator(".step").nth(0));
  for (let n = 1; n < total; n++) await named(pledge, text.next).click();
  const cards = pledge.getByRole("group", { name: text.who_reminds }).locator("label");
  await cards.nth(1).click();
  await checkTold(cards.nth(1), cards.nth(0));
  await named(pledge, text.next).click();
  await checkTold(named(pledge, text.i_pledge), named(pledge, text.not_today));
  for (const name of ["i_pledge", "not_today"]) {
    assert.match(await named(pledge, text[name]).getAttribute("part"), /^choice /);
  }
  await seen.close();
});

test("pages can tell what a check of a receipt found, and where a file is held", async () => {
  const { pledge, page, ...seen } = await open({ attributes: `mode="verify"`, style: marks("finding right", "drop over") });
  const area = pledge.getByRole("textbox");
  const check = async (words) => {
    await area.fill(words);
    await named(pledge, text.receipt_check).click();
    await pledge.locator(".finding").waitFor();
  };
  await check("no receipt");
  assert.match(await pledge.locator(".finding").getAttribute("part"), /^finding wrong$/);
  assert.notEqual(await colour(pledge.locator(".finding")), RED);
  await check(JSON.stringify(await receiptBy({ page }, SUITES[1])));
  await checkTold(pledge.locator(".finding"));
  const drop = pledge.locator(".drop");
  assert.notEqual(await colour(drop), RED);
  await drop.evaluate((drop) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "a receipt");
    drop.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, composed: true }));
  });
  await checkTold(drop);
  await seen.close();
});

test("pages can tell what cannot be pressed, and words that are refused, of a class", async () => {
  const { pledge, ...seen } = await open({ attributes: `mode="class"`, style: marks("sign disabled", "field invalid", "added wrong") });
  await named(pledge, text.class_suggestions).click();
  const up = pledge.getByRole("button", { name: new RegExp(`^${text.move_up}`) });
  await checkTold(up.nth(0), up.nth(1));
  const field = pledge.getByRole("textbox", { name: text.new_clause });
  assert.notEqual(await colour(field), RED);
  await named(pledge, text.add_clause).click();
  await checkTold(field);
  await pledge.locator("details.sum summary").click();
  await pledge.getByRole("textbox", { name: text.code_list }).fill("nothing");
  await pledge.locator("details.sum .go").click();
  await checkTold(pledge.locator(".codes-added li"));
  await seen.close();
});

/** A pledge that asks to hold a button. */
const held = JSON.stringify({
  format: "adil", formatVersion: 1, kind: "pledge", id: "held", title: "Held", gesture: "hold",
  clauses: [{ id: "a", text: "I ask first." }, { id: "b", text: "I share." }],
});
test("pages can tell a button that is held, and one that was", async () => {
  const bodies = { "/adil/examples/held.json": held };
  const { page, pledge, ...seen } = await open({ bodies, file: "held", style: marks("hold taken") });
  const hold = pledge.locator(".hold");
  assert.equal(await hold.getAttribute("part"), "hold");
  await hold.focus();
  await page.keyboard.down("Enter");
  await checkSoon(() => hold.getAttribute("part"), "hold holding");
  await checkTold(hold);
  await page.keyboard.up("Enter");
  assert.ok((await shadowText(pledge)).includes(text.taken));
  await seen.close();
});
