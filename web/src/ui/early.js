/* Runs before the first paint (the one classic script): sets language and theme so nothing flashes, and keeps early forms. */
(function () {
  var root = document.documentElement;
  function kept(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  var asked = /[?&]lang=(zh-CN|en|qps)(&|$)/.exec(location.search);
  var language = asked ? asked[1] : kept("gridward.language");
  if (language === "qps") {
    root.dataset.pseudo = "yes";
    language = "en";
  }
  if (language !== "zh-CN" && language !== "en") {
    language = /^zh/i.test(navigator.language || "") ? "zh-CN" : "en";
  }
  var theme = kept("gridward.theme");
  var dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  // A form sent before its script is there waits for it instead of leaving without what the script adds.
  addEventListener(
    "submit",
    function (event) {
      if (root.dataset.ready) return;
      event.preventDefault();
      root.dataset.sendWhenReady = "yes";
    },
    true,
  );
  root.lang = language;
  root.dataset.theme = root.hasAttribute("data-wall") ? "wall" : dark ? "dark" : "light";
})();
