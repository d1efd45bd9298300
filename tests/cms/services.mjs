// Programs that a site needs, on loopback and in a folder of their own: started for a file of tests,
// and ended with it.
import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { promisify } from "node:util";
import { LIMIT, until } from "../run/wait.mjs";

const run = promisify(execFile);

/** The folder of a plug-in that `cargo xtask package` made. */
export function pluginOf(name) {
  const { ADIL_PACKAGES } = process.env;
  if (!ADIL_PACKAGES) throw new Error("ADIL_PACKAGES names no folder: cargo xtask test cms");
  return join(ADIL_PACKAGES, name);
}

/** A port that nobody listens at. */
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** An empty folder, and what starts programs for it; all of it ends with the file. */
export function useServices(name) {
  const folder = mkdtempSync(join(tmpdir(), `adil-${name}-`));
  const running = [];
  after(async () => {
    // The last one that was started may need those before it until its end.
    for (const end of running.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a program to its end; what it said. */
  const call = async (program, given, more = {}) => {
    const { stdout } = await run(program, given, { cwd: folder, timeout: 5 * LIMIT, maxBuffer: 1 << 26, ...more });
    return stdout;
  };

  /** Starts a program that runs until the end. */
  const start = (program, given, more = {}) => {
    // A group of its own: some programs have workers, which are not to outlive them.
    const child = spawn(program, given, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], detached: true, ...more });
    const kill = () => {
      try {
        process.kill(-child.pid);
      } catch {
        // It has ended by itself.
      }
    };
    // A file that fails before its first test has no end of its own.
    for (const end of ["exit", "uncaughtExceptionMonitor"]) process.once(end, kill);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said = (said + data).slice(-4_000)));
    const ended = new Promise((done) => child.once("exit", done));
    running.push(async () => {
      kill();
      await ended;
    });
    const isUp = (question, what) => until(async () => {
      // Whoever has ended will not come up.
      if (child.exitCode !== null) return true;
      return question();
    }, what).then(() => {
      if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    });
    return { isUp };
  };

  /** A folder of a package of the system, as files of its own, but some of it. Links to nothing stay behind. */
  const copy = (from, to, without = []) => {
    const left = without.map((name) => join(from, name));
    const filter = (path) => existsSync(path) && !left.includes(path);
    cpSync(from, join(folder, to), { recursive: true, dereference: true, filter });
  };

  /** A database server that only this folder can reach; the path of its socket. */
  const database = async () => {
    const [data, socket] = ["data", "db.sock"].map((file) => join(folder, file));
    const own = ["--no-defaults", `--datadir=${data}`, `--user=${userInfo().username}`];
    await call("mariadb-install-db", [...own, "--auth-root-authentication-method=normal", "--skip-test-db"]);
    const server = start("/usr/sbin/mariadbd", [
      ...own, `--socket=${socket}`, "--skip-networking", `--pid-file=${join(folder, "db.pid")}`, "--innodb-flush-log-at-trx-commit=0",
    ]);
    const ask = (words) => call("mariadb", ["--no-defaults", "--user=root", `--socket=${socket}`, "-e", words]);
    await server.isUp(() => ask("select 1"), "the database answers");
    return { socket, ask };
  };

  /** PHP's own web server for a folder; its origin. */
  const php = async (site, { port, router = [], settings = [] }) => {
    // What a test changes in a site holds from the next page on.
    const given = ["opcache.revalidate_freq=0", ...settings].flatMap((setting) => ["-d", setting]);
    const server = start("php", [...given, "-S", `127.0.0.1:${port}`, "-t", join(folder, site), ...router], {
      // Pages that ask their own site for something need a second worker.
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
    });
    const origin = `http://127.0.0.1:${port}`;
    await server.isUp(() => fetch(origin, { redirect: "manual" }).then(() => true), "PHP answers");
    return origin;
  };

  return { folder, freePort, call, start, copy, database, php };
}
