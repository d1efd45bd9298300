// The driver of the other engines against Playwright: in Chromium both look at the same pages, and
// must find the same. Then, in each engine, that its acts wait, miss nothing, and say what fails.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { test } from "../run/test.mjs";
import { LIMIT } from "../run/wait.mjs";
import { DIST, checkSoon, holdBack, html, settled } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { LIBRARY, wrap } from "./driver/library.mjs";
import { Locator } from "./driver/locator.mjs";
import { pack, unpack } from "./driver/pack.mjs";
import { NAMES } from "./engines.mjs";
import { launch } from "./launch.mjs";

const FORM = `<form><label>Name <input id="name"></label><label for="n">How many</label><input id="n" type="number">
  <label><input type="checkbox"> <span>I agree</span></label><select aria-label="Size"><option>A4</option><option>A3</option></select>
  <button type="button" aria-label="Close">×</button><button type="button" hidden>Hidden</button></form>
  <div id="host"></div><p>Some <b>bold</b> words</p><p>some other words</p>
  <script>host.attachShadow({ mode: "open" }).innerHTML = "<button>In the <i>shadow</i></button><p class=deep>deep words</p><slot></slot>"</script>`;

/** What tests look for; each finds elements below a page or a locator. */
const LOOKS = {
  "a class": (page) => page.locator(".option"),
  "a class within a shadow root": (page) => page.locator(".deep"),
  "a path": (page) => page.locator(".feedback .verdict, .stem p, label.option"),
  "a child": (page) => page.locator(".base").locator("> *"),
  "what can be seen": (page) => page.locator("button:visible, summary:visible"),
  "words among others": (page) => page.getByText("WORDS"),
  "words exactly": (page) => page.getByText("some other words", { exact: true }),
  "a role": (page) => page.getByRole("button"),
  "a role by its name": (page) => page.getByRole("button", { name: "shadow" }),
  "a role by its name exactly": (page) => page.getByRole("button", { name: "In the shadow", exact: true }),
  "text fields": (page) => page.getByRole("textbox"),
  "number fields": (page) => page.getByRole("spinbutton", { name: "How many" }),
  "groups": (page) => page.getByRole("group"),
  "pictures": (page) => page.getByRole("img"),
  "a label": (page) => page.getByLabel("Size"),
  "those with words": (page) => page.locator("p").filter({ hasText: "bold" }),
  "those with words of a pattern": (page) => page.locator("p", { hasText: /^some/ }),
  "the visible ones": (page) => page.locator("button").filter({ visible: true }),
  "the first": (page) => page.locator("button").first(),
  "the last": (page) => page.locator("button").last(),
  "one further on": (page) => page.locator("p").nth(1),
};

const markOf = (all) => all.map((element) => `${element.localName}.${element.className}#${element.id} ${element.textContent.slice(0, 40)}`);

describe("in Chromium the driver finds what Playwright finds", () => {
  let site;
  let browser;
  const bodies = {
    "/form.html": html(FORM, { script: "" }),
    "/quiz.html": html(`<adil-quiz loading="eager" src="/adil/examples/item-types.json"></adil-quiz>`),
    "/pledge.html": html(`<adil-pledge loading="eager" mode="class" src="/adil/examples/my-pledge.json"></adil-pledge>`),
  };
  before(async () => {
    site = await serve({ "/adil/": `${DIST}/` }, { fault: (path) => (bodies[path] ? { body: bodies[path] } : undefined) });
    browser = await launch({}, "chromium");
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const name of ["form", "quiz", "pledge"]) {
    test(`on a page with a ${name}`, async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(LIMIT);
      await page.addInitScript({ content: LIBRARY });
      await page.goto(`${site.origin}/${name}.html`);
      if (name !== "form") await page.locator(".base").waitFor();
      const run = async (fn, args) => unpack(await page.evaluate(`(${wrap(fn)})(${JSON.stringify(pack(args))})`));
      const ours = new Locator({ run, timeout: LIMIT });
      let found = 0;
      for (const [what, look] of Object.entries(LOOKS)) {
        const expected = await look(page).evaluateAll(markOf);
        assert.deepEqual(await look(ours).evaluateAll(markOf), expected, what);
        found += expected.length;
      }
      assert.ok(found > 10, `${found} elements were compared`);
      // The name that we compute of each button is the one by which Playwright finds it.
      for (const [n, button] of (await page.getByRole("button").all()).entries()) {
        const words = await run("(steps, page) => page.nameOf(page.find(steps)[0])", [[["role", { role: "button" }], ["nth", n]]]);
        const same = await page.getByRole("button", { name: words.replace(/\s+/g, " ").trim(), exact: true }).evaluateAll(markOf);
        assert.ok(same.includes((await button.evaluateAll(markOf))[0]), `button ${n} is called “${words}”`);
      }
      await page.close();
    });
  }
});

const ACTS = `<style>body { block-size: 3000px } #late { position: absolute; inset-block-start: 2000px } #sheet { position: fixed; inset: 0; z-index: 1 }</style>
  <button id="soon" disabled>Soon</button><input id="field" maxlength="3"><textarea></textarea><button id="late">Late</button>
  <script>addEventListener("click", (event) => { document.title += event.target.id + event.isTrusted; });
  // Late enough for a press to come before it.
  setTimeout(() => { soon.disabled = false; }, 400);
  addEventListener("scroll", () => { if (!window.moved) { window.moved = true; late.style.left = "300px"; } });</script>`;

for (const name of NAMES) {
  describe(`the driver of ${name}`, () => {
    let site;
    let browser;
    let page;
    before(async () => {
      site = await serve({}, { fault: (path) => ({ body: path === "/acts.html" ? html(ACTS, { script: "" }) : "" }) });
      browser = await launch({}, name);
    });
    after(async () => {
      await browser?.close();
      await site.close();
    });
    const open = async (options) => {
      const context = await browser.newContext({ viewport: { width: 700, height: 500 }, ...options });
      context.setDefaultTimeout(LIMIT);
      await context.addInitScript(() => { window.early = document.title; });
      page = await context.newPage();
      await page.goto(`${site.origin}/acts.html`);
      return context;
    };

    test("a press waits, scrolls, and meets what it is for; keys are real", async () => {
      const context = await open();
      assert.equal(await page.evaluate(() => window.early), "", "a script of ours runs first");
      assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [700, 500]);
      await page.locator("#soon").click();
      await page.locator("#late").click();
      await checkSoon(() => page.evaluate(() => document.title), "Our schoolsoontruelatetrue");
      await page.locator("#field").focus();
      await page.keyboard.type("a1ә?");
      await checkSoon(() => page.locator("#field").inputValue(), "a1ә", "the browser itself stops at three");
      await page.keyboard.press("Tab");
      await page.keyboard.type("x\ny");
      await page.keyboard.press("Home");
      await page.keyboard.type("z");
      await checkSoon(() => page.locator("textarea").inputValue(), "x\nzy");
      await page.locator("textarea").fill("of\nitself");
      await checkSoon(() => page.locator("textarea").inputValue(), "of\nitself");
      await context.close();
    });

    /** A press is refused for this reason; a busy machine takes longer to see it. */
    const checkRefused = async (selector, why) => {
      for (const timeout of [700, 5_000, LIMIT]) {
        const refused = await page.locator(selector).click({ timeout }).then(() => "pressed", ({ message }) => message);
        if (why.test(refused)) return;
        if (refused === "pressed" || timeout === LIMIT) assert.fail(refused);
      }
    };

    test("what cannot be pressed is not, and a test is told why", async () => {
      const context = await open();
      await page.evaluate(() => { document.body.insertAdjacentHTML("beforeend", `<div id="sheet"></div>`); });
      await checkRefused("#field", /sheet|intercepts/);
      await checkRefused("button", /strict/);
      await checkRefused("#none", /none/);
      await assert.rejects(page.evaluate(() => { throw new TypeError("of the page"); }), /of the page/);
      await settled(page);
      assert.equal(await page.evaluate(() => document.title), "Our school");
      await context.close();
    });

    test("a page is told of wishes, and its console and requests are heard", async () => {
      const context = await open({ colorScheme: "dark", reducedMotion: "reduce" });
      const media = (query) => page.evaluate((query) => matchMedia(query).matches, query);
      assert.deepEqual([await media("(prefers-color-scheme: dark)"), await media("(prefers-reduced-motion: reduce)"), await media("print")], [true, true, false]);
      await page.emulateMedia({ media: "print" });
      await checkSoon(() => media("print"), true);
      const heard = [];
      page.on("console", (message) => heard.push(`${message.type()} ${message.text()}`));
      page.on("pageerror", (error) => heard.push(`${error.name} ${error.message}`));
      page.on("request", (request) => heard.push(new URL(request.url()).pathname));
      await page.evaluate(async () => {
        console.error("of the", "page");
        console.warn("take care");
        setTimeout(() => { throw new RangeError("too far"); });
        await fetch("/asked");
      });
      await checkSoon(() => heard.toSorted(), ["/asked", "RangeError too far", "error of the page", "warning take care"]);
      await context.close();
    });

    test("a request is answered by a test, or held back and let go on", async () => {
      const context = await open();
      const letGo = await holdBack(context, "**/late.html");
      await context.route("**/made", (route) => route.fulfill({ body: "made up", contentType: "text/plain" }));
      const ask = (address) => page.evaluate(async (address) => (await fetch(address)).text(), address);
      assert.equal(await ask("/made"), "made up");
      let isAnswered = false;
      const asked = ask("/late.html").then(() => (isAnswered = true));
      // What was asked after it is answered before it.
      for (let n = 0; n < 3; n++) await ask("/made");
      assert.equal(isAnswered, false, "not before it was let go");
      letGo();
      assert.equal(await asked, true);
      await context.close();
    });

    test("a clock stands still and goes on as a test says, also over a reload", async () => {
      const context = await browser.newContext();
      context.setDefaultTimeout(LIMIT);
      await context.clock.install();
      page = await context.newPage();
      await page.goto(`${site.origin}/acts.html`);
      const start = Date.now() + 3_600_000;
      await page.clock.pauseAt(start);
      await page.evaluate(() => {
        window.rang = [];
        setInterval(() => window.rang.push(Date.now()), 1_000);
      });
      await page.clock.runFor(3_500);
      assert.deepEqual(await page.evaluate(() => window.rang), [1, 2, 3].map((second) => start + second * 1_000));
      await page.reload();
      const now = await page.evaluate(() => Date.now());
      assert.ok(now >= start + 3_500 && now < start + 60_000, `${now - start} ms after it stood still`);
      await context.close();
    });
  });
}
