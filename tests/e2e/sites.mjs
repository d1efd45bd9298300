// Stand-ins for the players of other sites: they speak the same messages over a clock of their
// own, and keep what they were told.
import { checkSoon, settled } from "./page.mjs";

const player = (speak) => `<!doctype html><title>A player</title><script>
  const state = { at: 0, since: 0, playing: false, rate: 1, told: [] };
  const at = () => state.at + (state.playing ? (performance.now() - state.since) / 1000 * state.rate : 0);
  const turn = (playing) => { state.at = at(); state.since = performance.now(); state.playing = playing; };
  const seek = (to) => { state.at = to; state.since = performance.now(); };
  const post = (words) => parent.postMessage(JSON.stringify(words), "*");
  ${speak}
</script>`;

/** Tells positions four times a second, as YouTube does, and plays when it is sought. */
export const youtube = player(`
  let heard = false;
  // It says that it is there before anybody asked, which answers nothing.
  post({ event: "onReady", info: null });
  const deliver = (more) => heard && post({ event: "infoDelivery", info: { ...more, progressState: { current: at(), duration: 60, loaded: 60 } } });
  addEventListener("message", ({ data }) => {
    const { event, func, args } = JSON.parse(data);
    state.told.push(func ?? event);
    if (event === "listening") { heard = true; deliver({ playerState: state.playing ? 1 : 5, duration: 60 }); }
    if (func === "playVideo") { turn(true); deliver({ playerState: 1 }); }
    if (func === "pauseVideo") { turn(false); deliver({ playerState: 2 }); }
    if (func === "seekTo") { seek(args[0]); turn(true); deliver({ playerState: 1 }); }
    if (func === "setPlaybackRate") { turn(state.playing); state.rate = args[0]; deliver({ playbackRate: args[0] }); }
  });
  setInterval(() => deliver(), 250);`);

/** Tells positions to those who asked, as Vimeo does. */
export const vimeo = player(`
  const asked = new Set();
  const tell = (event) => asked.has(event) && post({ event, data: { seconds: at(), duration: 60 } });
  post({ event: "ready" });
  addEventListener("message", ({ data }) => {
    const { method, value } = JSON.parse(data);
    state.told.push(method);
    if (method === "addEventListener") asked.add(value);
    if (method === "getDuration") post({ method, value: 60 });
    if (method === "play") { turn(true); tell("play"); }
    if (method === "pause") { turn(false); tell("pause"); }
    if (method === "seekTo") { seek(value); tell("seeked"); }
  });
  setInterval(() => state.playing && tell("timeupdate"), 250);`);

/** Runs in the page: keeps what is said to it, whoever says it. */
export function keepMessages() {
  window.messages = [];
  addEventListener("message", ({ data }) => window.messages.push(typeof data === "string" ? data : JSON.stringify(data)));
}

/** The page has heard these words so many times, and shown what came of them. */
export async function isHeard(page, words, times = 1) {
  await checkSoon(() => page.evaluate((words) => window.messages.filter((one) => one === words).length, words), times);
  await settled(page);
}

/** Answers for both sites instead of the network; \`asked` are the addresses. */
export async function standIn(page, asked = []) {
  for (const [address, body] of [["https://www.youtube-nocookie.com/**", youtube], ["https://player.vimeo.com/**", vimeo]]) {
    await page.route(address, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body, contentType: "text/html" });
    });
  }
  return asked;
}
