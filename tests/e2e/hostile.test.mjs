// Content from someone who means harm: whatever stands in a text, nothing of it runs, loads from
// elsewhere or changes the page, with the browser's own sanitizer and with the one that is loaded
// where a browser has none.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { ALL, HOSTILE, IN_HTML, MARKED, SOME } from "./hostile-texts.mjs";
import { asksNoMore, checkOwn, checkSoon, fired, html, quizOf, ready, single, useBrowser } from "./page.mjs";
import { sampled } from "../run/sample.mjs";
import { tour } from "./tour.mjs";

const { site, visit, visitQuiz } = useBrowser();

/** Runs in the page: what hostile strings call. */
function mark() {
  window.pwned = [];
  window.xss = (n) => window.pwned.push(n);
}

/** Runs in the page, on each screen: what should not be there. */
async function unsafe({ root, given }) {
  // The sanitizer that was loaded hands its nodes over a moment later, unless a policy forbids it.
  const raw = () => /^<b>kept/.test(root.querySelector(".stem")?.textContent ?? "");
  while (given.keeps && raw()) await new Promise((later) => setTimeout(later));
  const elements = new Set(`p br strong em b i u s mark small abbr kbd code pre sup sub bdi span div ul ol li dl dt dd a
    img figure figcaption blockquote table caption thead tbody tfoot tr th td h3 h4 h5 h6 hr ruby rt rp math mi mn mo
    ms mtext mspace mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mpadded mphantom
    menclose`.split(/\s+/));
  const attributes = new Set(`href src alt title lang dir colspan rowspan scope start reversed mathvariant display
    displaystyle stretchy linethickness target rel loading decoding`.split(/\s+/));
  const never = `script, style, link, meta, base, iframe, object, embed, template, audio, video, picture, source,
    animate, set`;
  const schemes = { href: ["http:", "https:", "mailto:"], src: ["http:", "https:"] };
  const wrong = [];
  for (const element of root.querySelectorAll("*")) {
    const say = (what) => wrong.push(`${what} in ${element.outerHTML.slice(0, 160)}`);
    if (element.matches(never)) say("an element that may never be there");
    if (element.shadowRoot) say("a shadow root");
    // What stands in a blank is the quiz's own, within a text of the author.
    const blank = ".fill :is(.blank-group, i)";
    const nearest = !element.matches(blank) && element.parentElement?.closest(`[dir][lang]:not(.base, .caption), ${blank}`);
    const byAuthor = nearest && !nearest.matches(blank);
    if (byAuthor && !elements.has(element.localName)) say("an element that no author may use");
    // A field named "attributes" would stand in the way of the property.
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name);
      if (/^on/i.test(name)) say(`a handler ${name}`);
      if (/^(action|formaction|srcset|ping|poster|background|data|xlink:href|srcdoc|autofocus)$/.test(name)) say(name);
      // The sentence around a blank has an id of ours.
      const isOurs = name === "id" && /^around-\d+$/.test(value);
      if (byAuthor && !isOurs && !attributes.has(name)) say(`an attribute ${name} that no author may use`);
      const { protocol } = new URL(schemes[name] ? value : "", "http://a.test/");
      if (schemes[name]?.includes(protocol) === false) say(`the address ${value}`);
      if (name === "href" && (element.localName !== "a" || element.target !== "_blank")) say("a link of another kind");
      if (name === "href" && element.rel !== "noopener noreferrer") say(`the relation ${element.rel}`);
      if (name === "src" && element.localName !== "img") say("a source of another kind");
    }
  }
  return wrong;
}

const withoutSanitizer = () => delete Element.prototype.setHTML;
// Every address that a text makes up has an answer, so that a console error is never about one.
const ours = (path) => /^\/(adil\/|page.html|quiz.json)/.test(path);
const fault = (path) => (ours(path) ? undefined : { body: "", type: "image/svg+xml" });

async function openHostile(content, { native = true, mode = "learn", csp, init = [], purify } = {}) {
  const headers = csp && { "content-security-policy": csp };
  const attributes = `loading="eager" storage="none" mode="${mode}"`;
  const all = [mark, ...(native ? [] : [withoutSanitizer]), ...init];
  const served = (path) => (purify && path === "/adil/purify.js" ? { body: purify } : fault(path));
  const seen = await visitQuiz(content, { attributes, init: all, headers, fault: served });
  assert.equal(await seen.page.evaluate(() => "setHTML" in Element.prototype), native);
  await ready(seen.quiz);
  return seen;
}

/** Nothing ran, nothing left, nothing beside the quiz changed. */
async function checkHarmless(seen) {
  const { page, site, said, dialogs, context } = seen;
  await asksNoMore(page);
  assert.deepEqual(await page.evaluate(() => window.pwned), [], "nothing ran");
  assert.deepEqual([said, dialogs], [[], []], "no error, no dialog");
  checkOwn(seen, site.origin);
  assert.equal(page.url(), `${site.origin}/page.html`);
  assert.equal(context.pages().length, 1, "no window was opened");
  const outline = () => [...document.querySelectorAll("body, body *")].map((element) => element.localName).join(" ");
  assert.equal(await page.evaluate(outline), "body main h1 adil-quiz p", "the page beside the quiz is as it was");
}

const purifiers = ({ site }) => site.asked.filter((path) => path === "/adil/purify.js").length;

test("in a page that trusts them the strings do run, and this harness sees it", async () => {
  const { origin } = await site({ bodies: { "/page.html": html("") } });
  const { page, asked, close } = await visit(`${origin}/page.html`, { init: [mark] });
  const does = (...words) => HOSTILE.filter((string) => words.includes(string.does));
  const trust = (strings) => page.evaluate(async (strings) => {
    for (const { does, n, text } of strings) {
      const box = document.body.appendChild(document.createElement("div"));
      box.innerHTML = text;
      if (does === "runs when read twice") box.innerHTML = String(box.innerHTML);
      if (does !== "runs on a press") continue;
      box.querySelector("a, button, input").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      // The address of the next press would replace this one.
      while (!window.pwned.includes(n)) await new Promise((later) => setTimeout(later));
    }
  }, strings);
  const running = HOSTILE.filter((string) => string.does.startsWith("runs"));
  await trust(running);
  const quiet = () => page.evaluate((all) => all.filter(({ n }) => !window.pwned.includes(n)), running);
  await checkSoon(quiet, [], "all of them ran");
  await trust(does("asks"));
  const isAsked = ({ n }) => asked.some((url) => url.startsWith(`http://x.test/${n}.`));
  await checkSoon(() => does("asks").filter((string) => !isAsked(string)), [], "all of them asked");
  await close();
});

/** Shows each content in the same element, and walks through it. */
async function checkAll({ quiz }, contents, walked, { keeps = true } = {}) {
  for (const content of contents) {
    await quiz.evaluate(async (quiz, content) => {
      const shown = () => quiz.shadowRoot.querySelector(".base, [part=error]");
      const last = shown();
      quiz.content = content;
      while (!shown() || shown() === last) await new Promise((later) => setTimeout(later));
    }, content);
    const { found, screens } = await tour(quiz, unsafe, { given: { keeps }, pick: (n) => n });
    assert.deepEqual(found.slice(0, 9), []);
    assert.equal(screens.length, walked(content.items.length));
    const kept = () => quiz.locator("b").evaluateAll((all) => all.some((b) => b.textContent === "kept"));
    await checkSoon(kept, keeps && content.intro.html !== undefined, "what is harmless was kept");
  }
}

const inLearn = (items) => 3 * items + 3;
for (const native of [true, false]) {
  const whose = native ? "the browser's own sanitizer" : "the loaded sanitizer";

  test(`with ${whose} nothing runs on any screen`, async () => {
    const seen = await openHostile(MARKED[0], { native });
    await checkAll(seen, sampled(`hostile texts in the inline syntax, ${whose}`, MARKED, 2), inLearn);
    assert.equal(purifiers(seen), 0, "no sanitizer is loaded for texts without HTML");
    await checkAll(seen, sampled(`hostile texts in HTML, ${whose}`, IN_HTML, 3), inLearn);
    assert.equal(purifiers(seen), native ? 0 : 1, "one is loaded once, and only where the browser has none");
    await checkHarmless(seen);
    await seen.close();
  });

  for (const [mode, content, walked] of [["class", SOME, (items) => 2 * items], ["print", ALL, () => 1]]) {
    test(`with ${whose} nothing runs in mode ${mode}`, async () => {
      const seen = await openHostile(MARKED[0], { native, mode });
      await checkAll(seen, [content], walked);
      await checkHarmless(seen);
      await seen.close();
    });
  }
}

test("a sanitizer that lets everything through would be noticed", async () => {
  const purify = `export default { sanitize(text) {
    const box = document.createElement("template");
    box.innerHTML = text;
    return box.content;
  } }`;
  const seen = await openHostile(MARKED[0], { native: false, mode: "print", purify });
  await assert.rejects(checkAll(seen, [SOME], () => 1), /a handler onerror/);
  await checkSoon(() => seen.page.evaluate(() => window.pwned.length > 9), true);
  await assert.rejects(async () => checkOwn(seen, seen.site.origin), /x\.test/);
  await seen.close();
});

const csp = (trusted) =>
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  `require-trusted-types-for 'script'; trusted-types ${trusted}`;

/** Runs in the page: keeps what its policy blocked. */
function keepBlocked() {
  window.blocked = new Set();
  document.addEventListener("securitypolicyviolation", (event) => window.blocked.add(event.effectiveDirective));
}

// Sanitizers parse in the page, so that its policy speaks of each handler and style in a text,
// before they are taken out. Whatever else is blocked would be an act of ours.
const PARSED = ["script-src-attr", "style-src-attr", "style-src-elem"];

async function checkStrict(trusted, { native, keeps = true, blocked = [] }) {
  const seen = await openHostile(MARKED[0], { native, csp: csp(trusted), init: [keepBlocked] });
  await checkAll(seen, [SOME], inLearn, { keeps });
  const found = () => seen.page.evaluate(() => [...window.blocked]);
  await checkSoon(async () => (await found()).filter((directive) => !PARSED.includes(directive)), blocked);
  // What was blocked is said in the console, too.
  const said = seen.said.filter((text) => !/Content Security Policy|TrustedHTML/i.test(text));
  await checkHarmless({ ...seen, said });
  await seen.close();
}

test("under a strict policy with trusted types nothing runs", () => checkStrict("'none'", { native: true }));

test("the loaded sanitizer works under trusted types where the page allows its policy", () =>
  checkStrict("dompurify", { native: false }));

test("where a policy stops the loaded sanitizer HTML is read as text", () =>
  checkStrict("'none'", { native: false, keeps: false, blocked: ["trusted-types", "require-trusted-types-for"] }));

const REFUSED = [
  "javascript:xss(1)", "JavaScript:xss(1)", " javascript:xss(1)", "\u0001javascript:xss(1)", "java\tscript:xss(1)",
  "java\nscript:xss(1)", "java\u0000script:xss(1)", "vbscript:xss(1)", "data:image/svg+xml,<svg onload=xss(1)>",
  "blob:http://x.test/1", "file:///etc/passwd", "filesystem:http://x.test/1", "about:blank", "mailto:a@x.test", "",
];
const PLACES = {
  "picture.src": (address) => ({ picture: { src: address, alt: "x" } }),
  "options[0].picture.src": (address) => ({
    options: [{ text: "a", score: 1, picture: { src: address, alt: "x" } }, { text: "b" }],
  }),
};

test("an address of a picture that is no web address is refused", async () => {
  const seen = await openHostile(quizOf([single("one")]));
  const { quiz } = seen;
  for (const [place, fieldsOf] of Object.entries(PLACES)) {
    for (const address of REFUSED) {
      await quiz.evaluate((quiz, content) => (quiz.content = content), quizOf([single("one", fieldsOf(address))]));
      const last = async () => (await fired(seen.page, "error")).at(-1)?.detail ?? {};
      const said = async () => [(await last()).code, (await last()).message?.split(": expected")[0]];
      await checkSoon(said, ["content", `content: items[0].${place}`], address);
      // The next one has to be a refusal of its own.
      await seen.page.evaluate(() => (window.fired = []));
    }
  }
  await checkHarmless({ ...seen, said: [] });
  await seen.close();
});

test("a message that quotes hostile text shows it as text", async () => {
  const bad = `<img src=x onerror=xss(1)><script>xss(1)</script>`;
  const seen = await openHostile(quizOf([single("one")]));
  const wrongs = [{ kind: bad }, { id: bad }, { level: bad }, { settings: { tries: bad } }, { title: { [bad]: "x" } }];
  for (const wrong of wrongs) {
    await seen.quiz.evaluate((quiz, content) => (quiz.content = content), { ...quizOf([single("one")]), ...wrong });
    await checkSoon(() => seen.quiz.locator("[part=error] details").textContent().then((text) => text.includes("<img src=x")), true);
    const names = () => seen.quiz.locator("[part=error] *").evaluateAll((all) => all.map(({ localName }) => localName));
    await checkSoon(names, ["p", "button", "details", "summary"]);
  }
  await checkHarmless({ ...seen, said: [] });
  await seen.close();
});

for (const native of [true, false]) {
  const whose = native ? "the browser's" : "the loaded";
  test(`with ${whose} sanitizer a picture in HTML is asked for beside the content file only`, async () => {
    const content = quizOf([single("one", { stem: { html: `<img src="a.svg" alt="A"> <a href="b.html">b</a>` } })]);
    const page = html(`<adil-quiz loading="eager" src="/deep/quiz.json"><p>The fallback.</p></adil-quiz>`);
    const picture = `<svg xmlns="http://www.w3.org/2000/svg"/>`;
    const bodies = { "/page.html": page, "/deep/quiz.json": JSON.stringify(content), "/deep/a.svg": picture };
    const made = await site({ bodies });
    const seen = await visit(`${made.origin}/page.html`, { init: native ? [] : [withoutSanitizer] });
    await checkSoon(() => seen.quiz.locator(".stem a").evaluate((a) => a.href), `${made.origin}/deep/b.html`);
    await checkSoon(() => made.asked.filter((path) => path.endsWith(".svg")), ["/deep/a.svg"]);
    await seen.close();
  });
}
