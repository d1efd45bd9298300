// Files of someone who means harm: too large, too deep, of broken letters, with every field twice.
// Each is refused in words or works, and the page stays alive: its clock keeps ticking.
// tests/e2e/limits.test.mjs has a quiz's content file; here are all the other files.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { test } from "../run/test.mjs";
import { LIMIT } from "../run/wait.mjs";
import { checkFails, fired, html, readJson, useBrowser } from "../e2e/page.mjs";
import { note } from "../proof/note.mjs";
import { exampleOf } from "./contents.mjs";

const { site, visitor } = useBrowser({
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"],
});
const TABLE = "Hostile files";
const HUGE = 100_000_000;
/** How long the page may be at work in all, in seconds of its own thread, however busy the machine is. */
const WORK = 8;
const words = readJson("locales/pledge.en.json");

const folder = mkdtempSync(join(tmpdir(), "adil-files-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a page with one widget; its thread's time is counted from the start. */
async function open(tag, { bodies = {}, fault } = {}) {
  const made = await site({ bodies: { "/page.html": html(`${tag}<p id="beside">Beside.</p>`), ...bodies }, fault });
  const context = await visitor();
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(`${made.origin}/page.html`);
  const widget = page.locator("adil-quiz, adil-pledge, adil-video").first();
  let before = 0;
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const all = metrics.find(({ name }) => name === "TaskDuration").value;
    const since = all - before;
    before = all;
    return since;
  };
  return { page, quiz: widget, widget, worked, close: () => context.close() };
}

/** The page answers, was not at work for long, and its prototypes are as they were. */
async function checkAlive({ page, worked }, what) {
  const clean = await answer(page.evaluate(() => !("polluted" in {}) && Object.keys(Object.prototype).length === 0));
  assert.equal(clean, true, `${what}: no prototype was changed`);
  const seconds = await worked();
  assert.ok(seconds < WORK, `${what}: the page was at work for ${seconds.toFixed(1)} s`);
  note(TABLE, { file: what, "the page worked, s": seconds.toFixed(1) });
}

/** What a page answers; nothing where it does not, or its tab is gone. */
const answer = (asked) => Promise.race([asked.catch(() => undefined), new Promise((later) => setTimeout(later, LIMIT))]);

/** Hostile writings of a content: the body, and what its author reads; nothing where it works. */
const POLLUTION = `"__proto__":{"polluted":1,"toString":1},"constructor":{"prototype":{"polluted":1}},`;
const twice = (text) => text.replaceAll(/"(text|title|id)":/g, `"$1":0,"$1":`);
const WRITINGS = {
  "100 MB of one letter": [() => Buffer.alloc(HUGE, "x"), /bytes, more than the 5000000/],
  "100 MB of brackets": [() => Buffer.alloc(HUGE, "["), /bytes, more than the 5000000/],
  "100 MB of letters that have three bytes": [() => Buffer.alloc(HUGE, "\u20ac"), /bytes, more than the 5000000/],
  "100 MB of what is no letter": [() => Buffer.alloc(HUGE, 0xff), /bytes, more than the 5000000/],
  "lists 10,000 deep": [(text) => text.replace("{", `{"x":${"[".repeat(10_000)}${"]".repeat(10_000)},`), /more than 32 open brackets/],
  "objects 10,000 deep": [(text) => text.replace("{", `{"x":${`{"x":`.repeat(10_000)}1${"}".repeat(10_000)},`), /more than 32 open brackets/],
  "bytes that are no letters": [(text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from(`,"x":"`), Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]), Buffer.from(`"}`)]), /UTF-8/],
  "a byte order mark": [(text) => `\ufeff${text}`],
  "each field twice": [twice],
  "fields named like the inner parts of objects": [(text) => text.replaceAll(/\{(?!"(en|ru|kk|ar)":)/g, `{${POLLUTION}`)],
  "languages named like the inner parts of objects": [(text) => text.replaceAll(/\{(?="(en|ru|kk|ar)":)/g, `{${POLLUTION}`), /expected a language such as/],
};

for (const kind of ["quiz", "pledge", "video"]) for (const [what, [make, message]] of Object.entries(WRITINGS)) {
  // The quiz's own small files are tried elsewhere.
  if (kind === "quiz" && !/100 MB/.test(what)) continue;
  test(`${kind}: ${what} ${message ? "is refused in words" : "works"}`, async () => {
    const text = JSON.stringify(exampleOf(kind));
    const seen = await open(`<adil-${kind} loading="eager" src="/file.json"><p>The fallback.</p></adil-${kind}>`, {
      fault: (path) => (path === "/file.json" ? { body: make(text) } : undefined),
    });
    if (message) await checkFails(seen, "content", new RegExp(`^file\\.json: .*${message.source}`));
    else await seen.widget.locator(".base").waitFor();
    await checkAlive(seen, `${kind}, content: ${what}`);
    await seen.close();
  });
}

test("half a character in a question of a lesson keeps nobody from the question", async () => {
  const content = structuredClone(exampleOf("video"));
  content.checkpoints = [{ ...content.checkpoints[0], at: 1, item: { ...content.checkpoints[0].item, stem: "Which one? \ud83d" } }];
  const seen = await open(`<adil-video loading="eager" version="slides" src="/file.json"></adil-video>`, { bodies: { "/file.json": JSON.stringify(content) } });
  await seen.widget.locator(".slides .go").click();
  await seen.widget.locator(".checkpoint-panel adil-quiz .base, .checkpoint-panel adil-quiz [part=error]").first().waitFor();
  assert.equal(await seen.widget.locator(".checkpoint-panel adil-quiz [part=error]").count(), 0, "a file that opens has questions that open");
  await seen.close();
});

const time = (n) => {
  const part = (value, width = 2) => String(value).padStart(width, "0");
  return `${part(Math.floor(n / 3.6e6))}:${part(Math.floor(n / 6e4) % 60)}:${part(Math.floor(n / 1e3) % 60)}.${part(n % 1_000, 3)}`;
};
const cue = (n, text = "Words.") => `${time(n * 20)} --> ${time(n * 20 + 20)}\n${text}\n`;
const CAPTIONS = {
  "100 MB in one line": () => Buffer.concat([Buffer.from(`WEBVTT\n\n${cue(0, "")}`.trimEnd() + "\n"), Buffer.alloc(HUGE, "x"), Buffer.from(`\n\n${cue(1)}`)]),
  "100 MB of notes": () => Buffer.from(`WEBVTT\n\n${"NOTE x\n\n".repeat(HUGE / 8)}${cue(1)}`),
  "200,000 lines": () => `WEBVTT\n\n${Array.from({ length: 200_000 }, (_, n) => cue(n)).join("\n")}`,
  "tags 10,000 deep": () => `WEBVTT\n\n${cue(0, `${"<b>".repeat(10_000)}x`)}`,
  "bytes that are no letters": () => Buffer.concat([Buffer.from(`WEBVTT\n\n${cue(0, "x")}`), Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]), Buffer.from(`\n\n${cue(1)}`)]),
  "a byte order mark": () => `\ufeffWEBVTT\n\n${cue(0)}`,
  "names like the inner parts of objects": () => `WEBVTT\n\n__proto__\n${cue(0)}\nconstructor\n${cue(1)}`,
  "times that go back, and times of years": () => `WEBVTT\n\n${cue(5)}\n${cue(0)}\n00:00:09.000 --> 00:00:01.000\nx\n\n99999999:00:00.000 --> 99999999:59:59.999\nx\n`,
  "no captions at all": () => "<!doctype html><title>Not found</title>",
};
for (const [what, make] of Object.entries(CAPTIONS)) {
  test(`captions: ${what} leave the page alive, and the text folds open`, async () => {
    // Without a transcript to read as a page, so that only the captions make the text.
    const content = { ...exampleOf("video"), checkpoints: [], transcripts: undefined, captions: [{ lang: "en", src: "/captions.vtt" }] };
    const seen = await open(`<adil-video loading="eager" src="/file.json"></adil-video>`, {
      bodies: { "/file.json": JSON.stringify(content) },
      fault: (path) => (path === "/captions.vtt" ? { body: make(), type: "text/vtt" } : undefined),
    });
    await seen.widget.locator("details.transcript summary").click();
    await seen.widget.locator("details.transcript .transcript-cue, details.transcript p").first().waitFor({ state: "attached" });
    await checkAlive(seen, `captions: ${what}`);
    await seen.close();
  });
}

/** Opens a pledge in a mode. */
async function openMode(mode, more = "") {
  const seen = await open(`<adil-pledge loading="eager" mode="${mode}" ${more} src="/adil/examples/my-pledge.json"></adil-pledge>`);
  await seen.widget.locator(".base").waitFor();
  return seen;
}

/** Gives a file to the field for files. */
async function choose({ widget }, name, body) {
  const path = join(folder, name);
  writeFileSync(path, body);
  // The browser reads it a moment later, so that it stays until the next one or the end.
  await widget.locator("input[type=file]").setInputFiles(path);
}

test("receipts: a file of 100 MB and one of broken letters are refused in words", async () => {
  const seen = await openMode("verify");
  const verdict = seen.widget.locator(".verdict");
  for (const [what, body, key] of [
    ["100 MB", Buffer.alloc(HUGE, "x"), "receipt_too_large"],
    ["10,000 lists", "[".repeat(10_000) + "]".repeat(10_000), "receipt_broken"],
    ["bytes that are no letters", Buffer.from([0x7b, 0x22, 0xff, 0xc0, 0x22, 0x3a, 0x31, 0x7d]), "receipt_broken"],
    ["a byte order mark", "\ufeff{}", "receipt_not_receipt"],
    ["inner parts of objects", `{${POLLUTION}"x":1}`, "receipt_not_receipt"],
  ]) {
    await choose(seen, "receipt.json", body);
    await seen.page.waitForFunction((expected) => document.querySelector("adil-pledge").shadowRoot.querySelector(".verdict")?.textContent.trim() === expected, words[key]);
    assert.equal((await verdict.textContent()).trim(), words[key]);
    await checkAlive(seen, `receipt, file: ${what}`);
  }
  await seen.close();
});

test("receipts: 100 MB that are pasted are refused in words", async () => {
  const seen = await openMode("verify");
  await seen.page.evaluate((size) => {
    const root = document.querySelector("adil-pledge").shadowRoot;
    const data = new DataTransfer();
    data.setData("text/plain", "x".repeat(size));
    root.querySelector(".go").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  }, HUGE);
  await seen.page.waitForFunction((expected) => document.querySelector("adil-pledge").shadowRoot.querySelector(".verdict")?.textContent.trim() === expected, words.receipt_too_large);
  await checkAlive(seen, "receipt, pasted: 100 MB");
  await seen.close();
});

test("receipts: what a page gives to a certificate is refused in words", async () => {
  for (const [what, receipt] of [["10,000 lists", "[".repeat(10_000)], ["inner parts of objects", `{${POLLUTION}"x":1}`], ["200,000 letters", JSON.stringify("x".repeat(200_000))]]) {
    const seen = await openMode("certificate", `receipt='${receipt}'`);
    await seen.widget.locator("[role=alert]").waitFor();
    await checkAlive(seen, `receipt, given to a certificate: ${what}`);
    await seen.close();
  }
});

test("class files: each hostile file is refused in words and leaves the list, or opens", async () => {
  const seen = await openMode("class");
  await seen.widget.getByRole("button", { name: words.class_empty, exact: true }).click();
  await seen.widget.locator("details.files > summary").click();
  const text = JSON.stringify({ ...exampleOf("pledge"), reminders: [] });
  for (const [what, [make, message]] of Object.entries(WRITINGS)) {
    const name = `file-${Object.keys(WRITINGS).indexOf(what)}.json`;
    await choose(seen, name, make(text));
    const expected = message ? `${name}: .*${message.source}` : name;
    await seen.page.waitForFunction((expected) => new RegExp(expected).test(document.querySelector("adil-pledge").shadowRoot.querySelector(".news").textContent), expected);
    assert.equal(await seen.widget.locator(".news .why").count(), message ? 1 : 0, what);
    await checkAlive(seen, `class file: ${what}`);
  }
  await seen.close();
});

const CODES = {
  "one word of 10 MB": () => "A".repeat(10_000_000), "100,000 short lines": () => "x\n".repeat(100_000),
  "100,000 codes that are none": () => "A2B3C-D4E5F\n".repeat(100_000),
  "digits of other alphabets": () => "\u0662\u0663\u0664\uff15\uff16\u0967\u0968\u0969\u0e51\u0e52\n".repeat(200),
  "letters that are two": () => "\ud83d\ude00".repeat(10) + "\u0130\u0131\ufb00",
};
for (const [what, make] of Object.entries(CODES)) {
  test(`codes of classes: ${what} leave the page alive`, async () => {
    const seen = await openMode("class", `storage="none"`);
    const asked = seen.page.evaluate((source) => {
      const root = document.querySelector("adil-pledge").shadowRoot;
      root.querySelector("details.sum").open = true;
      root.querySelector("textarea.codes").value = source;
      root.querySelector("details.sum .go").click();
    }, make());
    assert.ok(await answer(asked.then(() => true)), "the page answers");
    await checkAlive(seen, `codes: ${what}`);
    assert.deepEqual((await fired(seen.page, "tally")).map(({ detail }) => detail.count), [0], "nothing counts");
    await seen.close();
  });
}

test("a certificate of clauses that no page has room for says so, or is laid out", async () => {
  const clauses = exampleOf("pledge").clauses.map((clause) => ({ ...clause, text: "I keep my word. ".repeat(300) }));
  const content = { ...exampleOf("pledge"), clauses };
  const seen = await open(`<adil-pledge loading="eager" mode="certificate" src="/file.json"></adil-pledge>`, { bodies: { "/file.json": JSON.stringify(content) } });
  const shown = seen.page.waitForFunction(() => document.querySelector("adil-pledge").shadowRoot?.querySelector(".base, [part=error]"));
  assert.ok(await answer(shown), "the page answers");
  await checkAlive(seen, "pledge, certificate: clauses of 4,800 letters");
  await seen.close();
});
