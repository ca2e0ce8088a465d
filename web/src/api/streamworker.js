/** The shared worker: one stream for all tabs of this browser. */
import { createHub, requestStream } from "./streamhub.js";

const hub = createHub({ request: requestStream });
self.onconnect = (event) => hub.join(event.ports[0]);
