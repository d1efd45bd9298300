// Every type of item at a checkpoint of a lesson: answered rightly with the pointer, it lets the
// video go on; and what screen readers are told on the way.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { lesson, text } from "../engines/lesson.mjs";
import { named, panel, play, time, useLessons } from "./lessons.mjs";
import { announced, checkAxe, checkSoon, example } from "./page.mjs";
import { give } from "./solve.mjs";

const { open } = useLessons();
const words = text();
const OPEN = ["poll", "scale"];

for (const item of example("item-types").items) {
  test(`a checkpoint asks an item of the type ${item.type} (${item.id})`, async () => {
    const stop = { id: "stop", at: 1.2, required: true, item };
    const { page, video, ...seen } = await open(lesson({ checkpoints: [stop], level: "secondary" }));
    await play(video, 0.9);
    await panel(video).waitFor();
    const quiz = panel(video).locator("adil-quiz");
    await quiz.locator(".stem").waitFor();
    await checkSoon(async () => (await announced(page)).includes(words.video_paused), true, "screen readers are told that the video stands still");
    assert.equal(await named(video, words.continue_video).count(), 0, "nobody goes on unanswered");
    await give(quiz, item);
    await named(video, "Check answer").click();
    const verdict = quiz.locator(".verdict");
    await verdict.waitFor();
    await checkSoon(() => verdict.getAttribute("data-state"), OPEN.includes(item.type) ? "open" : "right");
    await checkAxe(page, `the answer to ${item.id}`, "adil-video");
    await named(video, words.continue_video).click();
    await checkSoon(async () => (await time(video)) > 1.4, true);
    await seen.close();
  });
}
