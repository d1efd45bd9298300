// WebKit's inspector as its own windows speak with it: over the socket that WebKitWebDriver opened
// in the browser for itself. By it a script runs before those of a page, and a page's console and
// requests are heard, which WebDriver has no word for.
import { connect } from "node:net";
import { Elsewhere } from "./wait.mjs";

const LITTLE_ENDIAN = 1;
const NOBODY = 2 ** 40;
const number = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const words = (text) => Buffer.from(`${text}\0`);

/** A message: how long it is, its byte order, its name, and what it carries. */
function message(name, ...parts) {
  const body = Buffer.concat([words(name), ...parts]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length);
  head[4] = LITTLE_ENDIAN;
  return Buffer.concat([head, body]);
}

/** The socket of one browser, which all its windows share. */
export class Inspector {
  windows = new Map();
  #socket;
  #rest = Buffer.alloc(0);

  constructor(address) {
    const [host, port] = address.split(":");
    this.#socket = connect({ port: Number(port), host, noDelay: true });
    this.#socket.on("data", (bytes) => this.#read(bytes));
    this.#socket.on("error", () => {});
    this.#write("SetupInspectorClient", words("adil"));
  }

  #write(...parts) {
    this.#socket.write(message(...parts));
  }

  #read(bytes) {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    while (this.#rest.length > 5 && this.#rest.length >= 5 + this.#rest.readUInt32BE(0)) {
      const end = 5 + this.#rest.readUInt32BE(0);
      const body = this.#rest.subarray(5, end);
      this.#rest = this.#rest.subarray(end);
      const named = body.indexOf(0);
      this.#hear(body.subarray(0, named).toString(), body.subarray(named + 1));
    }
  }

  #hear(name, given) {
    if (name !== "SendMessageToFrontend") return;
    const target = Number(given.readBigUInt64LE(8));
    const told = JSON.parse(given.subarray(16, -1).toString());
    // The way leads over a second socket within the browser, and both hold an answer back until the
    // note before it, that the question is under way, is acknowledged: forty milliseconds, unless
    // something goes the other way. This asks for a window that is not there; nobody answers.
    if (told.id) this.#write("Setup", number(1), number(NOBODY));
    this.windows.get(target)?.hear(told);
  }

  /** Listens to a browser window by its number. */
  open(target) {
    const window = new Window((told) => this.#write("SendMessageToBackend", number(1), number(target), words(JSON.stringify(told))));
    this.windows.set(target, window);
    this.#write("Setup", number(1), number(target));
    return window;
  }

  close() {
    this.#socket.destroy();
  }
}

/** A browser window. What is in it changes its process, and with it its id, from site to site. */
class Window {
  /** What a new process is told before its page begins. */
  begin = () => [];
  on = () => {};
  #send;
  #last = 0;
  #waiting = new Map();
  #ready;
  ready = new Promise((done) => (this.#ready = done));

  constructor(send) {
    this.#send = send;
  }

  /** A message from the browser. */
  hear({ method, params, id, error }) {
    if (error) this.#waiting.get(id)?.fail(new Error(error.message));
    if (method === "Target.targetCreated") this.#meet(params.targetInfo);
    if (method === "Target.targetDestroyed") this.#leave(params.targetId);
    if (method === "Target.didCommitProvisionalTarget") {
      this.target = params.newTargetId;
      this.#leave(params.oldTargetId);
      this.on("moved", {});
    }
    if (method === "Target.dispatchMessageFromTarget") this.#answer(params.targetId, JSON.parse(params.message));
  }

  #meet({ targetId, type, isProvisional, isPaused }) {
    if (type !== "page") return;
    if (!isProvisional) this.target = targetId;
    for (const [method, params] of this.begin()) this.send(method, params, targetId).catch(() => {});
    if (isPaused) this.#tell("Target.resume", { targetId });
    this.#ready();
  }

  #leave(targetId) {
    for (const one of this.#waiting.values()) if (one.targetId === targetId) one.fail(new Elsewhere("goes elsewhere"));
  }

  #answer(targetId, { id, result, error, method, params }) {
    if (method) return this.on(method, params, targetId);
    const waiting = this.#waiting.get(id);
    if (error) waiting?.fail(new Error(error.message));
    else waiting?.done(result);
  }

  #tell(method, params) {
    this.#last += 1;
    this.#send({ id: this.#last, method, params });
  }

  /** Has new processes wait until they were told how to begin. */
  holdNew() {
    this.#tell("Target.setPauseOnStart", { pauseOnStart: true });
  }

  /** Asks the page for something. */
  send(method, params = {}, targetId = this.target) {
    return new Promise((done, fail) => {
      const id = this.#last + 1;
      const end = (act) => (value) => {
        this.#waiting.delete(id);
        act(value);
      };
      this.#waiting.set(id, { targetId, done: end(done), fail: end(fail) });
      this.#tell("Target.sendMessageToTarget", { targetId, message: JSON.stringify({ id, method, params }) });
    });
  }

  /** The page's document is another one; nobody answers for the last one any more. */
  forget() {
    for (const one of this.#waiting.values()) one.fail(new Elsewhere("goes elsewhere"));
  }
}
