import { ApiProblem, call } from "./http.js";

/** Who is signed in: { name, roles, jurisdiction, unit? }. Without a session the sign-in page takes over. */
export async function whoAmI() {
  try {
    return (await call("GET", "/api/v1/me")).data;
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401) {
      location.assign(`/login.html?then=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
      return new Promise(() => {});
    }
    throw problem;
  }
}

/** Makes the server hand out its CSRF cookie before the first form is sent, when it has not come with the page. */
export async function touch() {
  if (document.cookie.includes("XSRF-TOKEN=")) return;
  try {
    await call("GET", "/api/v1/categories");
  } catch {
    // The form will say what is wrong when it is sent.
  }
}

/** Answers who signed in, and in `wanted` the page that was asked for before. */
export async function signIn(username, password) {
  const { data } = await call("POST", "/login", { form: { username, password } });
  return { ...(await call("GET", "/api/v1/me")).data, wanted: data?.then ?? null };
}

export async function signOut() {
  try {
    await call("POST", "/logout");
  } finally {
    location.assign("/login.html");
  }
}
