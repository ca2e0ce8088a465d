package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Scripts and styles are kept by browsers for good, under an address that changes with any of them; pages never are. */
@GridwardIT
class PageFilesIT {

    private static final Pattern PACK = Pattern.compile("\"(/v/[0-9a-f]{12}/vendor/pack/console\\.(css|js))\"");
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/v/([0-9a-f]{12})/src/[^\"]+\\.js)\"");

    @Autowired
    ApplicationContext context;

    private TestApi anybody;

    @BeforeEach
    void connect() {
        anybody = TestApi.of(context);
    }

    @Test
    void aPageNamesItsFilesByVersionAndIsAskedForEachTime() {
        TestApi.Answer page = anybody.get("/login.html");
        assertThat(page.header("Cache-Control")).contains("no-cache");
        assertThat(page.header("Last-Modified")).isNull();
        assertThat(page.body()).doesNotContain("\"/src/");
        Matcher script = SCRIPT.matcher(page.body());
        assertThat(script.find()).isTrue();

        TestApi.Answer file = anybody.get(script.group(1));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("immutable", "max-age=31536000");
        assertThat(file.header("Content-Type")).contains("javascript");
        assertThat(anybody.get("/v/" + script.group(2) + "/vendor/gcoord/index.js")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theConsoleNamesItsPackOfScriptsAndOfStylesAndBothAreThereForGood() {
        String page = anybody.as("dispatcher").get("/").body();
        Matcher packs = PACK.matcher(page);
        List<String> found = new ArrayList<>();
        while (packs.find()) {
            found.add(packs.group(2));
            TestApi.Answer file = anybody.get(packs.group(1));
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("immutable");
        }
        assertThat(found).containsExactly("css", "js");
        assertThat(anybody.get("/webjars/leaflet/1.9.4/dist/leaflet.js").header("Cache-Control"))
                .as("a path with a version in it")
                .contains("immutable");
        assertThat(page).doesNotContain("/src/console/main.js").doesNotContain("/src/ui/queue.css");
        assertThat(anybody.get("/src/console/main.js").status())
                .as("the modules are there as they are written")
                .isEqualTo(200);
    }

    @Test
    void aPageThatWasOpenBeforeAnUpgradeStillFindsItsFilesAndNothingElse() {
        assertThat(anybody.get("/v/0123456789ab/src/ui/dom.js").body())
                .isEqualTo(anybody.get("/src/ui/dom.js").body());
        assertThat(anybody.get("/v/0123456789ab/src/ui/nothing.js").status()).isEqualTo(404);
        assertThat(anybody.get("/v/x/%2e%2e/application.yml").status()).isIn(400, 404);
        assertThat(anybody.get("/v/x/../../application.yml").status()).isIn(400, 404);
    }
}
