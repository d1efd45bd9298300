// What stands between HTML in content and the page: the sanitizer of the browser or the one that is
// loaded, our own list of addresses after it, and the page's policy beside it.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { test } from "../run/test.mjs";
import { checkSoon, example, html, quizOf, single, useBrowser } from "../e2e/page.mjs";
import { note, whole } from "../proof/note.mjs";
import { contentAt, exampleOf } from "./contents.mjs";
import { addresses } from "./fields.mjs";
import { PLACES, school, stranger } from "./school.mjs";
import { vectorsFor } from "./vectors.mjs";

const { site, visitor, visit } = useBrowser();
const withoutSanitizer = () => delete Element.prototype.setHTML;
let other, texts;
before(async () => {
  other = await stranger();
  texts = vectorsFor(other.origin).map(({ text }) => text);
});
after(() => other.close());

/** Runs in the page: keeps what its policy blocked. */
function keepBlocked() {
  window.blocked = new Set();
  document.addEventListener("securitypolicyviolation", (event) => window.blocked.add(event.effectiveDirective));
}

/** Opens a page; a busy machine may take its time. */
async function open(url, ...init) {
  const context = await visitor({}, ...init);
  context.setDefaultTimeout(90_000);
  return visit(url, { context });
}

/** Opens a place and walks through contents whose HTML is hostile. */
async function walk(place, { sanitizer, policy, purify } = {}) {
  const body = (path) => {
    const [, at] = /^\/content\/(\d+)\.json$/.exec(path) ?? [];
    return at && JSON.stringify(contentAt(place, "html", texts, +at));
  };
  const made = await school({ body, sanitizer, headers: policy && { "content-security-policy": policy } });
  if (purify) made.fault = ((fault) => (path) => (path === "/adil/purify.js" ? { body: purify } : fault(path)))(made.fault);
  const seen = await open(made.pageOf(place), keepBlocked);
  await seen.page.waitForFunction(() => window.sweep && document.querySelector(":defined:state(ready)"));
  const numbers = whole ? [0, 131, 262, 393, 524] : [0, 330];
  const found = await seen.page.evaluate(([walk, paths]) => window.sweep(walk, paths), [PLACES[place].walk, numbers.map((n) => `/content/${n}.json`)]);
  const { ran } = await seen.page.evaluate(() => window.harm());
  const blocked = await seen.page.evaluate(() => [...window.blocked]);
  const end = () => Promise.all([seen.close(), made.close()]);
  return { ...found, ran, blocked, purifiers: made.asked.filter((path) => path === "/adil/purify.js").length, end };
}

test("a sanitizer that lets everything through would be noticed", async () => {
  const purify = `export default { sanitize(text) {
    const box = document.createElement("template");
    box.innerHTML = text;
    return box.content;
  } }`;
  const { found, ran, end } = await walk("quiz, print", { sanitizer: "loaded", purify });
  assert.ok(found.length > 8, "the walk finds what may not be there");
  assert.ok(ran.length > 9, `${ran.length} texts ran`);
  assert.ok(other.asked.splice(0).length > 0, "the stranger was asked");
  await end();
});

test("one sanitizer is loaded once, and only where the browser has none", async () => {
  for (const [sanitizer, expected] of [["", 0], ["loaded", 1]]) {
    const { found, ran, purifiers, kept, end } = await walk("quiz, print", { sanitizer });
    assert.deepEqual([found, ran, purifiers], [[], [], expected]);
    assert.ok(kept > 0, "what is harmless was kept");
    await end();
  }
});

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ";
// Sanitizers parse in the page, so that its policy speaks of each handler and style in a text before
// they are taken out; Chromium asks it also about the track of a film, which it then does not load.
// Whatever else is blocked would be an act of ours.
const PARSED = ["script-src-attr", "style-src-attr", "style-src-elem", "media-src"];
const POLICIES = {
  "with trusted types": { allowed: "'none'", kept: true, blocked: [] },
  "with a sanitizer's own policy": { allowed: "dompurify", sanitizer: "loaded", kept: true, blocked: [] },
  "that stops the sanitizer, HTML is read as text and": {
    allowed: "'none'", sanitizer: "loaded", kept: false, blocked: ["trusted-types", "require-trusted-types-for"],
  },
};
for (const [what, { allowed, sanitizer, kept, blocked }] of Object.entries(POLICIES)) {
  test(`under a strict policy ${what} nothing runs`, async () => {
    for (const place of ["quiz, print", "video"]) {
      const seen = await walk(place, { sanitizer, policy: STRICT + allowed });
      assert.deepEqual([seen.found, seen.ran], [[], []], place);
      assert.deepEqual(seen.blocked.filter((name) => !PARSED.includes(name)), blocked, place);
      assert.equal(seen.kept > 0, kept, place);
      await seen.end();
    }
    assert.deepEqual(other.asked.splice(0), []);
  });
}

const REFUSED = [
  "javascript:xss(1)", "JavaScript:xss(1)", " javascript:xss(1)", "\u0001javascript:xss(1)", "java\tscript:xss(1)",
  "java\nscript:xss(1)",
  "java\u0000script:xss(1)", "vbscript:xss(1)", "data:image/svg+xml,<svg onload=xss(1)>",
  "data:video/mp4;base64,AAAA", "blob:http://x.test/1",
  "file:///etc/passwd", "filesystem:http://x.test/1", "about:blank", "mailto:a@x.test", "",
];

test("at every place for an address those that are no web addresses are refused, with the place", async () => {
  const contents = [["quiz", example("fair-and-square")], ["quiz", exampleOf("quiz")], ["pledge", exampleOf("pledge")], ["video", exampleOf("video")]];
  let count = 0;
  for (const [kind, content] of contents) {
    const made = await site({ bodies: { "/page.html": html(`<adil-${kind} id="one" loading="eager"><script type="application/json">${JSON.stringify(content)}</script></adil-${kind}>`) } });
    const { page, close, asked } = await open(`${made.origin}/page.html`);
    await page.waitForFunction(() => document.querySelector("#one:state(ready)"));
    const broken = REFUSED.flatMap((address, n) => [...addresses(kind, content, address)].filter((_, at) => whole || at % REFUSED.length === n));
    const wrong = await page.evaluate(async (broken) => {
      const element = document.querySelector("#one");
      const wrong = [];
      for (const { path, content } of broken) {
        const said = await new Promise((says) => {
          element.addEventListener("adil-error", ({ detail }) => says(`${detail.code} ${detail.message}`), { once: true });
          element.addEventListener("adil-ready", () => says("it opens"), { once: true });
          element.content = content;
        });
        if (!said.startsWith(`content content: ${path}: expected an address`)) wrong.push(`${path}: ${said}`);
      }
      return wrong;
    }, broken);
    assert.deepEqual(wrong, []);
    assert.deepEqual(asked.filter((url) => !url.startsWith(made.origin)), []);
    count += broken.length;
    await close();
  }
  assert.ok(count >= 70, `${count} addresses`);
  note("Hostile addresses", { "refused with their place": count });
});

test("an address with letters of another alphabet shows as what it is", async () => {
  // The first two letters of each are Cyrillic or Greek, and look like those of a bank that all know.
  const hosts = ["\u0440\u0430ypal.com", "\u03b1\u03c1ple.com", "xn--80ak6aa92e.com", "b\u00fccher.de", "e\u0301tat.fr"];
  const stem = hosts.map((host, n) => `[link ${n}](https://${host}/x)`).join(" ");
  const inHtml = { html: hosts.map((host) => `<a href="https://${host}/x">x</a>`).join(" ") };
  const content = quizOf([single("one", { stem, options: [{ text: inHtml, score: 1 }, { text: "x" }], sources: hosts.map((host) => ({ title: "x", url: `https://${host}/x` })) })]);
  const made = await site({ bodies: { "/page.html": html(`<adil-quiz loading="eager" src="/q.json"></adil-quiz>`), "/q.json": JSON.stringify(content) } });
  const { page, quiz, close } = await open(`${made.origin}/page.html`);
  await quiz.locator(".stem a").first().waitFor();
  const shown = async () => [...new Set(await quiz.locator("a").evaluateAll((all) => all.map((a) => new URL(a.getAttribute("href")).hostname + a.getAttribute("href"))))];
  await checkSoon(async () => (await quiz.locator("a").count()) >= 2 * hosts.length, true);
  for (const address of await shown()) assert.match(address, /^[ -~]+$/, "a browser shows it in letters that nobody takes for others");
  assert.equal(page.url(), `${made.origin}/page.html`);
  await close();
});

test("a message that quotes hostile text shows it as text", async () => {
  const bad = `<img src=x onerror=xss(1)><script>xss(1)</script>`;
  for (const kind of ["quiz", "pledge", "video"]) {
    const made = await school();
    const { page, close } = await open(made.pageOf(kind));
    await page.waitForFunction(() => document.querySelector(":defined:state(ready)"));
    for (const wrong of [{ kind: bad }, { id: bad }, { level: bad }, { title: { [bad]: "x" } }, { languages: bad }]) {
      const names = await page.evaluate(async (content) => {
        const widget = document.querySelector("adil-quiz, adil-pledge, adil-video");
        const refused = new Promise((done) => widget.addEventListener("adil-error", done, { once: true }));
        widget.content = content;
        await refused;
        const panel = widget.shadowRoot.querySelector("[part=error]");
        return [[...panel.querySelectorAll("*")].map(({ localName }) => localName).join(" "), panel.textContent.includes("<img src=x"), window.pwned.length];
      }, { ...exampleOf(kind), ...wrong });
      assert.deepEqual(names, ["p button details summary", true, 0]);
    }
    await Promise.all([close(), made.close()]);
  }
});

for (const [whose, init] of [["the browser's", []], ["the loaded", [withoutSanitizer]]]) {
  test(`with ${whose} sanitizer a picture in HTML is asked for beside the content file only`, async () => {
    const content = quizOf([single("one", { stem: { html: `<img src="a.svg" alt="A"> <a href="b.html">b</a>` } })]);
    const page = html(`<adil-quiz loading="eager" src="/deep/quiz.json"><p>The fallback.</p></adil-quiz>`);
    const bodies = { "/page.html": page, "/deep/quiz.json": JSON.stringify(content), "/deep/a.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>` };
    const made = await site({ bodies });
    const seen = await open(`${made.origin}/page.html`, ...init);
    await seen.page.waitForFunction(() => document.querySelector("adil-quiz").shadowRoot?.querySelector(".stem a[target]"));
    assert.equal(await seen.quiz.locator(".stem a").evaluate((a) => a.href), `${made.origin}/deep/b.html`);
    await checkSoon(() => made.asked.filter((path) => path.endsWith(".svg")), ["/deep/a.svg"]);
    await seen.close();
  });
}
