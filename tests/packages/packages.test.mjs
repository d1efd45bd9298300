// The package for npm, from its tarball: in a plain page, and in React, Vue and Svelte as their guides
// say, with types checked, built by Vite and in its server for development.
import assert from "node:assert/strict";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { read as guide } from "../e2e/guides.mjs";
import { checkQuiet, checkSoon, fired, html, quizOf, ready, single, until, useBrowser } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { solveAll } from "../e2e/solve.mjs";
import { armAtClick, canTrap, errors, rests } from "../faults/trap.mjs";
import { note } from "../proof/note.mjs";
import { test } from "../run/test.mjs";
import { useProject } from "./project.mjs";
import { TEAMS, USES } from "./teams.mjs";

const { visit } = useBrowser();
const project = await useProject();

const CONTENT = quizOf([single("a"), single("b")], { languages: ["en", "ar"] });
const QUIZ = JSON.stringify(CONTENT);
const CHECK = "Check answer";

/** A server of a folder of the project. */
const site = (folder) => serve({ "/": `${join(project.folder, folder)}/` }, {
  fault: (path) => (path === "/favicon.ico" ? { body: "" } : undefined),
});

/** The whole of what a tool says where it did not like what it saw. */
const likes = async (...tool) => {
  const { ok, said } = await project.tool(...tool);
  assert.ok(ok, said);
};

/** The quiz is answered to its end, and the page that heard of it shows the points. */
async function answered(seen) {
  await ready(seen.quiz);
  await solveAll(seen.quiz, CONTENT);
  await checkSoon(() => seen.page.locator("main > p").textContent(), "2 of 2 points");
  checkQuiet(seen);
}

test("the package has all that its exports, its manifest and its script name", async () => {
  const described = JSON.parse(project.read("package.json"));
  const named = JSON.stringify(described.exports).match(/\.\/[\w./*-]+(?=")/g).filter((path) => /\.\w+$/.test(path));
  for (const path of named) assert.ok(existsSync(join(project.packed, path)), path);
  const manifest = JSON.parse(project.read(described.customElements));
  const [module] = manifest.modules;
  assert.deepEqual(module.exports.map(({ name }) => name), module.declarations.map(({ tagName }) => tagName));
  const widgets = readdirSync(new URL("../../widgets/", import.meta.url));
  assert.deepEqual(module.declarations.map(({ tagName }) => tagName), widgets.map((name) => `adil-${name}`).sort());
  for (const name of widgets) assert.ok(existsSync(join(project.packed, `types/adil-${name}.d.ts`)), name);
  const asked = [...project.read("index.js").matchAll(/new URL\("([^"?]+)[^"]*",import\.meta\.url\)/g)];
  for (const [, path] of asked) assert.ok(existsSync(join(project.packed, path)), path);
  // Whatever of a widget the script could ask for is in its table.
  const table = asked.map(([, path]) => path.split("/").pop().replace(/\.txt$/, ""));
  const released = readdirSync(join(project.packed, "dist")).filter((file) => /^adil-/.test(file));
  for (const file of [...released, ...readdirSync(join(project.packed, "dist/locales"))]) assert.ok(table.includes(file), file);
  note("What the package brings", { what: "files that the script may ask for", found: asked.length });
});

test("a plain page takes the package's script from its server, in two languages", async () => {
  project.begin({
    "page.html": html(`<adil-quiz src="/honesty.json"></adil-quiz>`, { script: "/node_modules/adil-widgets/index.js" }),
    "honesty.json": QUIZ,
  });
  const school = await site(".");
  const seen = await visit(`${school.origin}/page.html`);
  await ready(seen.quiz);
  await seen.page.evaluate(() => (document.documentElement.lang = "ar"));
  await checkSoon(() => seen.quiz.locator(".base").getAttribute("dir"), "rtl");
  await seen.page.evaluate(() => (document.documentElement.lang = "en"));
  await checkSoon(() => seen.quiz.locator(".base").getAttribute("dir"), "ltr");
  await solveAll(seen.quiz, CONTENT);
  await checkSoon(async () => (await fired(seen.page, "complete")).map(({ detail }) => detail.score), [2]);
  checkQuiet(seen);
  await seen.close();
  await school.close();
});

test("TypeScript knows elements and events, also those that go up to the window", async () => {
  project.begin({ "src/uses.ts": USES, "tsconfig.json": TEAMS.vue.files["tsconfig.json"] });
  await likes("tsc", "-p", ".");
});

for (const [name, team] of Object.entries(TEAMS)) {
  const files = { ...team.files, ...guide(name).files };
  const begin = (more) => project.begin({ ...files, "public/honesty.json": QUIZ, ...more });

  test(`${name}: the guide's files have the right types, and wrong ones are told`, async () => {
    begin();
    await likes(...team.check);
    for (const { file, body } of team.wrong) {
      begin({ [file]: body });
      const { ok, said } = await project.tool(...team.check);
      assert.ok(!ok && /exam|points|quizz/.test(said), `${body} is wrong: ${said}`);
    }
  });

  test(`${name}: what Vite builds of the guide's files is answered`, async () => {
    begin();
    await likes("vite", "build");
    const school = await site("dist");
    const seen = await visit(`${school.origin}/`);
    await answered(seen);
    const all = readdirSync(join(project.folder, "dist/assets"));
    const bytes = all.map((file) => statSync(join(project.folder, "dist/assets", file)).size).reduce((sum, size) => sum + size);
    note("What the package brings", { what: `${name}: files and kB of the build`, found: `${all.length}, ${Math.round(bytes / 1000)}` });
    note("What the package brings", { what: `${name}: requests of a page with a quiz`, found: new Set(seen.asked).size });
    await seen.close();
    await school.close();
  });

  test(`${name}: Vite's server for development shows the same`, async () => {
    begin();
    const vite = await project.develop();
    const seen = await visit(`${vite.origin}/`);
    await answered(seen);
    await seen.close();
    vite.close();
  });

  test(`${name}: content and attributes are bound, and a trap begins afresh`, async () => {
    begin({ [team.app]: team.bound(QUIZ) });
    await likes(...team.check);
    await likes("vite", "build");
    const school = await site("dist");
    const seen = await visit(`${school.origin}/`, { init: [canTrap] });
    await ready(seen.quiz);
    await seen.quiz.getByRole("heading", { level: 3, name: CONTENT.title }).waitFor();
    await rests(seen.page, "adil-quiz");
    await armAtClick(seen.page, "adil-quiz");
    await seen.quiz.locator("label.option").nth(1).click();
    await checkSoon(() => errors(seen.page), ["crash"]);
    await seen.page.getByRole("button", { name: "Try again" }).click();
    await seen.quiz.getByRole("button", { name: CHECK }).waitFor();
    await until(() => seen.asked.some((url) => /_bg\S+again=1/.test(url)), "a fresh instance");
    await seen.page.getByRole("button", { name: "A test" }).click();
    await checkSoon(() => seen.quiz.getAttribute("mode"), "test");
    await seen.quiz.getByRole("button", { name: CHECK }).waitFor({ state: "detached" });
    await seen.close();
    await school.close();
  });
}
