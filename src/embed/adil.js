// The script tag: defines the elements at once, and loads a widget's bundle when the first of
// its kind comes near the viewport. Everything that a page needs besides is in WebAssembly.

// Attributes of each element, modes that have bundles of their own, and whether it takes part in
// forms; a test compares the attributes with its SPEC.
const WIDGETS = {
  "adil-quiz": {
    attributes: "seed pick shuffle tries time-limit currency versions before",
    modes: "class print",
  },
  "adil-pledge": {
    attributes: "beside required signature receipt",
    modes: "reminder class certificate verify",
    form: true,
  },
  "adil-video": { attributes: "version no-skip hls", modes: "" },
};
const EVERY = "src lang mode level storage ";

// The languages that widgets speak, and what learners read in them when one cannot run: a
// sentence, and the button to try again.
const SORRY = {
  en: ["This could not start.", "Try again"],
  ru: ["Не удалось запустить.", "Попробовать ещё раз"],
  kk: ["Ашылмады.", "Қайталап көру"],
  ar: ["تعذّر التشغيل.", "إعادة المحاولة"],
};

// The stamp keeps an old bundle in a cache from meeting a new script.
const address = (name) => new URL(`${name}?v=__ADIL_BUILD__`, import.meta.url).href;

// Optional hashes, as `data-integrity="adil-quiz.js=sha384-… adil-quiz_bg.wasm=sha384-…"`.
const script = [...document.scripts].find((tag) => tag.src === import.meta.url);
const hashOf = (name) => script?.dataset.integrity?.match(`${name}=(\\S+)`)?.[1] ?? "";

const problem = (name, message) => Object.assign(new Error(message), { name });

const sheetOf = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

// What a browser keeps may be what was wrong; whoever tries again asks the server.
let cache = "default";
const OURS = "bundle-load";
const fetched = async (url, code, init) => {
  const response = await fetch(url, { cache, ...init }).catch((cause) => ({ status: cause.message }));
  // Some networks answer every request with a page of their own, to sign in; none of our files
  // is a page.
  const isPage = code === OURS && /html/.test(response.headers?.get("content-type"));
  if (!response.ok || isPage) throw problem(code, `${url} could not be loaded: ${response.status}`);
  return response;
};

// Files that all elements share, by name; a failed one is asked for again.
const shared = new Map();
const share = (name, make) => {
  if (!shared.has(name)) {
    const file = fetched(address(name), OURS).then((response) => response.text()).then(make)
      .catch((cause) => {
        shared.delete(name);
        throw problem(OURS, `${name}: ${cause.message}`);
      });
    shared.set(name, file);
  }
  return shared.get(name);
};

// Running bundles by name, and how often one had to start afresh.
const bundles = new Map();
let restarts = 0;

const start = async (name, again) => {
  if (!self.WebAssembly) throw problem("wasm-missing", "no WebAssembly");
  const glue = `${name}.js`;
  const wasm = `${name}_bg.wasm`;
  const url = address(glue) + again;
  const integrity = hashOf(glue);
  if (integrity) {
    // The browser checks a hash of a module only where a link announces it.
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "modulepreload", href: url, integrity }));
  }
  const module_or_path = fetched(address(wasm) + again, OURS, { integrity: hashOf(wasm) });
  module_or_path.catch(() => {});
  try {
    const module = await import(url);
    if (!module.mount) throw new Error("another version");
    await module.default({ module_or_path });
    return module;
  } catch (cause) {
    const { message } = cause;
    // The engines name the page's policy in other words each; a broken file has none of them, but
    // its address may.
    throw /secur|eval|embedder/i.test(message.replace(/\S+:\S+/g, ""))
      ? problem("wasm-blocked", `add 'wasm-unsafe-eval' to script-src: ${message}`)
      : problem(OURS, message);
  }
};

const bundle = (name) => {
  if (!bundles.has(name)) {
    // Stacks tell by it which instance trapped.
    const again = restarts ? `&again=${restarts}` : "";
    const entry = { live: new Set(), again, ready: start(name, again) };
    entry.ready.catch(() => retire(name, entry));
    bundles.set(name, entry);
  }
  return bundles.get(name);
};

// A bundle that failed or trapped is never used again; the next one is a fresh instance.
const retire = (name, entry) => {
  if (bundles.get(name) === entry) {
    bundles.delete(name);
    restarts++;
  }
};

// All widgets of a bundle that trapped end, and offer to begin again.
const fall = (name, entry, error) => {
  retire(name, entry);
  for (const crash of [...entry.live]) crash(error);
};

const TRAP = "RuntimeError";
const onTrap = (event) => {
  const error = event.error ?? event.reason;
  if (error?.name !== TRAP) return;
  const stack = `${error.stack}`;
  for (const [name, entry] of [...bundles]) {
    // Where the browser does not name the file, every bundle of ours starts afresh. A late call of
    // an instance that was given up is no affair of the one that runs.
    const found = stack.match(`/${name}(?:_bg[.later]*\\.wasm|\\.js)\\?v=\\w+(&again=\\d+|)`);
    if (found ? found[1] === entry.again : !/\.wasm/.test(stack)) fall(name, entry, error);
  }
};
addEventListener("error", onTrap);
addEventListener("unhandledrejection", onTrap);

// Elements that follow the page's language.
const speaking = new Set();
new MutationObserver(() => speaking.forEach((restart) => restart())).observe(
  document.documentElement,
  { attributeFilter: ["lang"] },
);

// Pages share the details of events; none may change them for the others.
const frozen = (_, value) => Object.freeze(value);

const SHELL = `:host{display:block}:host([hidden]){display:none}[part=error]{overflow-wrap:anywhere}[part=retry]{font:inherit;min-block-size:44px}`;

const define = (tag, { attributes: own, modes, form }) => {
  const attributes = (EVERY + own).split(" ");

  class AdilElement extends HTMLElement {
    static observedAttributes = attributes;
    static formAssociated = form;

    #internals = this.attachInternals?.();
    #root = this.#internals?.shadowRoot ?? this.attachShadow({ mode: "open" });
    #slot = this.#root.appendChild(document.createElement("slot"));
    #content;
    #sheets = [];
    #kept = "";
    #mode; // of the view that was mounted last
    #near; // sees when the element comes near the viewport
    #end; // ends what is mounted, or the error that is shown
    #turn = 0; // counts starts, so that a late one knows that it is late
    #started = false;
    #queued = false;

    connectedCallback() {
      // What the page set before this class was there lies over the accessors.
      for (const name of ["content", ...attributes.map(camel)]) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      speaking.add(this.#restart);
      this.#dress();
      if (this.#started) return this.#end || this.#start();
      if (this.getAttribute("loading") === "eager") return this.#start();
      this.#near = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
        { rootMargin: "300px" },
      );
      this.#near.observe(this);
      for (const event of WAKING) this.addEventListener(event, this.#start);
    }

    // moveBefore(): nothing ends, nothing starts.
    connectedMoveCallback() {}

    disconnectedCallback() {
      // An element that is moved comes back before this runs, and keeps its view.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#sleep();
        speaking.delete(this.#restart);
        this.#turn++;
        this.#finish();
      });
    }

    // Style sheets do not follow an element into another document, nor back.
    #dress(...sheets) {
      if (sheets.length) this.#sheets = sheets;
      try {
        this.#root.adoptedStyleSheets = this.#sheets;
      } catch {
        // They are of the document that made them.
      }
    }

    formResetCallback() {
      this.formStateRestoreCallback("reset");
    }

    formStateRestoreCallback(state) {
      this.#kept = state;
      this.#restart();
    }

    attributeChangedCallback(name, before, now) {
      if (before !== now) this.#restart();
    }

    get content() {
      return this.#content;
    }

    set content(value) {
      this.#content = value;
      this.#restart();
    }

    #sleep() {
      this.#near?.disconnect();
      for (const event of WAKING) this.removeEventListener(event, this.#start);
    }

    #restart = () => {
      if (!this.#started || this.#queued) return;
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        if (this.isConnected) this.#start();
      });
    };

    #finish() {
      this.#end?.();
      this.#end = undefined;
    }

    #state = (name, on) => {
      try {
        this.#internals.states[on ? "add" : "delete"](name);
      } catch {
        // Browsers before 2024 have no states; their styles go without.
      }
    };

    get #lang() {
      for (let node = this; node; ) {
        const found = node.closest?.("[lang]");
        if (found) return found.lang;
        node = node.getRootNode().host;
      }
      return navigator.language;
    }

    // The language among ours that comes nearest.
    get #ours() {
      const base = this.#lang.split("-")[0].toLowerCase();
      return SORRY[base] ? base : "en";
    }

    #texts() {
      const file = (lang) => share(`locales/${tag.slice(5)}.${lang}.json`, (text) => JSON.parse(text) && text);
      return file(this.#ours).catch(() => file("en"));
    }

    async #read() {
      const inline = this.querySelector(":scope > script[type='application/json']");
      const source = this.getAttribute("src");
      if (this.#content !== undefined) {
        const given = this.#content;
        try {
          return ["content", this.baseURI, typeof given === "string" ? given : `${JSON.stringify(given)}`];
        } catch ({ message }) {
          throw problem("content", `content: ${message}`);
        }
      }
      if (source) {
        const url = new URL(source, this.baseURI);
        const response = await fetched(url, "content-load");
        return [url.pathname.split("/").pop(), url.href, await response.text()];
      }
      if (inline) return ["inline", this.baseURI, inline.textContent];
      throw problem("content-missing", "needs src, content or JSON inside");
    }

    #start = async () => {
      const turn = ++this.#turn;
      this.#sleep();
      this.#started = true;
      this.#state("loading", true);
      const mode = this.getAttribute("mode");
      const name = modes.split(" ").includes(mode) ? `${tag}-${mode}` : tag;
      try {
        const entry = bundle(name);
        const loaded = await Promise.all([
          entry.ready,
          share(`${tag}.css`, sheetOf),
          this.#texts(),
          this.#read(),
        ]);
        if (turn === this.#turn) this.#mount(name, entry, loaded);
      } catch (error) {
        if (turn === this.#turn) this.#fail(error);
      }
    };

    #mount(name, entry, [module, sheet, texts, [file, base, content]]) {
      this.#finish();
      // What a view of another mode has kept until now is not for this one.
      const mode = this.getAttribute("mode");
      if (this.#mode !== undefined && this.#mode !== mode) this.#kept = "";
      this.#mode = mode;
      const box = document.createElement("div");
      this.#dress(sheet);
      this.#root.append(box);
      const crash = (error) => {
        // What a view took over of the page, it gives back when it ends; a trapped one cannot.
        for (const own of this.querySelectorAll("[slot=media]")) {
          own.slot = "";
          own.controls = true;
        }
        this.#fail(problem("crash", error.message));
      };
      let mounted;
      this.#end = () => {
        entry.live.delete(crash);
        // A trapped instance may trap again; what it holds goes with it.
        if (bundles.get(name) === entry) mounted?.free();
        box.remove();
        this.#slot.hidden = false;
        this.#state("ready", false);
      };
      entry.live.add(crash);
      try {
        mounted = module.mount(box, {
          content, name: file, base, texts, lang: this.#lang, kept: this.#kept, id: this.id,
          attribute: (name) => this.getAttribute(name) ?? undefined,
          emit: (type, detail, cancelable) => this.#emit(type, JSON.parse(detail, frozen), cancelable),
          state: this.#state,
          keep: (run) => (this.#kept = run),
          form: (value, missing) => {
            this.#internals?.setFormValue(value || null, this.#kept);
            this.#internals?.setValidity({ valueMissing: !!missing }, missing);
            // A browser shows what is missing only at what can have focus.
            if (missing) this.tabIndex = -1;
          },
          load: (name, then) => import(address(name)).then((module) => then(module.default), then),
          part: (then) => module.part().then(then, then),
        });
      } catch (error) {
        if (error.name === TRAP) return fall(name, entry, error);
        throw error;
      }
      this.#slot.hidden = true;
      this.#state("loading", false);
      this.#state("error", false);
      this.#state("ready", true);
    }

    #emit(type, detail, cancelable) {
      const options = { bubbles: true, composed: true, cancelable, detail };
      return this.dispatchEvent(new CustomEvent(type, options));
    }

    // The fallback between the tags stays; below it the learner may try again, and the author
    // reads what to mend.
    #fail(error) {
      this.#finish();
      this.#state("loading", false);
      this.#state("error", true);
      const { name: code, message } = error;
      const lang = this.#ours;
      const [sorry, retry] = SORRY[lang];
      const make = (tag, part, ...children) => {
        const element = document.createElement(tag);
        element.part = part;
        element.append(...children);
        return element;
      };
      const button = make("button", "retry", retry);
      button.onclick = () => {
        cache = "reload";
        this.#start();
      };
      const details = make("details", "", make("summary", "", code), message);
      const panel = make("div", "error", make("p", "", sorry), button, details);
      panel.role = "alert";
      panel.dir = "auto";
      panel.lang = lang;
      this.#dress(sheetOf(SHELL));
      this.#root.append(panel);
      this.#end = () => panel.remove();
      console.error(`<${tag}> ${code}: ${message}`);
      this.#emit("adil-error", frozen(0, { code, message }), false);
    }
  }

  for (const name of attributes) {
    // `before` is a method of every element and stays it.
    if (name in HTMLElement.prototype) continue;
    Object.defineProperty(AdilElement.prototype, camel(name), {
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        if (value == null || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? "" : value);
      },
    });
  }
  customElements.define(tag, AdilElement);
};

const WAKING = ["pointerover", "focusin"];
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

for (const [tag, widget] of Object.entries(WIDGETS)) {
  // A second copy of the script finds the elements defined.
  if (!customElements.get(tag)) define(tag, widget);
}
