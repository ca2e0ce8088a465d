package org.gridward.scenario;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, headless, driven by Playwright; it never downloads a browser. */
final class Chromium implements AutoCloseable {

    private static final List<Path> PROGRAMS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path program = PROGRAMS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium at " + PROGRAMS + "; install the package chromium, as ./gridward test does."));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    /** A fresh browser of one user: no cookies, one language, one size, light or dark, standing in the test town. */
    Screen open(String home, String locale, int width, int height, ColorScheme scheme) {
        return new Screen(home, browser.newContext(options(home, locale, width, height, scheme)));
    }

    /** The same on a phone: fingers in place of a mouse. */
    Screen openPhone(String home, String locale, ColorScheme scheme) {
        return new Screen(
                home,
                browser.newContext(options(home, locale, 390, 844, scheme)
                        .setHasTouch(true)
                        .setIsMobile(true)));
    }

    private static Browser.NewContextOptions options(
            String home, String locale, int width, int height, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setBaseURL(home)
                .setLocale(locale)
                .setTimezoneId("America/New_York")
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setPermissions(List.of("geolocation"))
                .setGeolocation(new Geolocation(30.025, 122.115).setAccuracy(12));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
