import { createServer } from "node:http";

/** A real server of a stream with a log of events; tests cut, stall, refuse and repeat as they like. */
export async function streamServer() {
  const log = [];
  const clients = new Set();
  const asked = [];
  const named = [];
  const modes = { refuse: 0, silent: false, repeat: false, forgetBefore: 0, at: () => "2026-03-02T08:00:00Z" };
  const text = (one) => `id: ${one.id}\nevent: Probe\ndata: {"n":${one.id}}\n\n`;

  const server = createServer((request, response) => {
    const header = request.headers["last-event-id"];
    asked.push(header === undefined ? null : Number(header));
    if (modes.refuse) return void response.writeHead(modes.refuse).end();
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write(": open\n\n");
    if (modes.silent) return;
    const last = log.length;
    const after = header === undefined ? last : Number(header);
    if (after < modes.forgetBefore || after > last) response.write(`id: ${last}\nevent: resync\ndata: {}\n\n`);
    else for (const one of log.slice(modes.repeat ? Math.max(0, after - 3) : after)) response.write(text(one));
    beat(response);
    clients.add(response);
    response.on("close", () => clients.delete(response));
  });

  function beat(response) {
    response.write(`id: ${log.length}\nevent: heartbeat\ndata: {"at":"${modes.at()}"}\n\n`);
  }

  function cutShort(client, begun) {
    clients.delete(client);
    client.write(begun, () => client.destroy());
  }

  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    modes,
    asked,
    clients,
    size: () => log.length,
    named,
    request(lastId, signal, name) {
      named.push(name ?? null);
      return fetch(url, { signal, headers: lastId === null ? {} : { "Last-Event-ID": String(lastId) } });
    },
    /** Writes an event; a client may be cut in the middle of it. */
    happen(cutAt = null) {
      const one = { id: log.length + 1 };
      log.push(one);
      for (const client of [...clients]) {
        if (cutAt === null) client.write(text(one));
        else cutShort(client, text(one).slice(0, cutAt));
      }
    },
    /** An event that no client is told of, as if it was lost on the way. */
    lose: () => log.push({ id: log.length + 1 }),
    beat: () => clients.forEach(beat),
    /** Ends every stream as a server does when the user has opened others. */
    supersede: () => clients.forEach((client) => client.end("event: superseded\ndata: {}\n\n")),
    cut: () => clients.forEach((client) => client.destroy()),
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}

/** Resolves once the condition holds, or after long enough for the assertion that follows to say what is missing. */
export async function until(holds) {
  const end = performance.now() + 15_000;
  while (!holds() && performance.now() < end) await new Promise((again) => setTimeout(again, 5));
}
