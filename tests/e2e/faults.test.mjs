// What goes wrong on the way: files, policies, content, storage. The learner sees the fallback
// and can try again, the author reads what to mend, and nothing answered is lost.
import assert from "node:assert/strict";
import test from "node:test";
import { checkFails, checkSoon, quizOf, ready, single, useBrowser } from "./page.mjs";

const { visitQuiz, visit, site } = useBrowser();
const content = quizOf([single("one"), single("two")]);
const wasm = (fault) => (path) => (path.endsWith("_bg.wasm") ? fault : undefined);

test("a module that is not there, and then is, is tried again", async () => {
  const seen = await visitQuiz(content, { fault: wasm({ status: 404 }) });
  await checkFails(seen, "bundle-load", /404/);
  seen.site.faulty(() => undefined);
  await seen.quiz.locator("[part=retry]").click();
  await ready(seen.quiz);
  await seen.close();
});

test("a module that was cut off is an error, one with a wrong type is not", async () => {
  const cut = await visitQuiz(content, { fault: wasm({ cut: 5_000 }) });
  await checkFails(cut, "bundle-load", /./);
  await cut.close();
  const typed = await visitQuiz(content, { fault: wasm({ type: "text/plain" }) });
  await ready(typed.quiz);
  await typed.close();
});

test("an answer that cannot be checked yet is checked once it can", async () => {
  const rest = (path) => (path.endsWith(".later.wasm") ? { status: 404 } : undefined);
  const number = { id: "number", type: "number", stem: "Two and two?", answer: 4 };
  const seen = await visitQuiz(quizOf([single("one"), number]), { fault: rest });
  await ready(seen.quiz);
  const notice = seen.quiz.locator(".notice");
  await seen.quiz.locator(".option").nth(1).click();
  assert.equal(await notice.count(), 0, "nothing was missed so far");
  await seen.quiz.locator(".go").click();
  await notice.waitFor();
  assert.equal(await seen.quiz.locator(".verdict").count(), 0);
  assert.equal(await seen.quiz.locator("input:checked").count(), 1, "the answer stays");
  seen.site.faulty(() => undefined);
  await notice.locator("button").click();
  await seen.quiz.locator(".verdict").waitFor();
  await checkSoon(() => notice.count(), 0);
  await seen.close();

  const other = await visitQuiz(quizOf([number]), { fault: rest });
  await ready(other.quiz);
  await other.quiz.locator(".notice").waitFor();
  other.site.faulty(() => undefined);
  await other.quiz.locator(".notice button").click();
  await other.quiz.locator("input").fill("4");
  await other.quiz.locator(".go").click();
  await other.quiz.locator(".verdict[data-state=right]").waitFor();
  await other.close();
});

test("a policy that blocks WebAssembly is named with what to add", async () => {
  const headers = { "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'" };
  const seen = await visitQuiz(content, { headers });
  await checkFails(seen, "wasm-blocked", /'wasm-unsafe-eval'/);
  await seen.close();
});

test("a mistake in the content is named with its place", async () => {
  const broken = structuredClone(content);
  broken.items[0].options[1].score = "half";
  const seen = await visitQuiz(broken);
  await checkFails(seen, "content", /items\[0\]\.options\[1\]\.score: expected a number between -1 and 1, found "half"/);
  await seen.close();
  const newer = await visitQuiz({ ...content, formatVersion: 2 });
  await checkFails(newer, "content", /formatVersion: expected 1/);
  await newer.close();
});

test("without JavaScript the text between the tags is read", async () => {
  const seen = await visit(`${(await site()).origin}/one.html`, { javaScriptEnabled: false });
  assert.ok(await seen.quiz.locator("> *").first().isVisible());
  await seen.close();
});

test("after a trap the quiz offers to try again and has kept its answers", async () => {
  const seen = await visitQuiz(content);
  await ready(seen.quiz);
  await seen.quiz.locator(".option").nth(1).click();
  await seen.quiz.locator(".go").click();
  await seen.page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    error.stack = "at https://school.test/adil/adil-quiz_bg.wasm:wasm-function[1]";
    dispatchEvent(new ErrorEvent("error", { error }));
  });
  await checkFails(seen, "crash", /unreachable/);
  await seen.quiz.locator("[part=retry]").click();
  await ready(seen.quiz);
  assert.equal(await seen.quiz.locator(".option[data-state=right]").count(), 1);
  await seen.close();
});

test("answers survive a reload, and the next pupil sees none of them", async () => {
  const seen = await visitQuiz(quizOf([single("one")]));
  await ready(seen.quiz);
  await seen.quiz.locator(".option").nth(1).click();
  await seen.quiz.locator(".go").click();
  await seen.page.reload();
  await ready(seen.quiz);
  assert.equal(await seen.quiz.locator(".option[data-state=right]").count(), 1);
  await seen.quiz.locator(".go").click();
  await seen.quiz.getByRole("button", { name: "Next pupil" }).click();
  assert.equal(await seen.quiz.locator("input:checked").count(), 0);
  assert.equal(await seen.page.evaluate(() => sessionStorage.length), 0);
  await seen.close();
});

test("where storage is denied the quiz says so and goes on", async () => {
  const deny = () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  };
  const seen = await visitQuiz(content, { init: [deny] });
  await ready(seen.quiz);
  await seen.quiz.locator(".option").nth(1).click();
  await seen.quiz.locator(".go").click();
  assert.ok(await seen.quiz.locator("[part=notice]").isVisible());
  assert.equal(await seen.quiz.locator(".option[data-state=right]").count(), 1);
  await seen.close();
});

test("hostile markup in every text shows as text", async () => {
  const bad = "<img src=x onerror=alert(1)> [a](javascript:alert(1))";
  const item = single("one", { stem: bad, hints: [bad], explanation: bad });
  item.options[0].text = bad;
  item.options[0].feedback = { html: `<b>kept</b><script>alert(1)</script><a href="data:text/html,x">d</a>${bad}` };
  const seen = await visitQuiz(quizOf([item], { title: bad, settings: { tries: 1 } }));
  await ready(seen.quiz);
  await seen.quiz.locator(".option").first().click();
  await seen.quiz.locator(".go").click();
  await seen.quiz.locator(".note b").waitFor();
  const found = await seen.quiz.evaluate((quiz) => [
    quiz.shadowRoot.querySelectorAll("script, [onerror], [href^='data:'], [href^='javascript:']").length,
  ]);
  assert.deepEqual([found, seen.dialogs], [[0], []]);
  await seen.close();
});

test("a thousand elements come and go and leave nothing behind", { timeout: 120_000 }, async () => {
  const count = () => {
    const counts = (window.counts = { listeners: 0, timers: 0, memory: undefined });
    for (const target of [window, document]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (...given) => (counts.listeners++, addEventListener.apply(target, given));
      target.removeEventListener = (...given) => (counts.listeners--, removeEventListener.apply(target, given));
    }
    const { setInterval, clearInterval } = window;
    window.setInterval = (...given) => (counts.timers++, setInterval(...given));
    window.clearInterval = (id) => (id && counts.timers--, clearInterval(id));
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const result = await instantiate(...given);
      const exports = Object.values(result.instance.exports);
      counts.memory = exports.find((value) => value instanceof WebAssembly.Memory);
      return result;
    };
  };
  const seen = await visitQuiz(content, { init: [count] });
  await ready(seen.quiz);
  const rounds = (times) => seen.page.evaluate(async ([times, content]) => {
    for (let n = 0; n < times; n++) {
      const quiz = document.createElement("adil-quiz");
      quiz.setAttribute("loading", "eager");
      quiz.content = content;
      const there = new Promise((resolve) => quiz.addEventListener("adil-ready", resolve, { once: true }));
      document.body.append(quiz);
      await there;
      quiz.remove();
      await new Promise((later) => setTimeout(later));
    }
    const { listeners, timers, memory } = window.counts;
    return { listeners, timers, memory: memory.buffer.byteLength };
  }, [times, content]);
  // The allocator takes its last page in the second thousand, and none in the six that follow
  // it, which is how long it was watched.
  const before = await rounds(2_000);
  assert.deepEqual(await rounds(1_000), before);
  await checkSoon(() => seen.quiz.locator(".base").count(), 1);
  await seen.close();
});
