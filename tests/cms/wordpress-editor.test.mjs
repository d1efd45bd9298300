// Posts that an editor and an author write in WordPress's block editor, with the plug-in: seen by a
// visitor, opened anew, and saved again. And what a visitor sees of an address alone.
import assert from "node:assert/strict";
import { ready, until, useBrowser } from "../e2e/page.mjs";
import { test } from "../run/test.mjs";
import { WAYS } from "./roles.mjs";
import { useSchool } from "./school.mjs";

const { visitor } = useBrowser();
const wp = await useSchool();
const { origin } = wp;

for (const role of ["editor", "author"]) {
  test(`${role}: a post written in the block editor, seen, and saved again`, async () => {
    const context = await visitor({ viewport: { width: 1280, height: 900 } });
    await context.addCookies((await wp.login(role)).cookies);
    const page = await context.newPage();
    const wrong = [];
    // WordPress asks others for pictures and patterns, which nobody answers here; that is its affair.
    page.on("console", (message) => {
      const isAsking = /^Failed to load resource/.test(message.text()) && !/plugins\/adil|\/quizzes\//.test(message.location().url);
      if (message.type() === "error" && !isAsking) wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.goto(`${origin}/wp-admin/post-new.php`);
    await page.getByRole("textbox", { name: "Add title" }).fill("Honesty week");
    await page.keyboard.press("Enter");
    await page.keyboard.type("/learning");
    await page.getByRole("option", { name: "Learning widget" }).click();
    const block = page.getByRole("document", { name: "Block: Learning widget" });
    await block.getByRole("combobox", { name: "Kind" }).selectOption("quiz");
    await block.getByRole("textbox", { name: "Address of the content file" }).fill("/quizzes/honesty.json");
    await block.getByRole("button", { name: "Choose a file" }).waitFor();
    await page.getByRole("combobox", { name: "Level" }).selectOption("secondary");
    const publish = page.getByRole("button", { name: "Publish", exact: true });
    await publish.first().click();
    await page.getByRole("region", { name: "Editor publish" }).getByRole("button", { name: "Publish", exact: true }).click();
    const link = page.getByRole("region", { name: "Editor publish" }).getByRole("link", { name: "View Post" });
    await link.waitFor();
    const seen = await link.getAttribute("href");
    const edited = page.url();

    const look = async () => {
      const post = await context.newPage();
      await post.goto(seen);
      const quiz = post.locator("adil-quiz");
      assert.equal(await quiz.getAttribute("level"), "secondary");
      await ready(quiz);
      await post.getByRole("radio", { name: "No", exact: true }).press("Space");
      await post.getByRole("button", { name: "Check answer" }).click();
      await until(async () => (await quiz.evaluate((quiz) => quiz.shadowRoot.textContent)).includes("Correct"), "the answer is right");
      await post.close();
    };
    await look();
    // Opened anew, the block is whole; another word is written below it, and all is saved again.
    await page.goto(edited);
    await block.getByRole("textbox", { name: "Address of the content file" }).waitFor();
    assert.equal(await page.getByText("This block contains unexpected or invalid content").count(), 0);
    assert.equal(await block.getByRole("textbox", { name: "Address of the content file" }).inputValue(), "/quizzes/honesty.json");
    await page.getByRole("textbox", { name: "Add title" }).fill("Honesty month");
    await page.getByRole("button", { name: "Update" }).click();
    await page.getByText("Post updated.").first().waitFor();
    await look();
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

test("an author's address alone on a line shows the quiz in a frame", async () => {
  const { ask } = await wp.login("author");
  const content = WAYS["the address of a page"].content(origin);
  const { body: post } = await ask("/wp/v2/posts", { method: "POST", body: { title: "An address", content, status: "publish" } });
  const page = await (await visitor()).newPage();
  await page.goto(post.link);
  const frame = page.locator("main iframe");
  assert.match(await frame.getAttribute("sandbox"), /^allow-scripts$/);
  const quiz = page.frameLocator("main iframe").locator("adil-quiz");
  await ready(quiz);
  await quiz.getByRole("radio", { name: "No", exact: true }).press("Space");
  await quiz.getByRole("button", { name: "Check answer" }).click();
  await quiz.getByText("Correct", { exact: true }).first().waitFor();
});
