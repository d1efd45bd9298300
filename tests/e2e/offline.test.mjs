// A folder that `adil embed --offline` made, opened as from a stick: by a file: address.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test } from "../engines/test.mjs";
import { DIST, checkQuiet, checkSoon, example, hasState, ready, useBrowser, words } from "./page.mjs";

const { visit } = useBrowser();
const repo = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the command that ADIL_COMMAND names, else the one of this folder. */
const adil = (...given) => {
  const built = process.env.ADIL_COMMAND;
  const [command, ...first] = built ? [built] : ["cargo", "run", "-q", "-p", "adil-cli", "--"];
  return execFileSync(command, [...first, ...given], { cwd: repo, encoding: "utf8" });
};

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "adil-stick-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the folder of a content file. */
async function open(name, file, ...options) {
  const to = join(folder, name);
  const page = adil("embed", "--offline", to, "--dist", DIST, ...options, file).trim();
  return { to, ...(await visit(pathToFileURL(page).href)) };
}

/** Nothing was asked for beyond the folder. */
const checkFolder = ({ asked, to }) => {
  const own = pathToFileURL(`${to}/`).href;
  assert.deepEqual(asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(own)), []);
};

test("a quiz on a stick is opened without a server, and answered", async () => {
  const seen = await open("quiz", "widgets/quiz/examples/the-umbrella.json");
  assert.ok(seen.page.url().startsWith("file:"));
  await ready(seen.quiz);
  const text = words("en");
  const [first] = example("the-umbrella").items.filter((item) => item.options);
  const right = first.options.find((option) => option.score === 1);
  const radio = seen.quiz.getByRole("radio", { name: right.text.en ?? right.text });
  // The text at the beginning is on a page of its own, or above the question.
  await radio.check();
  await seen.quiz.getByRole("button", { name: text.check_answer }).click();
  await seen.quiz.getByText(text.correct, { exact: true }).first().waitFor();
  assert.ok(await hasState(seen.quiz, "ready"));
  checkQuiet(seen);
  checkFolder(seen);
  await seen.close();
});

test("what of a bundle loads later, pictures and another language are on the stick, too", async () => {
  const seen = await open("types", "widgets/quiz/examples/item-types.json", "--lang", "ru", "--attr", "mode=learn");
  await ready(seen.quiz);
  assert.ok(readdirSync(join(seen.to, "pictures")).length > 0);
  await seen.quiz.getByRole("button", { name: words("ru").start }).click();
  const image = seen.quiz.getByRole("img").first();
  await image.waitFor();
  await checkSoon(() => image.evaluate((image) => (image.localName === "img" ? image.naturalWidth > 0 : true)), true);
  checkQuiet(seen);
  checkFolder(seen);
  await seen.close();
});

test("without scripts the page of the stick shows the questions", async () => {
  const page = adil("embed", "--offline", join(folder, "plain"), "--dist", DIST, "widgets/quiz/examples/the-umbrella.json").trim();
  const seen = await visit(pathToFileURL(page).href, { javaScriptEnabled: false });
  const [first] = example("the-umbrella").items.filter((item) => item.options);
  await seen.page.getByText(first.stem.en ?? first.stem).waitFor();
  assert.ok(await seen.page.locator("summary", { hasText: words("en").right_answer }).first().isVisible());
  await seen.close();
});
