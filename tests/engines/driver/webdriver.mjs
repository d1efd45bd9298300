// WebDriver as the few HTTP requests that it is.
import { request } from "node:http";
import { createServer } from "node:net";
import { LIMIT, sleep } from "./wait.mjs";

export const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

/** One request on a connection of its own, as the driver closes those that wait. */
const exchange = (url, method, body) => new Promise((done, fail) => {
  const text = body && JSON.stringify(body);
  const headers = text ? { "content-type": "application/json", "content-length": Buffer.byteLength(text) } : {};
  const asked = request(url, { method, headers, agent: false }, async (response) => {
    const parts = await response.toArray();
    done({ status: response.statusCode, text: Buffer.concat(parts).toString() });
  });
  asked.on("error", fail).end(text);
});

async function ask(url, method, body) {
  const { status, text } = await exchange(url, method, body);
  const { value } = JSON.parse(text);
  if (status !== 200) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

/** A session with a driver that was just started at a port; `send` asks it for something. */
export async function openSession(port, capabilities) {
  const base = `http://127.0.0.1:${port}`;
  const end = Date.now() + LIMIT;
  while (!(await exchange(`${base}/status`, "GET").catch(() => undefined))) {
    if (Date.now() > end) throw new Error("the driver does not answer");
    await sleep(20);
  }
  const { sessionId, capabilities: about } = await ask(`${base}/session`, "POST", { capabilities: { alwaysMatch: capabilities } });
  const session = `${base}/session/${sessionId}`;
  return {
    about,
    send: (method, path, body = method === "POST" ? {} : undefined) => ask(session + path, method, body),
    end: () => ask(session, "DELETE").catch(() => {}),
  };
}
