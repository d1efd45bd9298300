#!/usr/bin/env node
// Makes the video lesson "The Scholarship List" from script.mjs, scenes.mjs, lesson.mjs and questions.mjs:
//
//   node widgets/video/media/make.mjs [folder]
//
// The media go into a folder beside the content file (widgets/video/examples/scholarship-list by
// default), the content file with all times and sizes beside that folder.
// Needs ffmpeg with libx264, libvpx-vp9 and libopus, espeak-ng and rsvg-convert:
//   apt-get install ffmpeg espeak-ng librsvg2-bin

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as lesson from './lesson.mjs';
import { checkpoints } from './questions.mjs';
import { svg } from './scenes.mjs';
import { chapters, languages, parts, voices } from './script.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, '../examples/scholarship-list'));
const folder = path.basename(out);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'adil-lesson-'));

// All lengths are counted in frames, so that a cue is exactly a frame of the video.
const fps = 25, rate = 16_000, samples = rate / fps;
// Between parts the picture changes in the middle of the pause; a cue has silence on both sides.
const pauses = { sentence: 12, part: 22, checkpoint: 40, start: 20, end: 45 };
const seconds = (frames) => frames / fps;

const run = async (tool, ...args) => (await promisify(execFile)(tool, args, { maxBuffer: 1 << 28, encoding: 'buffer' })).stdout;
const ffmpeg = (...args) => run('ffmpeg', '-v', 'error', '-y', '-threads', '1', ...args);

/** Speaks a sentence: mono samples without silence at either end, filled up to a whole frame. */
async function speak(who, text) {
  const { voice, speed, pitch } = voices[who];
  const file = path.join(work, 'said.wav');
  await run('espeak-ng', '-v', voice, '-s', String(speed), '-p', String(pitch), '-w', file, text);
  // The sharp edge of a synthesiser is taken off, and every voice is made equally loud.
  const raw = await ffmpeg('-i', file, '-af', 'highpass=f=90,lowpass=f=7200', '-ac', '1', '-ar', String(rate), '-f', 's16le', '-');
  const pcm = new Int16Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length - raw.length % 2));
  const loud = (n) => Math.abs(n) > 250;
  const from = Math.max(0, pcm.findIndex(loud) - 220), to = pcm.findLastIndex(loud) + 660;
  const said = pcm.slice(from, to);
  const level = Math.sqrt(said.reduce((sum, n) => sum + n * n, 0) / said.length);
  const frames = Math.ceil(said.length / samples);
  const whole = new Int16Array(frames * samples);
  said.forEach((n, at) => { whole[at] = Math.max(-32_000, Math.min(32_000, n * 3_200 / level)); });
  return { frames, pcm: whole };
}

/** Lays all sentences on one line of time, in frames. */
async function layOut() {
  let now = pauses.start;
  const sounds = [];
  for (const [n, part] of parts.entries()) {
    part.sentences = [];
    for (const [who, ...texts] of part.said) {
      const { frames, pcm } = await speak(who, texts[0]);
      sounds.push({ at: now, pcm });
      part.sentences.push({ who, texts, from: now, to: now + frames });
      now += frames + pauses.sentence;
    }
    now -= pauses.sentence;
    const stop = checkpoints.find((checkpoint) => checkpoint.after === part.id);
    const last = n === parts.length - 1;
    const pause = last ? pauses.end : stop ? pauses.checkpoint : pauses.part;
    part.to = now + (last ? pause : pause / 2);
    if (stop) stop.frame = part.to;
    now += pause;
  }
  parts.forEach((part, n) => { part.from = n ? parts[n - 1].to : 0; });
  const track = new Int16Array(now * samples);
  for (const { at, pcm } of sounds) track.set(pcm, at * samples);
  return { frames: now, track };
}

const wav = (pcm) => {
  const head = Buffer.alloc(44);
  head.write('RIFF'); head.writeUInt32LE(36 + pcm.byteLength, 4); head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16); head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24); head.writeUInt32LE(rate * 2, 28); head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34); head.write('data', 36); head.writeUInt32LE(pcm.byteLength, 40);
  return Buffer.concat([head, Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength)]);
};

/** What is shown when: a still for each part, with a sign while somebody in the picture speaks. */
function shots() {
  const list = [];
  const show = (part, speaks, from, to) => {
    const last = list.at(-1);
    if (to <= from) return;
    if (last?.part === part && last.speaks === speaks) last.to = to;
    else list.push({ part, speaks, from, to });
  };
  for (const part of parts) {
    let now = part.from;
    for (const { who, from, to } of part.sentences) {
      const speaks = svg(part.id, who) === svg(part.id) ? null : who;
      show(part.id, null, now, from);
      show(part.id, speaks, from, to);
      now = to;
    }
    show(part.id, null, now, part.to);
  }
  return list;
}

/** Paints every frame's picture once and lists the shots for ffmpeg. */
async function paint(height, list) {
  const lines = ['ffconcat version 1.0'];
  for (const shot of list) {
    const name = [shot.part, shot.speaks ?? 'still', height].join('-');
    const png = path.join(work, [name, '.png'].join(''));
    if (!fs.existsSync(png)) {
      fs.writeFileSync(path.join(work, 'shot.svg'), svg(shot.part, shot.speaks));
      await run('rsvg-convert', '-h', String(height), '-w', String(height * 16 / 9), '-o', png, path.join(work, 'shot.svg'));
    }
    // Every frame is named by itself: durations would be rounded.
    for (let n = shot.from; n < shot.to; n += 1) lines.push(`file '${png}'`, `duration ${1 / fps}`);
  }
  const file = path.join(work, `shots-${height}.txt`);
  fs.writeFileSync(file, lines.join('\n'));
  return ['-r', String(fps), '-f', 'concat', '-safe', '0', '-i', file];
}

const exact = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'];

async function cut({ frames, track }) {
  const list = shots();
  const sound = path.join(work, 'all.wav');
  fs.writeFileSync(sound, wav(track));
  // A whole picture at each part, since learners stop and go back there, and every ten seconds.
  const keys = parts.map((part) => part.from);
  const key = ['-force_key_frames', keys.map(seconds).join(','), '-g', '250'];
  for (const height of [360, 720]) {
    const input = [...await paint(height, list), '-i', sound, '-t', String(seconds(frames)), '-r', String(fps), '-pix_fmt', 'yuv420p'];
    const aac = ['-c:a', 'aac', '-b:a', '20k', '-movflags', '+faststart'];
    await ffmpeg(...input, '-c:v', 'libx264', '-profile:v', height === 360 ? 'main' : 'high', '-preset', 'slow', '-tune', 'animation', '-crf', '29', '-refs', '3', '-level', height === 360 ? '3.0' : '3.1', '-threads:v', '1', ...key, ...aac, ...exact, path.join(out, `lesson-${height}.mp4`));
    if (height === 360) await ffmpeg(...input, '-c:v', 'libvpx-vp9', '-crf', '38', '-b:v', '0', '-cpu-used', '4', '-row-mt', '0', ...key, '-c:a', 'libopus', '-b:a', '18k', '-application', 'voip', ...exact, path.join(out, `lesson-${height}.webm`));
  }
}

/** The slides: a drawing and a sound for each part. */
async function slides(track) {
  for (const part of parts) {
    fs.writeFileSync(path.join(out, `${part.id}.svg`), svg(part.id));
    fs.writeFileSync(path.join(work, 'part.wav'), wav(track.slice(part.from * samples, part.to * samples)));
    await ffmpeg('-i', path.join(work, 'part.wav'), '-c:a', 'libmp3lame', '-b:a', '24k', '-write_xing', '0', '-id3v2_version', '0', ...exact, path.join(out, `${part.id}.mp3`));
  }
}

const clock = (frames) => new Date(Math.round(seconds(frames) * 1000)).toISOString().slice(11, 23);
const vtt = (notes, cues) => ['WEBVTT', ...notes, ...cues.map(({ id, from, to, text }) => `${id}\n${clock(from)} --> ${clock(to)}\n${text}`)].join('\n\n') + '\n';
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const draft = (lang) => lang === 'en' ? [] : ['NOTE A draft that awaits a native reader.'];

/** Captions stay until just before the next one, at most a second longer than they are spoken. */
function words() {
  const all = parts.flatMap((part) => part.sentences.map((sentence) => ({ ...sentence, part })));
  languages.forEach((lang, l) => {
    const captions = all.map(({ who, texts, from, to, part }, n) => {
      const name = voices[who].name?.[lang];
      const end = Math.min(to + fps, all[n + 1]?.part === part ? all[n + 1].from - 2 : part.to);
      return { id: n + 1, from, to: end, text: name ? `<v ${name}>${escaped(texts[l])}</v>` : escaped(texts[l]) };
    });
    fs.writeFileSync(path.join(out, `captions.${lang}.vtt`), vtt(draft(lang), captions));
    fs.writeFileSync(path.join(out, `descriptions.${lang}.vtt`), vtt(draft(lang), parts.map(({ id, from, to, seen }) => ({ id, from, to, text: seen[lang] }))));
    const text = spans().map((chapter) => [chapter.title[lang], ...parts.filter((part) => part.chapter === chapter.id)
      .map((part) => [`[${part.seen[lang]}]`, spoken(part, l)].join('\n'))].join('\n\n'));
    fs.writeFileSync(path.join(out, `transcript.${lang}.txt`), [lesson.envelope.title[lang], ...text].join('\n\n') + '\n');
  });
}

/** What is said in a part, a line for each speaker. */
function spoken(part, l) {
  const lines = [];
  for (const { who, texts } of part.sentences) {
    if (lines.at(-1)?.who === who) lines.at(-1).text += ` ${texts[l]}`;
    else lines.push({ who, text: texts[l] });
  }
  return lines.map(({ who, text }) => voices[who].name ? `${voices[who].name[languages[l]]}: ${text}` : text).join('\n');
}

const spans = () => chapters.map((chapter) => {
  const inside = parts.filter((part) => part.chapter === chapter.id);
  return { ...chapter, from: inside[0].from, to: inside.at(-1).to };
});

/** The content file. Times are seconds, sizes bytes, addresses relative to the file. */
function content(frames) {
  const at = (name) => [folder, name].join('/');
  const bytes = (name) => fs.statSync(path.join(out, name)).size;
  const source = (name, type, height) => ({ src: at(name), type, height, bytes: bytes(name) });
  const track = (kind) => languages.map((lang) => ({ lang, src: at(`${kind}.${lang}.${kind === 'transcript' ? 'txt' : 'vtt'}`), _status: lang === 'en' ? 'original' : 'draft' }));
  const find = (id) => parts.find((part) => part.id === id);
  return {
    ...lesson.envelope,
    duration: seconds(frames),
    poster: { src: at('lucky.svg'), alt: find('lucky').seen },
    files: [
      source('lesson-720.mp4', 'video/mp4; codecs="avc1.64001F, mp4a.40.2"', 720),
      source('lesson-360.mp4', 'video/mp4; codecs="avc1.4D401E, mp4a.40.2"', 360),
      source('lesson-360.webm', 'video/webm; codecs="vp9, opus"', 360),
    ],
    captions: track('captions'), descriptions: track('descriptions'), transcripts: track('transcript'),
    chapters: spans().map(({ title, from }) => ({ start: seconds(from), title })),
    slides: parts.map((part) => ({
      start: seconds(part.from),
      picture: { src: at(`${part.id}.svg`), alt: part.seen },
      sound: { src: at(`${part.id}.mp3`), type: 'audio/mpeg', bytes: bytes(`${part.id}.mp3`) },
      text: Object.fromEntries(languages.map((lang, l) => [lang, spoken(part, l)])),
    })),
    checkpoints: checkpoints.map(({ id, after, again, frame, ...rest }) => ({
      id, at: seconds(frame), ...(again && { rewindTo: seconds(find(again).from) }), ...rest,
    })),
    completion: lesson.completion,
    teacherNotes: lesson.teacherNotes,
  };
}

try {
  fs.mkdirSync(out, { recursive: true });
  const timed = await layOut();
  words();
  await slides(timed.track);
  await cut(timed);
  fs.writeFileSync(path.join(out, '..', `${folder}.json`), `${JSON.stringify(content(timed.frames), null, 2)}\n`);
  const total = fs.readdirSync(out).reduce((sum, name) => sum + fs.statSync(path.join(out, name)).size, 0);
  console.log(`${seconds(timed.frames)} s, ${total} bytes in ${out}`);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
