/** What somebody else does meanwhile, over the interface. */
export function api(server, user, password) {
  const basic = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const path = (id) => `/api/v1/incidents/${id}`;

  async function call(method, place, body, more = {}) {
    const answer = await fetch(server + place, {
      method,
      headers: { Authorization: basic, "Content-Type": "application/json", ...more },
      body: body && JSON.stringify(body),
    });
    if (answer.status >= 500) throw new Error(`${method} ${place} was answered with ${answer.status}`);
    return answer;
  }

  return {
    read: async (id) => (await call("GET", path(id))).json(),
    report: async (report) => (await call("POST", "/api/v1/incidents", report)).json(),
    release: async (id) => (await call("DELETE", `${path(id)}/claim`)).ok,
    claim: async (id) => (await call("PUT", `${path(id)}/claim`)).ok,
    /** Whether the server took it. */
    async act(id, action, more = {}) {
      const found = await call("GET", path(id));
      return (await call("POST", `${path(id)}/actions`, { action, ...more }, { "If-Match": found.headers.get("ETag") })).ok;
    },
  };
}
