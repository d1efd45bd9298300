// The guides do not lie: the files of each are written into an empty folder beside a release, and a
// reader does what it says. A guide whose code or promise changes fails here.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { transform } from "esbuild";
import { merge } from "../../src/embed/adil-texts.js";
import { test } from "../run/test.mjs";
import {
  GUIDES, REPO, act, choose, count, names, open, press, quietIcon, read, see, useReader, words,
} from "./guides.mjs";
import { asksNoMore, checkOwn, checkSoon, DIST, example, fired, readJson, settled, until } from "./page.mjs";
import { solveAll } from "./solve.mjs";

const { readerOf, siteOf, folderOf, ends } = useReader();

const LIBRARY = "Small Choices, Big Trust";
const FIRST = "Using a power that others trusted you with for your own private advantage.";
const OTHER = "Anything unfair.";

const style = (part, name) => ({ page }) =>
  page.locator(`[part~=${part}]`).first().evaluate((element, name) => getComputedStyle(element)[name], name);
const styled = (part, name, expected) =>
  act((reader) => checkSoon(() => style(part, name)(reader), expected, `${part}: ${name}`));

/** The page on which a look is tried: a roundness is chosen, and the style sheet saved beside the page. */
async function tryTheLook(reader) {
  await reader.open("adil/themes.html");
  const { page, folder } = reader;
  await page.getByRole("slider", { name: "Roundness", exact: true }).fill("1");
  for (const name of ["Preview", "Can it be read?", "Letters"]) await page.getByRole("heading", { name, exact: true }).waitFor();
  await page.getByRole("radiogroup", { name: "Density" }).waitFor();
  await page.getByRole("button", { name: "Measure all widgets" }).waitFor();
  await until(async () => (await page.locator("#css").inputValue()).includes("--adil-radius: 1px"), "the style sheet follows");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save as adil-look.css" }).click()]);
  await file.saveAs(join(folder, "adil-look.css"));
}

/** Nothing but the sentence between the tags stands there. */
const sentenceAlone = async ({ page }) => {
  await page.getByText("It needs JavaScript.").waitFor();
  await settled(page);
  assert.equal(await page.getByRole("button").count(), 0);
};

/** A page as WordPress prints it: the block within a paragraph, below styles of a theme. */
const asWordPress = (block) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<style>button { text-transform: uppercase } div { float: left }</style></head>
<body><article><h1>A post</h1><p>${block.trim()}</p></article></body></html>`;

/** A page as the parts of ours for Hugo and wikis print it; `cargo xtask test cms` looks at the real ones. */
const AS_PRINTED = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>
<script type="module" src="/adil/adil.js"></script><adil-quiz src="/honesty.json" mode="test"><p>A quiz about honesty.</p></adil-quiz></body></html>`;

/** What is kept, wherever a browser keeps something. */
const keptIn = (page) => page.evaluate(async () => [
  sessionStorage.length, localStorage.length, document.cookie, (await indexedDB.databases()).length,
]);

/** Starts the server that a guide names, on a free port; its address. */
async function pythonSite(folder) {
  const server = spawn("python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1"], { cwd: folder });
  const close = () => server.kill();
  ends(close);
  const said = await new Promise((done, failed) => {
    server.on("error", failed);
    server.stdout.once("data", (data) => done(String(data)));
  });
  return { origin: `http://127.0.0.1:${/port (\d+)/.exec(said)[1]}`, close };
}

/** The code and the words in the panel of a widget that cannot run. */
const failsWith = (code, message) => act(async ({ page }) => {
  await checkSoon(async () => (await fired(page, "error")).map(({ detail }) => detail.code), [code]);
  await page.getByText("This could not start.").waitFor();
  await page.getByText(code, { exact: true }).click();
  if (message) await page.getByText(message).waitFor();
}, ["This could not start.", code, ...(message ? [message] : [])]);

const goes = (file, more) => act((reader) => reader.open(file, more));
const faulty = (fault) => act(({ site }) => {
  site.fault = quietIcon(fault);
});

/** In a frame of another site, with these attributes more. */
const inFrame = (more, headers, file = "site.html") => act(async (reader) => {
  const inner = await siteOf(reader.folder, { headers });
  assert.ok(reader.files[file].includes("https://example.school/"));
  const frame = reader.files[file].replaceAll("https://example.school", inner.origin)
    .replace("<iframe", `<iframe ${more}`);
  const outer = await siteOf(folderOf({ "site.html": `<!doctype html><title>A site</title>${frame}` }));
  await reader.open("site.html", { at: { origin: outer.origin.replace("127.0.0.1", "localhost") } });
  reader.scope = reader.page.frameLocator("iframe");
});

/** What a guide has beside its steps: which files of the release, headers and faults of its server. */
const SERVED = {
  moodle: {
    only: (path) => /^(adil\.js|adil-quiz|purify\.js|locales)/.test(path),
    fault: (path) => (/\.(wasm|json)$/.test(path) ? { type: "document/unknown" } : undefined),
  },
  // A reader adds a file to the release.
  "my-language": { only: () => true },
  "a-strict-security-policy": { headers: (files) => headersIn(files[".htaccess"]) },
};
const headersIn = (file) =>
  Object.fromEntries([...file.matchAll(/^Header set (\S+) "(.+)"$/gm)].map(([, name, value]) => [name, value]));

/** What is seen and done, guide by guide. */
const PROMISES = {
  "put-a-quiz-on-my-page": [
    open("index.html"), see("heading", LIBRARY), choose(FIRST), press("Check answer"), press("Next"),
    see("button", "Check answer"),
    act(({ folder, page }) => page.goto(`file://${folder}/index.html`)), act(sentenceAlone),
  ],
  "write-a-quiz": [
    open("index.html"), see("heading", "Honesty week"), choose("I leave the juice."), press("Check answer"),
    words("The shop works because each of us plays fair."), press("Next"), press("Hint"),
    words("Count from 150 up to 200."),
    faulty((path) => (path === "/honesty.json"
      ? { body: read("write-a-quiz").files["honesty.json"].replace(`"score": 1,`, `"score": 2,`) } : undefined)),
    goes("index.html"), words("This could not start."),
    failsWith("content", "honesty.json: items[0].options[0].score: expected a number between -1 and 1, found 2"),
  ],
  "my-colours": [
    open("index.html"), choose(OTHER), see("button", "Check answer"),
    styled("go", "backgroundColor", "rgb(122, 31, 92)"), styled("go", "letterSpacing", "1px"),
    open("square.html"), choose(OTHER), styled("go", "backgroundColor", "rgb(255, 212, 0)"),
    styled("go", "borderTopLeftRadius", "0px"),
    act(
      () => assert.deepEqual(readdirSync(join(DIST, "style/themes")).sort(), ["high-contrast.css", "notebook.css", "primary.css", "square.css", "university.css"]),
      ["primary", "university", "high-contrast", "notebook"],
    ),
    act(tryTheLook, ["Roundness", "Density", "Preview", "Can it be read?", "Measure all widgets", "Letters", "Save as adil-look.css"]),
    goes("taken.html"), choose(OTHER), styled("go", "borderTopLeftRadius", "99px"),
  ],
  "my-language": [
    open("index.html"), choose("Мұғалімге беремін."), see("button", "Жауапты тексеру"), press("English"),
    see("button", "Check answer"), see("heading", "Honesty"),
    act(({ page }) => until(() => page.getByRole("radio", { name: "I give it to a teacher." }).isChecked(), "still chosen")),
    act(async ({ page }) => {
      const base = page.locator("adil-quiz .base");
      await page.evaluate(() => (document.documentElement.lang = "ar"));
      await checkSoon(() => base.getAttribute("dir"), "rtl", "Arabic goes from right to left");
      await page.evaluate(() => (document.documentElement.lang = "pt"));
    }),
    see("button", "Check answer"),
    open("mongolian.html"), choose("Мұғалімге беремін."), see("button", "Хариултыг шалгах"),
    // What the file does not say stays in English.
    act(({ page }) => page.getByText("Choose one answer").waitFor()),
    press("Хариултыг шалгах"),
    act(({ page }) => page.locator("adil-quiz").getByText("Зөв").first().waitFor()),
    act(async ({ folder, page }) => {
      writeFileSync(join(folder, "adil/locales/quiz.mn.json"), `{ "lang": "mn", "next": ["Дараах"] }`);
      const said = page.waitForEvent("console", (message) => message.type() === "error");
      await page.reload();
      assert.match((await said).text(), /^quiz\.mn\.json: next: expected a text, found a list/);
    }),
    act(() => assert.ok(existsSync(join(DIST, "locales/quiz.kk.json")))),
  ],
  "a-class-with-one-projector": [
    open("index.html"), press(`One more hand: ${OTHER}`), press("Show the answer"), press("Hide the answer"),
    press("Next"), press("Previous"),
    act(({ page }) => {
      const hands = page.getByRole("group", { name: `Hands for ${OTHER}` }).getByRole("status");
      return checkSoon(() => hands.textContent(), "1", "counted hands stay");
    }),
    press("Count again"),
    act(async ({ page }) => {
      await page.locator("adil-quiz [part~=stem]").click();
      await page.keyboard.press("Enter");
    }),
    see("button", "Hide the answer"),
    act(async ({ page }) => {
      await page.keyboard.press("PageDown");
      await page.getByRole("button", { name: "Previous" }).waitFor();
    }),
  ],
  offline: [
    open("paper.html"), see("button", "Print"), count("heading", "Answer key", 2), words("Paper number: 7"),
    act(async (reader) => reader.open("index.html", { at: await pythonSite(reader.folder) }), ["python3 -m http.server 8000"]),
    see("heading", LIBRARY),
    open("index.html"), see("heading", LIBRARY),
    act(async ({ page, context }) => {
      await asksNoMore(page);
      await context.setOffline(true);
    }),
    choose(FIRST), press("Check answer"), press("Next"), see("button", "Check answer"),
    act(({ context }) => context.setOffline(false)),
    open("kept.html"), see("heading", LIBRARY),
    act(async ({ page, context }) => {
      const parts = ["kept.html", "small-choices.json", "_bg.lazy.wasm"];
      await until(() => page.evaluate(async (parts) => {
        const caches = await Promise.all((await self.caches.keys()).map((key) => self.caches.open(key)));
        const kept = (await Promise.all(caches.map((cache) => cache.keys()))).flat().map(({ url }) => url);
        return parts.every((part) => kept.some((url) => url.endsWith(part)));
      }, parts), "all is kept");
      await context.setOffline(true);
      await page.reload();
    }),
    choose(FIRST), press("Check answer"), see("button", "Next"),
    act(async ({ folder, page, context }) => {
      await context.setOffline(false);
      await page.goto(`file://${folder}/index.html`);
    }),
    act(sentenceAlone),
  ],
  wordpress: [
    act(({ files, folder }) => writeFileSync(join(folder, "post.html"), asWordPress(files["block.html"]))),
    goes("post.html"), choose("No"), press("Check answer"),
    faulty((path) => (path === "/quizzes/honesty.json" ? { status: 404 } : undefined)),
    goes("post.html"), words("This could not start."),
  ],
  moodle: [open("index.html"), choose("No"), press("Check answer")],
  "hugo-and-wikis": [
    act(({ folder }) => writeFileSync(join(folder, "page.html"), AS_PRINTED)), goes("page.html"), choose("No"), press("Finish"),
  ],
  "google-sites": [
    open("quiz.html"), see("heading", LIBRARY), inFrame("", {}), see("heading", LIBRARY), choose(FIRST),
    press("Check answer"),
    inFrame(`sandbox="allow-scripts"`, { "access-control-allow-origin": "*" }), choose(FIRST), press("Check answer"),
    words("This browser can't save your answers. They stay while this page is open."),
    inFrame("", {}, "high.html"), see("heading", LIBRARY),
    act(({ page }) => until(() => page.locator("iframe").evaluate((frame) => frame.offsetHeight > 300), "the frame grows")),
  ],
  react: [act(async ({ files }) => {
    for (const [file, code] of Object.entries(files)) {
      const { warnings } = await transform(code, { loader: "tsx", sourcefile: file });
      assert.deepEqual(warnings, []);
    }
  })],
  vue: [],
  svelte: [],
  leptos: [act(({ files }) => {
    const crate = readFileSync(new URL("crates/leptos/src/lib.rs", REPO), "utf8");
    const [, documented] = /```no_run\n([^]*?)\n\/\/! ```/.exec(crate);
    const [own] = files["src/main.rs"].split("\nfn main() {");
    assert.equal(own.trim(), documented.replace(/^\/\/! ?/gm, "").trim(), "the example that the crate's tests compile");
  })],
  "a-strict-security-policy": [
    open("index.html"), see("heading", LIBRARY), choose(FIRST), press("Check answer"), see("button", "Next"),
    styled("go", "backgroundColor", "rgb(122, 31, 92)"),
    act(({ seen, text }) => {
      assert.deepEqual(seen.said, [], "the console reports nothing");
      const said = readFileSync(new URL("SECURITY.md", REPO), "utf8");
      const policy = headersIn(read("a-strict-security-policy").files[".htaccess"])["Content-Security-Policy"];
      assert.ok(said.includes(policy), "SECURITY.md has the same policy");
    }),
    act(async (reader) => {
      const headers = headersIn(reader.files[".htaccess"].replace(" 'wasm-unsafe-eval'", ""));
      await reader.open("index.html", { at: await siteOf(reader.folder, { headers }) });
    }),
    failsWith("wasm-blocked"),
  ],
  "what-is-stored": [
    open("index.html"), choose(FIRST), act(async ({ page }) => {
      await page.getByRole("button", { name: "Check answer" }).click();
      await page.getByRole("button", { name: "Next" }).waitFor();
      await settled(page);
      assert.deepEqual(await keptIn(page), [0, 0, "", 0], `storage="none" keeps nothing`);
    }),
    act(({ seen, site }) => checkOwn(seen, site.origin)),
    act(({ folder, files }) => writeFileSync(join(folder, "kept.html"), files["index.html"].replace(` storage="none"`, ""))),
    goes("kept.html"),
    act(async ({ page, seen }) => {
      await solveAll(seen.quiz, example("small-choices"));
      await checkSoon(() => keptIn(page), [1, 0, "", 0], "what is kept ends with the tab");
    }),
    press("Next pupil: clear this device"),
    act(({ page }) => checkSoon(() => keptIn(page), [0, 0, "", 0], "deleted at once")),
    act(({ folder, files }) => {
      const plan = `<adil-plan loading="eager" src="adil/examples/fair-shares.json"></adil-plan>`;
      writeFileSync(join(folder, "plan.html"), files["index.html"].replace(/<adil-quiz[^]*<\/adil-quiz>/, plan));
    }),
    goes("plan.html"), words("What this keeps and sends"),
  ],
  "when-it-does-not-start": [
    open("lost.html"), failsWith("content-load"),
    faulty(() => undefined),
    act(({ folder }) => writeFileSync(join(folder, "no-such-quiz.json"), read("write-a-quiz").files["honesty.json"])),
    press("Try again"), act(({ page }) => page.getByRole("button", { name: "Check answer" }).waitFor()),
    open("empty.html"), failsWith("content-missing"),
    faulty((path) => (path === "/no-such-quiz.json" ? { body: "{" } : undefined)),
    goes("lost.html"), failsWith("content"),
    faulty((path) => (path === "/adil/adil-quiz_bg.wasm" ? { status: 404 } : undefined)),
    goes("lost.html"), failsWith("bundle-load"),
    faulty(() => undefined),
    goes("lost.html", { init: [() => delete globalThis.WebAssembly] }), failsWith("wasm-missing"),
    act(({ text }) => {
      const readme = readFileSync(new URL("README.md", REPO), "utf8");
      const [, listed] = /fires `adil-error` with a code \((.+?)\)/.exec(readme);
      const told = [...text.matchAll(/^\| \*\*([a-z-]+)\*\*/gm)].map(([, code]) => code);
      assert.deepEqual(told.sort(), [...listed.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code).sort(), "all codes");
    }, ["wasm-blocked", "crash"]),
  ],
};

test("the index leads to each guide, and each has its promises here", () => {
  const index = readFileSync(new URL("README.md", GUIDES), "utf8");
  for (const name of names) assert.ok(index.includes(`](${name}.md)`), name);
  assert.deepEqual(Object.keys(PROMISES).sort(), [...names].sort());
});

const schema = JSON.parse(readFileSync(new URL("widgets/quiz/quiz.schema.json", REPO), "utf8"));
const isQuiz = new Ajv({ allErrors: true, strict: false, logger: false }).compile(schema);

for (const guide of ["README", ...names]) {
  test(`${guide}: short, no block untried, no dead link, no unknown name`, () => {
    const { text, blocks, prose } = read(guide);
    assert.ok(text.split(/\s+/).length < 700, "at most a page and a half");
    for (const { language, file, body } of blocks) {
      if (/^(html|json|css)$/.test(language)) assert.ok(file, `a file for ${body.slice(0, 60)}`);
      if (language === "json" && /locales/.test(file)) assert.deepEqual(merge(JSON.parse(body), readJson("locales/quiz.en.json")).errors, []);
      else if (language === "json") assert.ok(isQuiz(JSON.parse(body)), JSON.stringify(isQuiz.errors));
    }
    for (const [, address, heading] of prose.matchAll(/\]\((?!http)([^)#]+)#?([^)]*)\)/g)) {
      const file = new URL(address, GUIDES);
      assert.ok(existsSync(file), address);
      if (heading) assert.ok(headingsOf(readFileSync(file, "utf8")).includes(heading), `${address}#${heading}`);
    }
    checkNames(text);
  });
}

/** The headings of a text as addresses name them. */
const headingsOf = (text) => [...text.matchAll(/^#+ (.+)$/gm)]
  .map(([, words]) => words.toLowerCase().replace(/[^\w\s-]/g, "").replace(/\s/g, "-"));

const manifest = (widget) => {
  const path = new URL(`widgets/${widget}/custom-elements.json`, REPO);
  assert.ok(existsSync(path), `<adil-${widget}> is a widget`);
  return JSON.parse(readFileSync(path, "utf8")).modules[0].declarations[0];
};

/** All attributes, events, parts, tokens and states that a text names are those of a widget. */
function checkNames(text) {
  const own = ["id", "loading", "ref", "content"];
  for (const [, widget, attributes] of text.matchAll(/<adil-(\w+)((?:\s+[:@]?[\w.-]+=(?:"[^"]*"|\{[^>]*\}+))*)/g)) {
    const known = manifest(widget).attributes.map(({ name }) => name).concat(own);
    for (const [, name] of attributes.matchAll(/\s([:@]?[\w.-]+)=/g)) {
      if (!/^(@|on)adil-/.test(name) && name !== ":content.prop") assert.ok(known.includes(name), `${widget}: ${name}`);
    }
  }
  const quiz = manifest("quiz");
  const isAmong = (found, list) => {
    for (const [, name] of found) assert.ok(list.includes(name), name);
  };
  const events = quiz.events.map(({ name }) => name);
  isAmong(text.matchAll(/(?:[@"]|on)(adil-[a-z-]+)[="]/g), events.concat(["adil-quiz", "adil-leptos", "adil-widgets"]));
  isAmong(text.matchAll(/::part\((\w+)/g), quiz.cssParts.map(({ name }) => name));
  isAmong(text.matchAll(/(--adil-[a-z-]+[a-z])/g), quiz.cssProperties.map(({ name }) => name));
  isAmong(text.matchAll(/:state\((\w+)\)/g), quiz.cssStates.map(({ name }) => name));
}

for (const [guide, steps] of Object.entries(PROMISES)) {
  test(`${guide}: what it names is tried, and what is tried it names`, () => {
    const { prose, bold, files } = read(guide);
    const told = steps.flatMap((step) => step.names);
    const tried = told.concat(steps.flatMap((step) => step.chosen));
    const written = Object.values(files).join();
    const said = (name) => bold.includes(name) || prose.includes(`\`${name}\``) || written.includes(name);
    for (const name of told) assert.ok(said(name), `the guide names “${name}”`);
    for (const words of bold) assert.ok(tried.includes(words), `“${words}” is tried`);
  });

  test(`${guide}: what it says is done and seen`, async () => {
    const reader = await readerOf(guide, SERVED[guide]);
    for (const step of steps) await step(reader);
    await reader.seen?.close();
  });
}
