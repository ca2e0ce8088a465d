package org.gridward.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Photos are kept as long as a case may be asked about, and not for ever. */
@GridwardIT
@TestPropertySource(properties = "own-database=ForgottenPhotosIT")
class ForgottenPhotosIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PhotoJanitor janitor;

    @Test
    void photosOfACaseLongOverAreForgottenAndThoseOfOthersStay() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        TestApi api = TestApi.of(context).as("dispatcher");
        String old = withPhoto(api);
        String open = withPhoto(api);
        TestLife.close(api, old);
        assertThat(janitor.forget()).as("closed just now").isZero();
        jdbc.sql("UPDATE incident.incidents SET closed_at = now() - interval '37 months' WHERE id = ?::uuid")
                .param(old)
                .update();
        assertThat(janitor.forget()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT incident_id::text FROM evidence.photos")
                        .query(String.class)
                        .list())
                .containsExactly(open);
    }

    private static String withPhoto(TestApi api) {
        String id = api.post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "noise",
                                "description",
                                "x",
                                "location",
                                Map.of("lon", 122.105, "lat", 30.025)))
                .json()
                .path("id")
                .asString();
        TestApi.Answer stored = api.send(
                "POST",
                "/api/v1/incidents/" + id + "/photos?purpose=AFTER",
                TestPhotos.plain("jpg", 90, 60),
                "Content-Type",
                "image/jpeg");
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        return id;
    }
}
