// The player of a lesson in three engines: captions, text, keys, the bar, full screen, slides, and
// what a learner sees when something is missing.
import assert from "node:assert/strict";
import { inEachEngine, isOpen, test } from "./each.mjs";
import { lesson, stops, text } from "./lesson.mjs";
import { button, noErrors, now, play, pressButton, standsAt, visitIn } from "./playing.mjs";

const words = text();

inEachEngine((open) => {
  const visit = visitIn(open);

  test("captions are shown, in another language, another size, or not", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [] }));
    await play(page, 3);
    const english = await page.wait(() => seen(".caption")[0]?.textContent);
    assert.match(english, /[a-z]/);
    await page.run(() => all(".stage")[0].focus());
    await page.press("c");
    await page.expect(() => seen(".caption").length, 0);
    await page.press("c");
    await page.wait(() => seen(".caption").length);
    await pressButton(page, words.settings);
    await page.wait(() => seen(".settings select").length > 3);
    assert.deepEqual(await page.axe("adil-video"), []);
    await page.run(() => {
      const [, list] = seen(".settings select");
      list.selectedIndex = 2;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.wait(() => /[әіңғүұқөһ]/i.test(seen(".caption")[0]?.textContent));
    await page.run(() => {
      const list = seen(".settings select")[2];
      list.selectedIndex = 2;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.expect(() => all(".stage")[0].dataset.captionSize, "large");
    await close();
  });

  test("the text follows, is searched, and goes where it is pressed", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [] }));
    await page.click("details.transcript summary");
    await page.wait(() => seen(".transcript-cue").length > 20);
    assert.deepEqual(await page.axe("adil-video"), []);
    await page.click("details.transcript input");
    for (const key of "sweet") await page.press(key);
    const found = await page.wait(() => { const n = seen(".transcript-cue").length; return n < 20 && n; });
    assert.ok(found > 0);
    await page.wait((n) => all(".transcript [role=status]")[0].textContent.startsWith(String(n)), found);
    const to = await page.run(() => seen(".transcript-cue .when")[0].textContent);
    await page.click(".transcript-cue");
    await page.wait((to) => {
      const [minutes, seconds] = to.split(":").map(Number);
      return all("video")[0].currentTime >= minutes * 60 + seconds;
    }, to);
    await page.wait(() => all(".transcript-cue[aria-current]").length === 1);
    await close();
  });

  test("keys play, seek, mute and change the speed, and a page keeps its own", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [] }));
    await play(page);
    await page.press("k");
    await page.expect(() => all("video")[0].paused, true);
    for (const [key, least, most] of [["5", 75, 75.7], ["ArrowRight", 80, 80.7], ["l", 90, 90.7], ["j", 80, 80.7], ["ArrowLeft", 75, 75.7], ["Home", 0, 0.1]]) {
      await page.press(key);
      await page.wait((least, most) => {
        const video = all("video")[0];
        return !video.seeking && video.currentTime >= least && video.currentTime <= most;
      }, least, most);
    }
    await page.press("m");
    await page.expect(() => all("video")[0].muted, true);
    await page.press("m");
    await page.expect(() => all("video")[0].muted, false);
    await page.press(">");
    await page.expect(() => all("video")[0].playbackRate, 1.25);
    await page.press("<");
    await page.expect(() => all("video")[0].playbackRate, 1);
    await page.press("ArrowDown");
    await page.expect(() => Math.round(all("video")[0].volume * 100), 95);
    const before = await page.run(now);
    await page.run(() => document.querySelector("main > p a").focus());
    for (const key of ["k", "l", "9"]) await page.press(key);
    await page.settle();
    assert.deepEqual(await page.run(now), before, "keys elsewhere in the page are the page's");
    await close();
  });

  test("the bar is a slider that says where it is, and is moved by a pointer", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [] }));
    await play(page);
    await page.press("k");
    await page.click(".time-slider", { across: 0.5 });
    await page.wait(() => Math.abs(all("video")[0].currentTime - 75.3) < 2);
    const said = await page.run(() => {
      const bar = all(".time-slider")[0];
      return [bar.role ?? bar.getAttribute("role"), bar.ariaLabel ?? bar.getAttribute("aria-label"), bar.getAttribute("aria-valuetext"), bar.getAttribute("aria-valuemax")];
    });
    assert.equal(said[0], "slider");
    assert.equal(said[1], words.seek_bar);
    assert.match(said[2], /^1 minute 1\d seconds of 2 minutes 30 seconds$/);
    assert.equal(said[3], "150");
    await close();
  });

  test("the question is seen in full screen, also where only a video could have it", async () => {
    for (const able of [true, false]) {
      const head = able ? "" : `<script>delete Element.prototype.requestFullscreen; delete Element.prototype.webkitRequestFullscreen;</script>`;
      const { page, close } = await visit(lesson(), { head });
      await play(page, 0);
      await pressButton(page, words.full_screen);
      await page.wait(() => all("adil-video")[0].hasAttribute("data-fullscreen"));
      await page.run(() => { all("video")[0].currentTime = 1.5; });
      await page.wait(isOpen);
      const box = await page.wait(() => {
        const { top, bottom, height } = seen(".checkpoint-panel")[0].getBoundingClientRect();
        return height > 50 && top < innerHeight && bottom > 0 && { top, bottom };
      });
      assert.ok(box);
      await page.click("label.option");
      await page.expect(() => all("label.option input")[0].checked, true);
      await page.run(() => all(".stage")[0].focus());
      await pressButton(page, words.leave_full_screen);
      await page.wait(() => !all("adil-video")[0].hasAttribute("data-fullscreen"));
      await close();
    }
  });

  test("the picture fills the screen alone while nobody acts, and the controls come back", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [] }));
    const opacity = () => getComputedStyle(all(".controls")[0]).opacity;
    await play(page, 0);
    await pressButton(page, words.full_screen);
    await page.wait(() => all("adil-video")[0].hasAttribute("data-fullscreen"));
    await page.wait(() => all("adil-video")[0].matches("[data-idle]:state(idle)"));
    await page.expect(opacity, "0");
    await pressButton(page, words.mute);
    await page.expect(() => all("adil-video")[0].hasAttribute("data-idle"), false);
    await page.expect(opacity, "1");
    await page.run(() => all("video")[0].pause());
    // Nobody acts for as long as it takes to be idle.
    await page.pass(3_000);
    assert.equal(await page.run(opacity), "1", "what stands still has its controls");
    await close();
  });

  const slides = [0, 1, 2, 3].map((n) => ({
    start: n * 3, picture: { src: "/adil/examples/scholarship-list/folder.svg", alt: `Picture ${n}` }, text: `Text ${n}`,
    sound: { src: "/adil/examples/scholarship-list/folder.mp3", type: "audio/mpeg", bytes: 40608 },
  }));

  test("the same lesson as slides stops where the video stops", async () => {
    const { page, site, close } = await visit(lesson({ slides }), { attributes: `version="slides"` });
    await page.wait(() => seen(".slide-text").length);
    assert.deepEqual(await page.axe("adil-video"), []);
    await pressButton(page, words.next);
    await page.wait(isOpen);
    await pressButton(page, words.skip);
    await page.wait(() => seen(".slide-text")[0]?.textContent === "Text 1");
    await pressButton(page, words.next);
    await page.wait(isOpen);
    await page.wait(() => seen("label.option").length > 1);
    await page.run(() => { seen("label.option")[1].dataset.right = ""; });
    await page.click("label.option[data-right]");
    await pressButton(page, "Check answer");
    await page.wait(() => seen(".verdict").length);
    await page.click(".continue-button");
    await page.wait(isOpen);
    assert.ok(!site.asked.some((path) => /\.(mp4|webm)$/.test(path)), "nothing of the video is loaded");
    await close();
  });

  test("a source that fails gives way to the next; when all fail the learner is told", async () => {
    const broken = (path) => path.endsWith("lesson-360.mp4") ? { status: 404 } : undefined;
    const first = await visit(lesson({ checkpoints: [] }), { fault: broken });
    await first.page.click("button.start");
    await first.page.wait(() => all("video")[0].currentTime > 0.2 && all("video")[0].currentSrc.endsWith("webm"));
    await first.close();
    const none = await visit(lesson({ checkpoints: [], slides }), { fault: (path) => /\.(mp4|webm)$/.test(path) ? { status: 404 } : undefined });
    await none.page.click("button.start");
    await none.page.wait((told) => seen(".lock-message")[0]?.textContent.includes(told), words.broken_video);
    assert.deepEqual(await none.page.axe("adil-video"), []);
    await pressButton(none.page, words.use_slides);
    await none.page.wait(() => seen(".slide-text").length);
    await none.close();
  });

  test("a stream is played by the browser, or by a library that is loaded then", async () => {
    const stream = [{ src: "/fixtures/hls/lesson.m3u8", type: "application/vnd.apple.mpegurl" }];
    const { page, site, close } = await visit(lesson({ files: stream, duration: 6, checkpoints: [{ ...stops.poll, at: 1 }] }));
    const native = await page.run(() => all("video")[0].canPlayType("application/vnd.apple.mpegurl") !== "");
    assert.ok(!site.asked.some((path) => path.includes("hls")), "nothing before it is asked for");
    await page.click("button.start");
    await page.wait(isOpen);
    await standsAt(page, 1);
    assert.equal(site.asked.includes("/adil/hls.light.js"), !native);
    await close();
  });

  test("missing captions are said", async () => {
    const { page, close } = await visit(lesson({ captions: [], checkpoints: [] }));
    assert.ok(await page.run((told) => seen(".poster")[0].textContent.includes(told), words.no_captions));
    assert.equal(await button(page, words.captions), -1);
    await close();
  });

  test("the end tells what was watched and what to repeat", async () => {
    const { page, close } = await visit(lesson({ checkpoints: [stops.poll], completion: { minCheckpoints: 0 } }));
    await play(page, 149.6);
    await page.wait(() => seen(".end").length);
    await page.expect(() => focused().localName, "h3");
    assert.deepEqual(await page.axe("adil-video"), []);
    const told = await page.run(() => seen(".end")[0].textContent);
    assert.ok(told.includes(words.passed_of.replace("{n}", "0").replace("{total}", "1")), told);
    assert.match(told, /Watched: [12]%/);
    const again = words.watch_again_from.replace("{time}", "0:00");
    assert.ok(told.includes(again), told);
    await noErrors(page);
    await close();
  });
});
