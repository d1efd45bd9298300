// A player of another site in a frame, in the clothes of a media element: positions, promises and
// events as a <video> has them. None of the site's scripts runs in the page; both sides post
// messages. It is loaded only when a learner has agreed to ask that site.

/** How far a position may jump between two messages before it counts as a seek, in seconds. */
const JUMP = 1.5;

/** How long a site may take to go where it was told, and to say its first word, in milliseconds. */
const SETTLES = 2_000;
const PATIENCE = 10_000;

/**
 * How each site says things. `read` takes a message apart; what it does not tell is missing. Tables
 * of words have no prototype, since `toString` is none of a player's words.
 */
const SITES = {
  YouTube: {
    origin: "https://www.youtube-nocookie.com",
    greet: [{ event: "listening" }],
    call: (func, ...args) => ({ event: "command", func, args }),
    play: "playVideo",
    pause: "pauseVideo",
    volume: 100,
    mute: (muted) => [muted ? "mute" : "unMute"],
    read: ({ info }) => {
      if (!info || typeof info !== "object") return {};
      const { current, duration } = info.progressState ?? {};
      const state = info.playerState;
      return {
        at: current ?? info.currentTime, duration: duration ?? info.duration, rate: info.playbackRate,
        volume: info.volume / 100, muted: info.muted, ended: state === 0,
        playing: { __proto__: null, 0: false, 1: true, 2: false }[state],
        waiting: { __proto__: null, 0: false, 1: false, 2: false, 3: true }[state],
      };
    },
  },
  Vimeo: {
    origin: "https://player.vimeo.com",
    greet: [
      ...["timeupdate", "play", "pause", "ended", "seeked", "bufferstart", "bufferend", "playbackratechange", "volumechange"]
        .map((value) => ({ method: "addEventListener", value })),
      { method: "getDuration" },
      { method: "getVolume" },
    ],
    call: (method, value) => ({ method, value }),
    play: "play",
    pause: "pause",
    volume: 1,
    mute: (muted) => ["setMuted", muted],
    read: ({ event, method, value, data }) => ({
      at: data?.seconds, duration: data?.duration ?? (method === "getDuration" ? value : undefined),
      // Not every video may be played faster.
      rate: event === "error" && data?.method === "setPlaybackRate" ? 1 : data?.playbackRate,
      volume: data?.volume ?? (method === "getVolume" ? value : undefined), muted: data?.muted, ended: event === "ended",
      playing: { __proto__: null, play: true, pause: false, ended: false }[event],
      waiting: { __proto__: null, bufferstart: true, bufferend: false }[event],
      greets: event === "ready",
    }),
  },
};

const isNumber = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;

export default class Frame extends EventTarget {
  #site;
  #frame;
  #timers = [];
  #at = 0;
  #told = 0; // when the position was told
  #duration = NaN;
  #rate = 1;
  #volume = 1;
  #muted = false;
  #answered = false;
  #queue = []; // what is said once the site listens
  #waits = false; // for the network
  paused = true;
  seeking = false;
  defaultPlaybackRate = 1;
  // Nothing is known of what is loaded, and everything can be sought.
  buffered = { length: 0 };
  seekable = { length: 1, start: () => 0, end: () => Infinity };
  readyState = 0;

  /** Shows a site's player at an address, which has to be the site's own. */
  constructor(site, address, title) {
    super();
    this.#site = SITES[site];
    if (!address.startsWith(`${this.#site.origin}/`)) throw new TypeError(address);
    const frame = document.createElement("iframe");
    Object.assign(frame, {
      src: address, title, className: "media", allow: "autoplay; encrypted-media; picture-in-picture",
      // Without the page's origin YouTube shows an error instead of the video.
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    frame.part = "media";
    this.#frame = frame;
    addEventListener("message", this.#hear);
    // The site's script starts some time after the frame: it is greeted until it answers.
    this.#timers.push(setInterval(() => this.#answered || this.#site.greet.forEach((words) => this.#post(words)), 250));
    // Positions are told rarely; between them the clock tells.
    this.#timers.push(setInterval(this.#tick, 50));
    this.#wait();
  }

  /** A site that is blocked or has no such video says nothing at all. */
  #wait() {
    this.#timers.push(setTimeout(() => this.#answered || this.#fire("error"), PATIENCE));
  }

  /** Asks the site once more. */
  load() {
    this.#answered = false;
    // An address that ends in a place of the film (#t=90s) would only be gone to if it were set anew.
    this.#frame.replaceWith(this.#frame);
    this.#wait();
  }

  /** The frame, to be put into the page. */
  get element() {
    return this.#frame;
  }

  /** Ends messages and timers. */
  end() {
    this.#timers.forEach(clearInterval);
    removeEventListener("message", this.#hear);
    this.#frame.remove();
  }

  #fire(name) {
    this.dispatchEvent(new Event(name));
  }

  #post(words) {
    // Only the site itself may read it, whatever the frame shows by now.
    this.#frame.contentWindow?.postMessage(JSON.stringify(words), this.#site.origin);
  }

  #call(name, ...given) {
    const words = this.#site.call(name, ...given);
    // Whoever presses Play before the site's script has started is heard later.
    if (this.#answered) this.#post(words);
    else this.#queue.push(words);
  }

  #hear = ({ source, origin, data }) => {
    if (!source || source !== this.#frame.contentWindow || origin !== this.#site.origin) return;
    let words = data;
    try {
      if (typeof data === "string") words = JSON.parse(data);
    } catch {
      return;
    }
    if (!words || typeof words !== "object") return;
    const { at, duration, rate, volume, muted, playing, ended, waiting, greets } = this.#site.read(words);
    // A frame that only says that it is there has not been greeted yet.
    if (greets || playing !== undefined || [at, duration, volume].some(isNumber)) this.#answered = !greets;
    if (this.#answered) this.#queue.splice(0).forEach((words) => this.#post(words));
    if (isNumber(rate) && rate > 0) this.#pace(rate);
    if (isNumber(volume) || muted !== undefined) this.#loud(volume || this.#volume, muted ?? volume === 0);
    if (isNumber(duration) && duration > 0 && duration !== this.#duration) {
      this.#duration = duration;
      this.readyState = 4;
      this.#fire("durationchange");
    }
    if (playing !== undefined && playing === this.paused) {
      this.#note(this.currentTime);
      this.paused = !playing;
      this.#fire(playing ? "play" : "pause");
      if (playing) this.#fire("playing");
    }
    if (waiting !== undefined && waiting !== this.#waits) {
      this.#note(this.currentTime);
      this.#waits = waiting;
      this.#fire(waiting ? "waiting" : this.paused ? "canplay" : "playing");
    }
    if (isNumber(at)) this.#moved(at);
    if (ended) this.#fire("ended");
  };

  #note(at) {
    this.#at = at;
    this.#told = performance.now();
  }

  #moved(at) {
    const jumped = Math.abs(at - this.currentTime) > JUMP;
    if (this.seeking) {
      // Until a site has gone there it tells where it was.
      if (!jumped) this.#settle(at);
      return;
    }
    this.#note(at);
    if (!jumped) return this.#fire("timeupdate");
    // None of the sites says reliably that a learner sought.
    this.#fire("seeking");
    // Whoever heard it may have led elsewhere.
    if (!this.seeking) this.#fire("seeked");
  }

  #settle(at) {
    this.seeking = false;
    this.#note(at);
    this.#fire("seeked");
  }

  #tick = () => {
    if (this.seeking && performance.now() - this.#told > SETTLES) this.#settle(this.#at);
    if (!this.paused) this.#fire("timeupdate");
  };

  get duration() {
    return this.#duration;
  }

  get currentTime() {
    if (this.paused || this.seeking || this.#waits) return this.#at;
    // Messages stop while a tab sleeps; then nothing is counted on.
    return this.#at + (Math.min(performance.now() - this.#told, 2_000) / 1000) * this.#rate;
  }

  set currentTime(to) {
    this.seeking = true;
    this.#note(to);
    this.#call("seekTo", to, ...(this.#site === SITES.YouTube ? [true] : []));
    // YouTube begins to play when it is sought.
    if (this.paused && this.#site === SITES.YouTube) this.pause();
    this.#fire("seeking");
  }

  /** It plays no files. */
  canPlayType() {
    return "";
  }

  play() {
    this.#call(this.#site.play);
    return Promise.resolve();
  }

  pause() {
    this.#call(this.#site.pause);
  }

  get playbackRate() {
    return this.#rate;
  }

  set playbackRate(rate) {
    this.#call("setPlaybackRate", rate);
    this.#pace(rate);
  }

  get volume() {
    return this.#volume;
  }

  set volume(share) {
    this.#call("setVolume", share * this.#site.volume);
    this.#loud(share, this.#muted);
  }

  get muted() {
    return this.#muted;
  }

  set muted(muted) {
    this.#call(...this.#site.mute(muted));
    this.#loud(this.#volume, muted);
  }

  // A learner may use the site's own controls, too.

  #pace(rate) {
    if (rate === this.#rate) return;
    this.#note(this.currentTime);
    this.#rate = rate;
    this.#fire("ratechange");
  }

  #loud(volume, muted) {
    if (volume === this.#volume && muted === this.#muted) return;
    this.#volume = volume;
    this.#muted = muted;
    this.#fire("volumechange");
  }
}
