// Content from someone who means harm: whatever stands in a text, nothing of it runs, loads from
// elsewhere or changes the page, with the browser's own sanitizer and with the one that is loaded
// where a browser has none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkOwn, checkSoon, fired, html, quizOf, ready, single, useBrowser } from "./page.mjs";
import { tour } from "./tour.mjs";

const { site, visit, visitQuiz } = useBrowser();

// RUN becomes a call of the marker with the string's place in this list, ASK a foreign address.
// `does` tells what the string does to a page that trusts it; one that does nothing in today's
// engines, or would leave the page, has no such word.
const HOSTILE = Object.entries({
  runs: [
    `<img src=x onerror=RUN>`,
    `<IMG SRC=x OnErRoR="RUN">`,
    `<img/src="x"/onerror=RUN>`,
    `<img src=x onerror=&#119;indow.RUN>`,
    `<svg><image href=x onerror=RUN></image></svg>`,
    `<svg><animate onbegin=RUN attributeName=x dur=1s></svg>`,
    `<svg><set onbegin=RUN attributeName=x></svg>`,
    `<audio src=x onerror=RUN></audio>`,
    `<video><source src=x onerror=RUN></video>`,
    `<details open ontoggle=RUN><summary>x</summary></details>`,
    `<style>@keyframes p{}</style><p style="animation:p 1s" onanimationstart=RUN>x</p>`,
    `<iframe srcdoc="<script>parent.RUN</script>"></iframe>`,
    `<iframe src="javascript:parent.RUN"></iframe>`,
    `<iframe onload=RUN></iframe>`,
    `<noscript><p title="</noscript><img src=x onerror=RUN>">`,
    `<xmp><p title="</xmp><img src=x onerror=RUN>">`,
    `<title><p title="</title><img src=x onerror=RUN>">`,
    `<textarea><p title="</textarea><img src=x onerror=RUN>">`,
    `<!--><img src=x onerror=RUN>-->`,
    `<![CDATA[><img src=x onerror=RUN>]]>`,
    `<?xml ><img src=x onerror=RUN>?>`,
    `<math><mtext></form><img src=x onerror=RUN></mtext></math>`,
    `<math><annotation-xml encoding="text/html"><img src=x onerror=RUN></annotation-xml></math>`,
    `<svg><foreignObject><img src=x onerror=RUN></foreignObject></svg>`,
    `<svg><desc><img src=x onerror=RUN></desc></svg>`,
    `<object><img src=x onerror=RUN></object>`,
  ],
  "runs on a press": [
    `<a href="javascript:RUN">x</a>`,
    `<a href="JaVaScRiPt:RUN">x</a>`,
    `<a href="&#1; javascript:RUN">x</a>`,
    `<a href="java&Tab;script:RUN">x</a>`,
    `<a href="java&NewLine;script:RUN">x</a>`,
    `<a href="&#106;avascript&colon;RUN">x</a>`,
    `<a href="javascript&#0000058RUN">x</a>`,
    `<a href="\n\tjavascript\n:RUN">x</a>`,
    `<a href="javascript://x.test/%0aRUN">x</a>`,
    `<svg><a href="javascript:RUN"><text>x</text></a></svg>`,
    `<svg><a xlink:href="javascript:RUN"><text>x</text></a></svg>`,
    `<form action="javascript:RUN"><button>x</button></form>`,
    `<form><button formaction="javascript:RUN">x</button></form>`,
    `<form><input type=submit formaction="javascript:RUN"></form>`,
    `<p onclick=RUN><a>x</a></p>`,
  ],
  "runs when read twice": [
    `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN>`,
  ],
  asks: [
    `<link rel=stylesheet href="ASK">`,
    `<style>@import "ASK";</style>`,
    `<p style="background:url(ASK)">x</p>`,
    `<table background="ASK"><tr><td>x</td></tr></table>`,
    `<img srcset="ASK 1x">`,
    `<picture><source srcset="ASK"><img alt=x></picture>`,
    `<video poster="ASK"></video>`,
    `<video src="ASK"></video>`,
    `<input type=image src="ASK">`,
    `<svg><image href="ASK"></image></svg>`,
    `<object data="ASK"></object>`,
    `<embed src="ASK">`,
    `<iframe src="ASK"></iframe>`,
    `<adil-quiz loading=eager src="ASK"></adil-quiz>`,
  ],
  "": [
    `<script>RUN</script>`,
    `<script src="ASK"></script>`,
    `<svg onload=RUN><svg/onload=RUN>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=RUN&gt;">`,
    `<scr\0ipt>RUN</script>`,
    `<scr<script>ipt>RUN</script>`,
    `<svg><script href="ASK">RUN</script></svg>`,
    `<svg><a><animate attributeName=href values="javascript:RUN"></animate><text>x</text></a></svg>`,
    `<svg><use href="data:image/svg+xml,<svg id=x onload=RUN>#x"></use></svg>`,
    `<svg></p><style><a id="</style><img src=x onerror=RUN>">`,
    `<math href="javascript:RUN"><mi href="javascript:RUN">x</mi></math>`,
    `<math><maction actiontype="statusline#javascript:RUN">x</maction></math>`,
    `<a href="vbscript:RUN">x</a>`,
    `<a href="data:text/html,<script>RUN</script>">x</a>`,
    `<a href="blob:https://x.test/1">x</a><a href="file:///etc/passwd">x</a>`,
    `<a href="https://x.test/" ping="ASK" target=_top rel=opener id=content name=body>x</a>`,
    `<img src="data:image/svg+xml,<svg onload=RUN>"><img src="javascript:RUN"><img src="blob:x">`,
    `<base href="ASK"><a href="x">x</a>`,
    `<meta http-equiv=refresh content="0;url=ASK">`,
    `<template><img src=x onerror=RUN></template>`,
    `<div><template shadowrootmode=open><img src=x onerror=RUN></template></div>`,
    `<select><option><style></option></select><img src=x onerror=RUN></style>`,
    `<form id=x><input name=attributes><input name=parentNode></form><img name=cookie id=body>`,
    `<slot name=footer></slot><button part=go class=go onclick=RUN>x</button>`,
    `<p class=base id=xss style="position:fixed;inset:0;behavior:url(ASK)" tabindex=0 onfocus=RUN autofocus>x</p>`,
    `\u202Ex gnp.exe\u2066 \u200B\uFEFF<b`,
  ],
  // What someone tries in the small syntax.
  marks: [
    `[x](javascript:RUN)`, `[x](JAVASCRIPT:RUN)`, `[x]( javascript:RUN)`, `[x](java\tscript:RUN)`,
    `[x](\u0001javascript:RUN)`, `[x](vbscript:RUN)`, `[x](data:text/html,<script>RUN</script>)`,
    `[x](javascript&colon;RUN)`, `[x](https://x.test/" onmouseover="RUN)`, `[**x**](javascript:RUN)`,
    `[![x](javascript:RUN)](javascript:RUN)`, `![x](javascript:RUN)`, `![x](blob:https://x.test/1)`,
    `![x](data:image/svg+xml,<svg/onload=RUN>)`, `![x" onerror="RUN](x.svg)`, `![x](x.svg" onerror="RUN)`,
    `**<img src=x onerror=RUN>**`, "`<img src=x onerror=RUN>`", `| <img src=x onerror=RUN> |\n|-|\n| <svg onload=RUN> |`,
    `- <img src=x onerror=RUN>`, `x^<svg/onload=RUN>^`, `{money:<svg/onload=RUN>}`, `<javascript:RUN>`,
    `[x]: javascript:RUN`,
  ],
}).flatMap(([does, texts]) => texts.map((text) => ({ does, text })))
  .map(({ does, text }, n) => {
    return { does, n, text: text.replaceAll("RUN", `xss(${n})`).replaceAll("ASK", `http://x.test/${n}.x`) };
  });
const textsOf = (...words) => HOSTILE.filter(({ does }) => words.includes(does)).map(({ text }) => text);
const joined = (texts, many, between) =>
  Array.from({ length: many }, (_, part) => texts.filter((_, n) => n % many === part).join(between));
// Texts that are closed, and all texts where marks are read, cannot swallow what follows them, so
// that several share a field.
const MARKS = joined(HOSTILE.map(({ text }) => text), 5, "\n\n");
const MARKUP = [
  ...textsOf("runs", "runs when read twice", ""),
  ...joined(textsOf("runs on a press"), 3, ""), ...joined(textsOf("asks"), 3, ""),
];

/** Runs in the page: what hostile strings call. */
function mark() {
  window.pwned = [];
  window.xss = (n) => window.pwned.push(n);
}

/** An item of each type with this text in each of its fields, and this line where no marks are read. */
function itemsOf(id, text, line) {
  const picture = { src: "x.svg", alt: line };
  const option = { text, picture, feedback: text };
  const options = [{ ...option, score: 1 }, option];
  const types = {
    single: { options },
    multiple: { options },
    poll: { options },
    truth: { answer: true, reasons: { yes: text, no: text, unsure: text } },
    order: { entries: [text, text] },
    match: { pairs: [1, 2].map(() => ({ left: text, right: text, feedback: text })), extra: [text] },
    sort: { groups: ["a", "b"].map((id) => ({ id, text })), cards: [{ text, group: "a", feedback: text }] },
    number: { answer: 1, unit: line },
    text: { accepted: [line, { text: line, score: 0.5 }] },
    blanks: {
      text: `${line} {1} ${line} {2} {3}`,
      blanks: [{ options: [line, `${line}.`] }, { accepted: [line] }, { answer: 1 }],
    },
    scale: { low: text, high: text },
  };
  return Object.entries(types).map(([type, more]) => ({
    id: `${type}-${id}`, type, stem: text, picture, hints: [text, text], explanation: text,
    feedback: { right: text, partly: text, wrong: text }, sources: [{ title: line, url: line }],
    outcome: line, value: line, skill: line, ...more,
  }));
}

/** A quiz with this text in each of its fields, and this line where no marks are read. */
const quiz = (items, text, line) => quizOf(items, {
  settings: { tries: 1 }, title: line, summary: line, intro: text, bands: [{ min: 0, text }], teacherNotes: text,
  sources: [{ title: line, url: line }], authors: [line], licence: line, reviewedBy: line, outcomes: [line],
});
// The word by which a test knows that a text went through a sanitizer.
const asHtml = (text) => ({ html: `<b>kept</b>${text}` });
const marked = MARKS.map((text, n) => itemsOf(`m${n}`, text, text));
const inHtml = MARKUP.map((text, n) => itemsOf(`h${n}`, asHtml(text), text));
const MARKED = MARKS.map((text, n) => quiz(marked[n], text, text));
const IN_HTML = MARKUP.map((text, n) => quiz(inHtml[n], asHtml(text), text));
const ALL = quiz([...marked, ...inHtml].flat(), asHtml(MARKUP[0]), MARKS[0]);
// Each text in one item, the types in turn.
const SOME = quiz([...marked, ...inHtml].map((items, n) => items[n % items.length]), asHtml(MARKUP[1]), MARKS[1]);

/** Runs in the page, on each screen: what should not be there. */
async function unsafe({ root }) {
  // The sanitizer that was loaded hands its nodes over a moment later, unless a policy forbids it.
  const raw = () => /^<b>kept/.test(root.querySelector(".stem")?.textContent ?? "");
  for (let n = 0; n < 99 && raw() && !window.staysRaw; n++) await new Promise((later) => setTimeout(later));
  window.staysRaw = raw();
  const elements = new Set(`p br strong em b i u s mark small abbr kbd code pre sup sub bdi span div ul ol li dl dt dd a
    img figure figcaption blockquote table caption thead tbody tfoot tr th td h3 h4 h5 h6 hr ruby rt rp math mi mn mo
    ms mtext mspace mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mpadded mphantom
    menclose`.split(/\s+/));
  const attributes = new Set(`href src alt title lang dir colspan rowspan scope start reversed mathvariant display
    displaystyle stretchy linethickness target rel loading decoding`.split(/\s+/));
  const never = "script, style, link, meta, base, iframe, object, embed, template, audio, video, picture, source, animate";
  const schemes = { href: ["http:", "https:", "mailto:"], src: ["http:", "https:"] };
  const wrong = [];
  for (const element of root.querySelectorAll("*")) {
    const say = (what) => wrong.push(`${what} in ${element.outerHTML.slice(0, 160)}`);
    if (element.matches(never)) say("an element that may never be there");
    if (element.shadowRoot) say("a shadow root");
    const byAuthor = element.parentElement?.closest("[dir=auto]:not(.fill)");
    if (byAuthor && !elements.has(element.localName)) say("an element that no author may use");
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) say(`a handler ${name}`);
      if (/^(action|formaction|srcset|ping|poster|background|data|xlink:href|srcdoc|autofocus)$/.test(name)) say(name);
      if (byAuthor && !attributes.has(name)) say(`an attribute ${name} that no author may use`);
      if (schemes[name] && !schemes[name].includes(new URL(value, "http://a.test/").protocol)) say(`the address ${value}`);
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
  const seen = await visitQuiz(content, { attributes, init: all, headers, fault: (path) => (purify && path === "/adil/purify.js" ? { body: purify } : fault(path)) });
  assert.equal(await seen.page.evaluate(() => "setHTML" in Element.prototype), native);
  await ready(seen.quiz, { timeout: 30_000 });
  return seen;
}

/** Nothing ran, nothing left, nothing beside the quiz changed. */
async function checkHarmless(seen) {
  const { page, site, said, dialogs, context } = seen;
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
  const { page, asked, close } = await visit(`${(await site({ bodies: { "/page.html": html("") } })).origin}/page.html`, { init: [mark] });
  const does = (...words) => HOSTILE.filter((string) => words.includes(string.does));
  const trust = (strings) => page.evaluate(async (strings) => {
    for (const { does, n, text } of strings) {
      const box = document.body.appendChild(document.createElement("div"));
      box.innerHTML = text;
      if (does === "runs when read twice") box.innerHTML = String(box.innerHTML);
      if (does !== "runs on a press") continue;
      box.querySelector("a, button, input").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      // The address of the next press would replace this one.
      for (let times = 0; times < 50 && !window.pwned.includes(n); times++) await new Promise((r) => setTimeout(r, 10));
    }
  }, strings);
  const running = does("runs", "runs on a press", "runs when read twice");
  await trust(running);
  const ran = () => page.evaluate((all) => all.filter(({ n }) => !window.pwned.includes(n)).map(({ text }) => text), running);
  await checkSoon(ran, [], "all of them ran");
  await trust(does("asks"));
  const silent = () => does("asks").filter(({ n }) => !asked.some((url) => url.startsWith(`http://x.test/${n}.`))).map(({ text }) => text);
  await checkSoon(silent, [], "all of them asked");
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
    const { found, screens } = await tour(quiz, unsafe, { pick: (n) => n });
    assert.deepEqual(found.slice(0, 9), []);
    assert.equal(screens.length, walked(content.items.length));
    const kept = await quiz.locator("b").evaluateAll((all) => all.filter((b) => b.textContent === "kept").length);
    assert.equal(kept > 0, keeps && content.intro.html !== undefined, "what is harmless was kept");
  }
}

const inLearn = (items) => 3 * items + 3;
for (const native of [true, false]) {
  const whose = native ? "the browser's own sanitizer" : "the loaded sanitizer";

  test(`with ${whose} nothing runs on any screen`, async () => {
    const seen = await openHostile(MARKED[0], { native });
    await checkAll(seen, MARKED, inLearn);
    assert.equal(purifiers(seen), 0, "no sanitizer is loaded for texts without HTML");
    await checkAll(seen, IN_HTML, inLearn);
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
  const seen = await openHostile(MARKED[0], { native: false, purify });
  await assert.rejects(checkAll(seen, [SOME], inLearn), /a handler onerror/);
  await checkSoon(() => seen.page.evaluate(() => window.pwned.length > 9), true);
  await assert.rejects(async () => checkOwn(seen, seen.site.origin), /x\.test/);
  await seen.close();
});

const csp = (trusted) => "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  `img-src 'self'; require-trusted-types-for 'script'; trusted-types ${trusted}`;

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
  const found = await seen.page.evaluate(() => [...window.blocked]);
  assert.deepEqual(found.filter((directive) => !PARSED.includes(directive)), blocked);
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
  audio: (address) => ({ audio: address }),
};

test("an address of a picture or a sound that is no web address is refused", async () => {
  const seen = await openHostile(quizOf([single("one")]));
  const { quiz } = seen;
  for (const [place, fieldsOf] of Object.entries(PLACES)) {
    for (const address of REFUSED) {
      await quiz.evaluate((quiz, content) => (quiz.content = content), quizOf([single("one", fieldsOf(address))]));
      const last = async () => (await fired(seen.page, "error")).at(-1)?.detail ?? {};
      await checkSoon(async () => (await last()).message?.split(": expected")[0], `content: items[0].${place}`, address);
      assert.equal((await last()).code, "content");
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
    await checkSoon(() => seen.quiz.locator("pre").textContent().then((text) => text.includes("<img src=x")), true);
    const names = await seen.quiz.locator("[part=error] *").evaluateAll((all) => all.map((element) => element.localName));
    assert.deepEqual(names, ["p", "button", "details", "summary", "pre"]);
  }
  await checkHarmless({ ...seen, said: [] });
  await seen.close();
});

for (const native of [true, false]) {
  test(`a picture in HTML is asked for beside the content file only (${native ? "own" : "loaded"} sanitizer)`, async () => {
    const content = quizOf([single("one", { stem: { html: `<img src="a.svg" alt="A"> <a href="b.html">b</a>` } })]);
    const page = html(`<adil-quiz loading="eager" src="/deep/quiz.json"><p>The fallback.</p></adil-quiz>`);
    const made = await site({ bodies: { "/page.html": page, "/deep/quiz.json": JSON.stringify(content), "/deep/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" } });
    const seen = await visit(`${made.origin}/page.html`, { init: native ? [] : [withoutSanitizer] });
    await checkSoon(() => seen.quiz.locator(".stem a").evaluate((a) => a.href), `${made.origin}/deep/b.html`);
    await checkSoon(() => made.asked.filter((path) => path.endsWith(".svg")), ["/deep/a.svg"]);
    await seen.close();
  });
}
