#!/usr/bin/env node
// Checks the made lesson: node widgets/video/media/check.mjs [content file]
// Says what is wrong and ends with 1; needs ffprobe and ffmpeg.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parts } from './script.mjs';

const file = process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '../examples/scholarship-list.json');
const lesson = JSON.parse(fs.readFileSync(file, 'utf8'));
const there = (src) => path.join(path.dirname(file), src);
const limits = { video: 1_200_000, picture: 40_000, sound: 64_000, captions: 8_000, all: 3_000_000 };

const wrong = [];
const check = (holds, ...what) => { if (!holds) wrong.push(what.join('')); };
const frame = 0.04, near = (a, b, by) => Math.abs(a - b) <= by;

/** The cues of a WebVTT file in seconds. */
function cues(src) {
  const text = fs.readFileSync(there(src), 'utf8');
  check(text.startsWith('WEBVTT\n\n'), src, ': does not begin as WebVTT');
  const time = '(\\d\\d):(\\d\\d):(\\d\\d\\.\\d{3})';
  return text.split('\n\n').slice(1).filter((block) => !block.startsWith('NOTE')).flatMap((block) => {
    const [id, times, ...said] = block.trim().split('\n');
    const found = new RegExp(`^${time} --> ${time}$`).exec(times ?? '');
    check(found && said.length, src, ': broken cue ', id);
    if (!found) return [];
    const [h, m, s, h2, m2, s2] = found.slice(1).map(Number);
    return [{ id, from: h * 3600 + m * 60 + s, to: h2 * 3600 + m2 * 60 + s2, text: said.join('\n') }];
  });
}

/** In order, without overlap, inside the film; with `whole`, without a gap from start to end. */
function inOrder(name, list, whole) {
  let last = 0;
  for (const { id, from, to } of list) {
    check(from < to, name, ': ', id, ' ends before it begins');
    check(whole ? near(from, last, 0.001) : from >= last, name, ': ', id, ' begins at ', from, ', the one before ends at ', last);
    last = to;
  }
  check(list.length > 0, name, ': is empty');
  check(whole ? near(last, lesson.duration, 0.001) : last <= lesson.duration, name, ': ends at ', last, ', the film at ', lesson.duration);
}

const size = (src) => {
  try { return fs.statSync(there(src)).size; } catch { wrong.push(`${src}: is missing`); return 0; }
};

const spoken = parts.flatMap((part) => part.said);
let english = [];
for (const { lang, src } of lesson.captions) {
  const list = cues(src);
  inOrder(src, list, false);
  check(list.length === spoken.length, src, ': ', list.length, ' captions for ', spoken.length, ' sentences');
  check(size(src) <= limits.captions, src, ': more than ', limits.captions, ' bytes');
  for (const { id, from, to, text } of list) {
    // 21 signs a second is what readers of captions manage.
    const signs = text.replace(/<[^>]*>/g, '').length;
    check(signs <= 84, src, ': caption ', id, ' has ', signs, ' signs, more than two lines');
    check(signs / (to - from) <= 25, src, ': caption ', id, ' asks for ', Math.round(signs / (to - from)), ' signs a second');
  }
  if (lang === 'en') english = list;
}
for (const { src } of lesson.descriptions) inOrder(src, cues(src), true);
for (const { src } of lesson.transcripts) check(size(src) > 500, src, ': is empty');
/** What lasts until the next one begins. */
const spans = (list) => list.map((one, n) => ({ id: n, from: one.start, to: list[n + 1]?.start ?? lesson.duration, ...one }));
inOrder('chapters', spans(lesson.chapters), true);
inOrder('slides', spans(lesson.slides), true);

for (const part of parts) {
  part.said.forEach(([, en], n) => check(en.split(/\s+/).length <= 18, part.id, ': sentence ', n + 1, ' has more than 18 words'));
}

// What is heard around a cue: silence, in the film itself.
const film = there(lesson.files[0].src);
const heard = (from, to) => {
  const out = spawnSync('ffmpeg', ['-v', 'info', '-ss', String(from), '-to', String(to), '-i', film, '-af', 'volumedetect', '-vn', '-f', 'null', '-'], { encoding: 'utf8' });
  return Number(/max_volume: (-?[\d.]+|-inf)/.exec(out.stderr)?.[1].replace('-inf', '-99') ?? 0);
};
const ids = new Set();
for (const { id, at, rewindTo, required } of lesson.checkpoints) {
  check(!ids.has(id), 'checkpoint ', id, ': the id is there twice');
  ids.add(id);
  check(at > 0 && at < lesson.duration, 'checkpoint ', id, ': is outside the film');
  check(near(at / frame, Math.round(at / frame), 1e-6), 'checkpoint ', id, ': is not at a frame');
  check(rewindTo === undefined || rewindTo < at, 'checkpoint ', id, ': goes back to a later place');
  check(!required || rewindTo !== undefined, 'checkpoint ', id, ': is required and has no place to go back to');
  check(english.every(({ from, to }) => at > to - frame / 2 || at < from + frame / 2), 'checkpoint ', id, ': cuts a caption');
  check(english.every(({ from }) => from <= at - 0.5 || from >= at + 0.5), 'checkpoint ', id, ': a sentence begins within half a second');
  check(heard(at - 0.3, at + 0.3) < -35, 'checkpoint ', id, ': something is heard around ', at, ' s');
}
check(lesson.completion.minCheckpoints <= ids.size, 'completion: asks for more checkpoints than there are');

let all = 0;
for (const { src, bytes, height } of lesson.files) {
  const real = size(src);
  all += real;
  check(real === bytes, src, ': has ', real, ' bytes, the content file says ', bytes);
  check(real <= limits.video, src, ': ', real, ' bytes are more than ', limits.video);
  if (!real) continue;
  const found = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'stream=codec_type,height:format=duration', '-of', 'json', there(src)], { encoding: 'utf8' }));
  check(near(Number(found.format.duration), lesson.duration, 0.1), src, ': lasts ', found.format.duration, ' s');
  check(found.streams.some((stream) => stream.height === height), src, ': is not ', height, ' high');
  check(found.streams.some((stream) => stream.codec_type === 'audio'), src, ': has no sound');
}
for (const { id, from, to, picture, sound } of spans(lesson.slides)) {
  all += size(picture.src) + size(sound.src);
  check(size(picture.src) <= limits.picture, picture.src, ': more than ', limits.picture, ' bytes');
  check(size(sound.src) === sound.bytes && sound.bytes <= limits.sound, sound.src, ': ', size(sound.src), ' bytes');
  check(!fs.existsSync(there(picture.src)) || !fs.readFileSync(there(picture.src), 'utf8').includes('<text'), picture.src, ': has writing, which serves one language only');
  for (const lang of ['en', 'ru', 'kk', 'ar']) check(picture.alt[lang], id, ': no description in ', lang);
  const long = Number(execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', there(sound.src)], { encoding: 'utf8' }));
  check(near(long, to - from, 0.2), sound.src, ': lasts ', long, ' s instead of ', to - from);
}
check(all <= limits.all, 'all media: ', all, ' bytes are more than ', limits.all);

if (wrong.length) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
console.log(`${lesson.duration} s, ${ids.size} checkpoints, ${english.length} captions in ${lesson.captions.length} languages, ${all} bytes: all is well.`);
