/*
 * A classic script in the head of a page: asks the server for what the page says in data-asks, while the page's own scripts are on
 * their way. Whoever wants an answer takes it from window.asked (http.js), with the instant at which it came.
 */
(function () {
  var headers = { Accept: "application/json, application/geo+json, application/problem+json" };
  window.asked = {};
  document.currentScript.dataset.asks.split(" ").forEach(function (path) {
    window.asked[path] = fetch(path, { headers: headers, credentials: "same-origin" }).then(function (response) {
      return { response: response, came: performance.now() };
    });
    window.asked[path].catch(function () {});
  });
})();
