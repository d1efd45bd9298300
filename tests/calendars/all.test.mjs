// Dates of an action open in calendars: files that a page saves, read by ical.js (npm) and icalendar
// (PyPI), show the same local hour wherever the device is. The crate icalendar reads them on the host.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "../run/test.mjs";
import { example, html, readJson, useBrowser } from "../e2e/page.mjs";
import { note } from "../proof/note.mjs";
import { PYTHON, installReaders } from "./install.mjs";

const { site, visit } = useBrowser();
const { campaign } = example("integrity-hour-1");
const YEARS = {
  "2026–27": ["2026-10-15", "2026-12-09", "2027-02-11", "2027-05-06"],
  "2027–28": ["2027-10-14", "2027-12-09", "2028-02-29", "2028-05-04"],
};
// Far apart; one of them is without clocks that change, one changes them between two of the days.
const ZONES = ["Asia/Almaty", "America/New_York", "Pacific/Chatham"];
const at = (name) => new URL(name, import.meta.url).pathname;
const READERS = {
  "ical.js (npm)": [process.execPath, at("read.mjs")],
  "icalendar (PyPI)": [PYTHON, at("read.py")],
};

let made;

/** The file that the desk of an action saves, on one site. */
async function saved(lang, days, timezoneId) {
  const text = readJson(`locales/plan.${lang}.json`);
  const tag = `<adil-plan loading="eager" mode="campaign" src="/adil/examples/integrity-hour-1.json" dates="${days.join(" ")}"></adil-plan>`;
  made ??= await site();
  made.faulty((path) => (path === "/page.html" ? { body: html(tag, { lang }) } : undefined));
  const { page, close } = await visit(`${made.origin}/page.html`, { timezoneId, acceptDownloads: true });
  const button = page.getByRole("button", { name: text.calendar_all, exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const calendar = readFileSync(await file.path());
  await close();
  return calendar;
}

const read = ([program, script], calendar, TZ) =>
  execFileSync(program, [script], { input: calendar, encoding: "utf8", env: { ...process.env, TZ } })
    .trim().split("\n").map((line) => JSON.parse(line));

installReaders();

for (const lang of ["en", "ru", "kk", "ar"]) {
  test(`two readers show the same local hour in every zone: ${lang}`, async () => {
    const names = new Set();
    for (const [year, days] of Object.entries(YEARS)) {
      const calendar = await saved(lang, days, ZONES[0]);
      for (const [reader, command] of Object.entries(READERS)) {
        for (const zone of ZONES) {
          const events = read(command, calendar, zone);
          assert.deepEqual(events.map(({ start }) => start), days.map((day) => `${day} 09:00`), `${reader} in ${zone}`);
          const summaries = campaign.editions.map(({ theme }) => `${campaign.name[lang]}: ${theme[lang]}`);
          assert.deepEqual(events.map(({ summary }) => summary), summaries, reader);
          for (const { uid, isFloating, minutes, reminds } of events) {
            assert.deepEqual([isFloating, minutes, reminds], [true, 45, -1_440], `${reader} in ${zone}`);
            names.add(uid);
          }
        }
        note("Dates in calendars", { reader, language: lang, "school year": year, zones: ZONES.length, events: days.length });
      }
    }
    assert.equal(names.size, 8, "two school years have eight events, whoever reads them");
  });
}

test("a day that is moved is the same event, with a higher number", async () => {
  const [before] = read(READERS["ical.js (npm)"], await saved("en", ["2026-10-15"], ZONES[0]), ZONES[0]);
  const [after] = read(READERS["icalendar (PyPI)"], await saved("en", ["2026-10-22"], ZONES[0]), ZONES[0]);
  assert.equal(after.uid, before.uid);
  assert.ok(after.sequence > before.sequence, `${after.sequence} after ${before.sequence}`);
});
