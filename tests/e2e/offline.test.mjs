// A folder that `adil embed --offline` made, opened as from a stick: by a file: address.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { test } from "../engines/test.mjs";
import { adil } from "./command.mjs";
import { DIST, checkQuiet, checkSoon, example, hasState, ready, useBrowser, words } from "./page.mjs";
import { solveAll } from "./solve.mjs";

const { visit } = useBrowser();
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

test("a quiz on a stick is opened without a server, and answered to its result", async () => {
  // It has every type of item, texts in HTML, pictures, and needs the later part of its bundle.
  const seen = await open("quiz", "widgets/quiz/examples/item-types.json");
  assert.ok(seen.page.url().startsWith("file:"));
  await ready(seen.quiz);
  await solveAll(seen.quiz, example("item-types"));
  assert.ok(await hasState(seen.quiz, "complete"));
  checkQuiet(seen);
  checkFolder(seen);
  await seen.close();
});

test("another language and pictures are on the stick, too", async () => {
  const seen = await open("fair", "widgets/quiz/examples/fair-and-square.json", "--lang", "ru");
  await ready(seen.quiz);
  assert.equal(await seen.page.locator("html").getAttribute("lang"), "ru");
  await seen.quiz.getByRole("button", { name: words("ru").check_answer }).waitFor();
  assert.ok(readdirSync(join(seen.to, "pictures")).length > 0);
  const image = seen.quiz.locator("img").first();
  await checkSoon(() => image.evaluate((image) => image.naturalWidth > 0), true, "the picture is there");
  checkQuiet(seen);
  checkFolder(seen);
  await seen.close();
});

test("without scripts the page of the stick shows the questions", async () => {
  const page = adil("embed", "--offline", join(folder, "plain"), "--dist", DIST, "widgets/quiz/examples/the-umbrella.json").trim();
  const seen = await visit(pathToFileURL(page).href, { javaScriptEnabled: false });
  const [first] = example("the-umbrella").items.filter((item) => item.options);
  await seen.page.getByText(first.stem.en ?? first.stem).waitFor();
  await seen.page.locator("summary", { hasText: words("en").right_answer }).first().waitFor();
  await seen.close();
});
