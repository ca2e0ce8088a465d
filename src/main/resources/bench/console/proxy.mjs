/** Stands before the server: serves an empty page with the same Leaflet, and plays a stream of its own when one was given. */
import http from "node:http";

const EMPTY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>empty</title>
<link rel="stylesheet" href="/webjars/leaflet/1.9.4/dist/leaflet.css"><link rel="stylesheet" href="/bench.css">
<script defer src="/webjars/leaflet/1.9.4/dist/leaflet.js"></script><script defer src="/bench.js"></script>
</head><body><div id="map"></div></body></html>`;
const EMPTY_CSS = "html,body,#map{height:100%;margin:0}";
const EMPTY_JS = `L.map("map", { preferCanvas: true }).setView([30.06, 122.2], 13); requestAnimationFrame(() => requestAnimationFrame(() => { window.usefulAt = performance.now(); }));`;

/**
 * Answers { url, replaceStream(hello), streams(), send(text), close() }. While a stream is played in place of the server's, each
 * that opens is sent hello(), then what send() is given, which waits for those that read slowly.
 */
export function startProxy(server) {
  const streams = new Set();
  const target = new URL(server);
  let hello = null;
  const own = { "/bench-empty.html": ["text/html", EMPTY], "/bench.css": ["text/css", EMPTY_CSS], "/bench.js": ["text/javascript", EMPTY_JS] };
  const proxy = http.createServer((request, response) => {
    const path = request.url.split("?")[0];
    if (own[path]) {
      response.writeHead(200, { "Content-Type": own[path][0] });
      return response.end(own[path][1]);
    }
    if (hello && path === "/api/v1/stream") {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write(hello());
      streams.add(response);
      response.on("close", () => streams.delete(response));
      return undefined;
    }
    const upstream = http.request({ host: target.hostname, port: target.port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    upstream.on("error", () => response.destroy());
    response.on("close", () => upstream.destroy());
    request.pipe(upstream);
    return undefined;
  });
  return new Promise((ready) =>
    proxy.listen(0, "127.0.0.1", () =>
      ready({
        url: `http://127.0.0.1:${proxy.address().port}`,
        replaceStream: (words) => (hello = words),
        streams: () => streams.size,
        async send(text) {
          for (const stream of streams) if (!stream.write(text)) await new Promise((drained) => stream.once("drain", drained));
        },
        close() {
          proxy.close();
          proxy.closeAllConnections();
        },
      }),
    ),
  );
}
