// The video lesson on real media in three engines: what stops it, what it asks, where it may go,
// and where it goes on.
import assert from "node:assert/strict";
import { inEachEngine, isOpen, test } from "./each.mjs";
import { lesson, stops, text } from "./lesson.mjs";
import { button, noErrors, now, play, pressButton, standsAt, visitIn } from "./playing.mjs";
import { checkSoon } from "../run/wait.mjs";

const words = text();

inEachEngine((open) => {
  const visit = visitIn(open);

  test("it stops on its cue, asks, and goes on", async () => {
    const { page, close } = await visit();
    assert.deepEqual(await page.axe("adil-video"), []);
    await play(page, 1.2);
    await page.wait(isOpen);
    await page.expect(() => focused().className, "ask");
    await standsAt(page, 2);
    assert.deepEqual(await page.axe("adil-video"), []);
    await page.click("label.option");
    await pressButton(page, "Check answer");
    await pressButton(page, words.continue_video);
    await page.wait(() => all("video")[0].currentTime > 2.3);
    const told = async () => (await page.events("checkpoint")).map(({ detail: { checkpointId, outcome, passed } }) =>
      [checkpointId, outcome, passed]);
    await checkSoon(told, [["poll", "open", true]]);
    assert.deepEqual((await page.events("answer")), [], "the quiz inside tells the page nothing");
    await noErrors(page);
    await close();
  });

  test("a wrong answer is explained, leads back, and nobody passes without a right one", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [stops.must, stops.note] }));
    await play(page, 3.4);
    await page.wait(isOpen);
    assert.equal(await button(page, words.skip), -1, "a required one has no way around");
    await page.click("label.option");
    await pressButton(page, "Check answer");
    await page.wait(() => seen(".verdict").length);
    assert.equal(await button(page, words.continue_video), -1);
    await page.run(() => { all("video")[0].play(); });
    await page.expect(() => all("video")[0].paused, true);
    await page.wait((locked) => seen(".lock-message")[0].textContent.includes(locked), words.locked);
    await pressButton(page, words.watch_again_from.replace("{time}", "0:03"));
    await page.wait(() => seen(".checkpoint-panel").length === 0);
    await page.wait(isOpen);
    // It asks again when it comes by.
    await standsAt(page, 4);
    await page.wait(() => seen("label.option").length > 1);
    await page.run(() => { seen("label.option")[1].dataset.right = ""; });
    await page.click("label.option[data-right]");
    await pressButton(page, "Check answer");
    await pressButton(page, words.continue_video);
    await page.wait(() => all("video")[0].currentTime > 4.2);
    const told = async () => (await page.events("checkpoint")).map(({ detail }) => [detail.outcome, detail.tries, detail.passed]);
    await checkSoon(told, [["wrong", 1, false], ["right", 2, true]]);
    await close();
  });

  test("a seek past what must be answered returns to it, whoever seeks", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [stops.poll, stops.must, stops.note] }));
    await play(page);
    await page.run(() => { all("video")[0].currentTime = 100; });
    await page.wait(isOpen);
    // An optional one does not block.
    await standsAt(page, 4);
    for (const key of ["End", "9", "l"]) {
      // The question takes the focus back each time.
      await page.run(() => all(".stage")[0].focus());
      await page.press(key);
      await page.expect(() => focused().className, "ask");
      await standsAt(page, 4);
    }
    await page.run(() => all(".stage")[0].focus());
    await page.press("Home");
    await page.wait(() => all("video")[0].currentTime < 0.5);
    await page.wait(() => seen(".checkpoint-panel").length === 0);
    await noErrors(page);
    await close();
  });

  test("where skipping is not allowed, seeking goes as far as was watched", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [] }), { attributes: "no-skip" });
    await play(page);
    await page.wait(() => all("video")[0].currentTime > 1.5);
    await page.run(() => { all("video")[0].currentTime = 90; });
    await page.wait(() => all("video")[0].currentTime < 10 && !all("video")[0].seeking);
    await page.wait((told) => seen(".lock-message")[0].textContent.includes(told), words.not_further);
    await close();
  });

  test("a teacher passes everything", async () => {
    const { page, close } = await visit(lesson(), { attributes: `mode="teacher"` });
    await play(page);
    await page.run(() => { all("video")[0].currentTime = 100; });
    await page.wait(() => all("video")[0].currentTime >= 100 && !all("video")[0].seeking);
    await page.settle();
    assert.equal(await page.run(isOpen), false);
    await close();
  });

  test("a reflection is kept only when the learner asks, and a note is read", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [stops.think, stops.note] }));
    await play(page, 5.4);
    await page.wait(isOpen);
    assert.deepEqual(await page.axe("adil-video"), []);
    await page.click("textarea");
    for (const key of "km") await page.press(key);
    // Letters are words here, not keys of the player.
    await page.expect(() => all("textarea")[0].value, "km");
    const kept = () => page.run(() => Object.keys(localStorage).filter((key) => key.includes("reflection")).length);
    await page.settle();
    assert.equal(await kept(), 0);
    await page.click(".wish input");
    await checkSoon(kept, 1);
    await page.click(".wish input");
    await checkSoon(kept, 0);
    await pressButton(page, words.done);
    await page.wait(() => seen(".note.feedback").some((note) => note.textContent.includes("One could say this.")));
    await pressButton(page, words.continue_video);
    await page.wait(() => seen(".checkpoint-panel").length === 0);
    await page.run(() => { all("video")[0].currentTime = 7.6; });
    await page.wait(isOpen);
    await page.wait(() => seen(".checkpoint-panel .stem").some((stem) => stem.textContent === "Look at the folder."));
    await pressButton(page, words.continue_video);
    await page.wait(() => all("video")[0].currentTime > 8.1);
    const told = async () => (await page.events("checkpoint")).map(({ detail }) => [detail.checkpointId, detail.outcome]);
    await checkSoon(told, [["think", "open"], ["note", "open"]]);
    assert.ok(!JSON.stringify(await page.events()).includes("km"), "no event carries words");
    await close();
  });

  test("right leads ahead, wrong leads back by itself", async () => {
    const ahead = { ...stops.must, skipTo: 40, rewinds: true };
    const { page, close } = await visit(lesson({ checkpoints: [ahead] }));
    await play(page, 3.5);
    await page.wait(isOpen);
    await page.click("label.option");
    await pressButton(page, "Check answer");
    await pressButton(page, words.watch_again_from.replace("{time}", "0:03"));
    await page.wait(() => all("video")[0].currentTime < 3.9 && !all("video")[0].paused);
    await page.wait(isOpen);
    await page.wait(() => seen("label.option").length > 1);
    await page.run(() => { seen("label.option")[1].dataset.right = ""; });
    await page.click("label.option[data-right]");
    await pressButton(page, "Check answer");
    await pressButton(page, words.continue_video);
    await page.wait(() => all("video")[0].currentTime >= 40);
    await close();
  });

  test("after a reload it goes on where it was", async () => {
    const { page, site, close } = await visit(lesson({ checkpoints: [stops.poll] }), { attributes: `storage="device"` });
    await play(page, 1.5);
    await page.wait(isOpen);
    await page.click("label.option");
    await pressButton(page, "Check answer");
    await pressButton(page, words.continue_video);
    await page.wait(() => all("video")[0].currentTime > 3);
    await pressButton(page, words.pause);
    const { at } = await page.run(now);
    await page.run(() => { window.isOld = true; location.reload(); return true; });
    await page.wait(() => !window.isOld && all("adil-video")[0]?.shadowRoot.querySelector(".base"));
    const label = await page.wait(() => seen("button.start")[0]?.textContent);
    assert.equal(label, words.resume_from.replace("{time}", `0:0${Math.floor(at)}`));
    await page.click("button.start");
    await page.wait((at) => all("video")[0].currentTime > at, at - 0.3);
    await page.expect(() => all(".marker")[0].dataset.state, "passed");
    await close();
  });
});
