// Pages that allow as little as a page can: the strictest policies, a page of its own process, and
// a script from another origin that may or may not be read.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { DIST, checkFails, checkSoon, html, useBrowser } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { note, whole } from "../proof/note.mjs";
import { exampleOf } from "./contents.mjs";
import { PLACES, school } from "./school.mjs";

const { site, visitor, visit } = useBrowser();
const TABLE = "Pages that allow little";

/** Runs in the page: keeps what its policy blocked. */
function keepBlocked() {
  window.blocked = [];
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => window.blocked.push(`${effectiveDirective} ${blockedURI}`));
}

async function open(url) {
  const context = await visitor({}, keepBlocked);
  context.setDefaultTimeout(90_000);
  return visit(url, { context });
}

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const ALONE = {
  "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};
const NOTHING = ["fullscreen", "autoplay", "clipboard-write", "clipboard-read", "picture-in-picture", "camera", "microphone", "geolocation", "storage-access"];
const PAGES = {
  "the strictest policy, with trusted types": { "content-security-policy": POLICY },
  "a process of its own (COOP and COEP)": ALONE,
  "both, no referrer, no guessing of types and no permissions": {
    "content-security-policy": POLICY, ...ALONE, "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "permissions-policy": NOTHING.map((name) => `${name}=()`).join(", "),
  },
};
/** The walk of a quiz makes functions from text, which these policies forbid to it as to everybody. */
const isWalked = (place) => !["quiz", "captions"].includes(PLACES[place].walk);

// The last has all that the others have; a whole run tells which of them is to blame.
for (const [what, headers] of Object.entries(PAGES).slice(whole ? 0 : -1)) {
  test(`on a page with ${what} every widget runs, and nothing has to be blocked`, async () => {
    for (const [place, { tag, walk }] of Object.entries(PLACES)) {
      const typed = "Words.";
      const made = await school({ headers, body: (path) => (path === "/real.json" ? JSON.stringify({ content: exampleOf(place), typed }) : undefined) });
      const seen = await open(made.pageOf(place));
      await seen.page.waitForFunction((tag) => window.sweep && document.querySelector(tag).matches(":state(ready)"), tag);
      if (isWalked(place)) {
        const { found, screens } = await seen.page.evaluate((walk) => window.sweep(walk, ["/real.json"]), walk);
        assert.deepEqual(found, [], place);
        assert.ok(screens > 0);
      }
      const { blocked, alone } = await seen.page.evaluate(() => ({ blocked: window.blocked, alone: window.crossOriginIsolated }));
      assert.deepEqual(blocked, [], place);
      assert.equal(alone, "cross-origin-opener-policy" in headers);
      assert.deepEqual(seen.said.filter((text) => !/favicon|Permissions policy|404/i.test(text)), [], place);
      await Promise.all([seen.close(), made.close()]);
    }
    note(TABLE, { page: what, widgets: Object.keys(PLACES).length, blocked: 0 });
  });
}

test("a page may trust scripts by a nonce alone", async () => {
  const policy = "default-src 'none'; script-src 'nonce-n' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  const tags = ["quiz", "pledge", "video"].map((kind) => `<adil-${kind} loading="eager" src="/${kind}.json"><p>The fallback.</p></adil-${kind}>`);
  const page = html(tags.join(""), { script: "" , head: `<script type="module" nonce="n" src="/adil/adil.js"></script>` });
  const contents = Object.fromEntries(["quiz", "pledge", "video"].map((kind) => [`/${kind}.json`, JSON.stringify(exampleOf(kind))]));
  const made = await site({ bodies: { "/page.html": page, ...contents }, headers: { "content-security-policy": policy } });
  const seen = await open(`${made.origin}/page.html`);
  await seen.page.waitForFunction(() => document.querySelectorAll(":state(ready)").length === 3);
  assert.deepEqual(await seen.page.evaluate(() => window.blocked), []);
  await seen.close();
});

/** A page here, and the script with all its files on another origin; without CORS for one of them. */
async function elsewhere(closed) {
  const open = { headers: { "access-control-allow-origin": "*" } };
  const body = JSON.stringify(exampleOf("quiz"));
  const other = await site({ fault: (path) => ({ ...(closed?.test(path) ? {} : open), ...(path === "/quiz.json" ? { body } : {}) }) });
  const page = html(`<adil-quiz loading="eager" src="${other.origin}/quiz.json"><p>The fallback.</p></adil-quiz>`, { script: `${other.origin}/adil/adil.js` });
  const made = await site({ bodies: { "/page.html": page } });
  return `${made.origin}/page.html`;
}

const CLOSED = {
  "the glue": [/adil-quiz\.js$/, "bundle-load", /adil-quiz/],
  "the module": [/adil-quiz_bg\.wasm$/, "bundle-load", /adil-quiz_bg\.wasm/],
  "the styles": [/\.css$/, "bundle-load", /adil-quiz\.css/],
  "the texts": [/locales/, "bundle-load", /locales\/quiz\.en\.json/],
  "the content": [/quiz\.json$/, "content-load", /quiz\.json/],
};
for (const [what, [closed, code, message]] of Object.entries(CLOSED)) {
  test(`where another origin keeps ${what} to itself the page says which file it is`, async () => {
    const seen = await open(await elsewhere(closed));
    await seen.quiz.locator("[part=error]").waitFor();
    await checkFails(seen, code, message);
    await seen.close();
  });
}

test("from another origin that lets it be read the quiz runs; the script alone closed leaves the page as it is", async () => {
  const seen = await open(await elsewhere());
  await seen.page.waitForFunction(() => document.querySelector("adil-quiz:state(ready)"));
  await seen.close();
  const { page: still, said, quiz, close } = await open(await elsewhere(/adil\.js$/));
  await checkSoon(() => said.some((text) => /adil\.js/.test(text) && /CORS/.test(text)), true, "the browser names file and reason");
  assert.ok(await quiz.locator("p").isVisible(), "the fallback is shown");
  assert.equal(await still.evaluate(() => customElements.get("adil-quiz")), undefined);
  await close();
});

test("a missing file is called missing, whatever words the site's address has", async () => {
  // A browser's message names the address, and words in it are no words about a policy.
  const tag = `<adil-quiz loading="eager" src="/quiz.json"><p>The fallback.</p></adil-quiz>`;
  const inner = (path) => ({ "/page.html": html(tag, { script: "/evaluation/adil.js" }), "/quiz.json": JSON.stringify(exampleOf("quiz")) })[path];
  const made = await serve({ "/evaluation/": `${DIST}/` }, {
    fault: (path) => (path.endsWith("adil-quiz.js") ? { status: 404 } : inner(path) && { body: inner(path) }),
  });
  const seen = await open(`${made.origin}/page.html`);
  await seen.quiz.locator("[part=error]").waitFor();
  await checkFails(seen, "bundle-load", /adil-quiz/);
  await Promise.all([seen.close(), made.close()]);
});
