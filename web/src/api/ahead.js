/*
 * A classic script in the head of a page: asks the server for what the page says in data-asks, and for the tiles that this browser saw
 * last, while the page's own scripts are on their way. Whoever wants an answer takes it from window.asked (http.js), with the instant
 * at which it came.
 */
(function () {
  var headers = { Accept: "application/json, application/geo+json, application/problem+json" };
  window.asked = {};
  document.currentScript.dataset.asks.split(" ").concat(tiles()).forEach(function (path) {
    window.asked[path] = fetch(path, { headers: headers, credentials: "same-origin" }).then(function (response) {
      return { response: response, came: performance.now() };
    });
    window.asked[path].catch(function () {});
  });

  /** Kept by the map; a page that is to show a past second has no use for them. */
  function tiles() {
    if (location.search) return [];
    try {
      return (localStorage.getItem("gridward.tiles") || "").split(" ").filter(function (path) {
        return path.indexOf("/api/v1/tiles/") === 0;
      });
    } catch {
      return [];
    }
  }
})();
