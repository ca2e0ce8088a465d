package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridward.TestApi;

/** One page in one browser: notes all that the console says, each request that leaves the server, and what was sent. */
final class Screen implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** How long a page may take on a busy machine before a test calls it broken. */
    private static final double PATIENCE_MILLIS = 20_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();

    Screen(String home, BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log") && !message.type().equals("debug")) {
                complaints.add(message.type() + ": " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(home)
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                foreign.add(request.url());
            }
        });
        page.onResponse(answers::add);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to a page that wants a user, is sent to the sign-in page, signs in there and is taken back. */
    void signInAt(String path, String user) {
        page.navigate(path);
        assertThat(page.url()).contains("/login.html");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(TestApi.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login.html"));
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Pulls the cable, or puts it back. */
    void network(boolean there) {
        context.setOffline(!there);
    }

    /** Until it has stood in one place for a third of a second: the map moves to a case that is opened. */
    void awaitRest(String selector) {
        page.evaluate("""
                (selector) => new Promise((done, failed) => {
                  let last = '';
                  let still = 0;
                  let frames = 0;
                  const look = () => {
                    const box = document.querySelector(selector)?.getBoundingClientRect();
                    const at = box ? `${box.x} ${box.y}` : '';
                    still = at && at === last ? still + 1 : 0;
                    last = at;
                    if (still > 20) done(true);
                    else if (++frames > 1200) failed(new Error(`${selector} does not stand still`));
                    else requestAnimationFrame(look);
                  };
                  look();
                })""", selector);
    }

    /** Once the map has drawn all it wants, keeps a picture under target/screenshots. */
    void picture(String name) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                        page.locator("[data-ground=coming], .leaflet-tile:not(.leaflet-tile-loaded)"))
                .hasCount(0);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** What all answers so far weighed, uncompressed. */
    long bytesReceived() {
        return List.copyOf(answers).stream()
                .mapToLong(answer -> answer.body().length)
                .sum();
    }

    /** As {@link #assertClean}, but the server refused so many actions on the way. */
    void assertCleanButRefused(int actions) {
        assertThat(complaints)
                .as("the console's log")
                .allMatch(line -> line.contains("status of 409") && line.contains("/actions"))
                .hasSize(actions);
        assertThat(foreign).as("requests to other servers").isEmpty();
    }

    void assertClean() {
        assertThat(complaints).as("the console's log").isEmpty();
        assertThat(foreign).as("requests to other servers").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
