/**
 * Reads server-sent events off a body until it ends: frame({ id, type, data }) for each event, sign() whenever anything at
 * all arrives. Read by hand and not by EventSource, which hides the status of a refusal and every type it was not told of.
 */
export async function readEvents(body, { frame, sign }) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = createParser(frame);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    sign();
    parse(decoder.decode(value, { stream: true }));
  }
}

/** Takes text in whatever pieces it comes and tells whole events; a piece without data is told with empty data. */
export function createParser(frame) {
  let rest = "";
  let id = null;
  let type = "";
  let data = [];
  let fields = 0;

  function line(text) {
    if (text === "") {
      if (fields) frame({ id, type: type || "message", data: data.join("\n") });
      id = null;
      type = "";
      data = [];
      fields = 0;
      return;
    }
    if (text.startsWith(":")) return;
    const colon = text.indexOf(":");
    const name = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    fields += 1;
    if (name === "id") id = value;
    else if (name === "event") type = value;
    else if (name === "data") data.push(value);
  }

  return (text) => {
    rest += text;
    let end = rest.search(/\r\n|\n|\r(?!$)/);
    while (end >= 0) {
      line(rest.slice(0, end));
      rest = rest.slice(end + (rest.startsWith("\r\n", end) ? 2 : 1));
      end = rest.search(/\r\n|\n|\r(?!$)/);
    }
  };
}
