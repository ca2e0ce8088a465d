package org.gridward.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Photos from the hand of a resident or a patrol to the disk and back to whom they concern. */
@GridwardIT
@TestPropertySource(properties = {"own-database=PhotosIT", "gridward.photos.folder=target/photos-it/photos"})
class PhotosIT {

    private static final Path FOLDER = Path.of("target", "photos-it", "photos");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PhotoJanitor janitor;

    private TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        Places places = context.getBean(Places.class);
        if (places.find("P-1").isEmpty()) {
            places.create(new NewPlace(
                    "P-1", "notice-board", "公示牌", "Board", 122.105, 30.025, Map.of("token", "photo-board")));
        }
        api = TestApi.of(context);
        TestApi.addUser(jdbc, "far-patrol", "patrol", TestTown.micro(3, 0));
    }

    private String incident() {
        TestApi.Answer answer = api.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "noise",
                                "description", "x",
                                "location", Map.of("lon", 122.105, "lat", 30.025)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private TestApi.Answer send(String user, String incident, byte[] photo, String query) {
        return api.as(user)
                .send("POST", "/api/v1/incidents/" + incident + "/photos" + query, photo, "Content-Type", "image/jpeg");
    }

    private static long files() throws Exception {
        if (!Files.exists(FOLDER)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aPhotoIsKeptWithoutItsMetadataWhichOnlyDispatchersRead() throws Exception {
        String incident = incident();
        long before = files();
        TestApi.Answer added =
                send("patrol", incident, TestPhotos.withExif(400, 300, 6), "?purpose=AFTER&lon=122.1051&lat=30.0251");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(files()).isEqualTo(before + 1);
        assertThat(added.json().path("width").asInt()).isEqualTo(300);
        assertThat(added.json().path("far").asBoolean()).isFalse();
        assertThat(added.json().path("distanceMeters").asDouble()).isBetween(5.0, 30.0);

        TestApi.Answer picture = api.as("patrol").get(added.header("Location"));
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.header("Content-Disposition")).startsWith("attachment");
        assertThat(picture.headers().allValues("Content-Security-Policy")).anyMatch(rule -> rule.contains("sandbox"));
        assertThat(picture.body()).doesNotContain("Exif");
        JsonNode forPatrol = api.as("patrol")
                .get("/api/v1/incidents/" + incident + "/photos")
                .json()
                .path("items")
                .get(0);
        assertThat(forPatrol.has("camera")).isFalse();
        JsonNode forDesk = api.as("dispatcher")
                .get("/api/v1/incidents/" + incident + "/photos")
                .json()
                .path("items")
                .get(0);
        assertThat(forDesk.path("camera").path("takenAt").asString()).isEqualTo("2026:03:01 09:30:00");
        assertThat(forDesk.path("camera").path("lat").asDouble()).isBetween(30.024, 30.026);
        assertThat(api.as("far-patrol").get(added.header("Location")).status()).isEqualTo(403);
        assertThat(api.as("planner").get(added.header("Location")).status()).isEqualTo(403);
        assertThat(api.get(added.header("Location")).status()).isEqualTo(401);
    }

    @Test
    void whatIsNoPhotoIsRefusedWithAReasonAndLeavesNothing() throws Exception {
        String incident = incident();
        long before = files();
        TestApi.Answer huge = send("patrol", incident, TestPhotos.pngClaiming(50_000, 50_000), "");
        assertThat(huge.status()).isEqualTo(422);
        assertThat(huge.json().path("detail").asString()).contains("50000 by 50000");
        byte[] svg = "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.US_ASCII);
        assertThat(send("patrol", incident, svg, "").problem()).isEqualTo("photo-not-acceptable");
        assertThat(send("patrol", incident, new byte[13 * 1024 * 1024], "").status())
                .isEqualTo(413);
        assertThat(send("patrol", incident, TestPhotos.plain("jpg", 20, 20), "?purpose=../../etc")
                        .status())
                .isEqualTo(400);
        assertThat(send("patrol", incident, TestPhotos.plain("jpg", 20, 20), "?lon=122.1")
                        .status())
                .isEqualTo(422);
        assertThat(send("patrol", UUID.randomUUID().toString(), TestPhotos.plain("jpg", 20, 20), "")
                        .status())
                .isEqualTo(404);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void evidenceFarFromThePlaceIsFlaggedAndStillTaken() {
        String incident = incident();
        TestApi.Answer said =
                send("patrol", incident, TestPhotos.plain("jpg", 40, 30), "?purpose=AFTER&lon=122.12&lat=30.025");
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().path("far").asBoolean()).isTrue();
        assertThat(said.json().path("distanceMeters").asDouble()).isBetween(1_400.0, 1_500.0);
        assertThat(said.json().path("thresholdMeters").asDouble()).isEqualTo(150);
        TestApi.Answer byCamera = send("patrol", incident, TestPhotos.withExif(40, 30, 1), "?purpose=AFTER");
        assertThat(byCamera.json().path("far").asBoolean()).isFalse();
        assertThat(byCamera.json().path("lon").isNull()).isTrue();
    }

    @Test
    void aFullDiskKeepsTheReportAndThePhotoIsWaitedFor() throws Exception {
        if (Files.exists(FOLDER)) {
            Files.move(FOLDER, FOLDER.resolveSibling("photos-aside"));
        }
        Files.createDirectories(FOLDER.getParent());
        Files.writeString(FOLDER, "no folder can be made here");
        TestApi.Answer report;
        TestApi.Answer waiting;
        try {
            report = api.post(
                    "/api/v1/public/boards/photo-board/reports", Map.of("category", "noise", "description", "有照片"));
            assertThat(report.status()).as(report.body()).isEqualTo(201);
            waiting = api.send(
                    "POST",
                    "/api/v1/public/photos",
                    TestPhotos.plain("jpg", 40, 30),
                    "Ticket",
                    report.json().path("photoTicket").asString());
            assertThat(waiting.status()).as(waiting.body()).isEqualTo(202);
            assertThat(waiting.json().path("state").asString()).isEqualTo("PENDING");
        } finally {
            Files.delete(FOLDER);
            Path aside = FOLDER.resolveSibling("photos-aside");
            if (Files.exists(aside)) {
                Files.move(aside, FOLDER);
            }
        }
        String id = waiting.json().path("id").asString();
        assertThat(api.as("dispatcher").get("/api/v1/photos/" + id).problem()).isEqualTo("photo-not-there");
        TestApi.Answer again = api.send(
                "POST",
                "/api/v1/public/photos?pending=" + id,
                TestPhotos.plain("jpg", 40, 30),
                "Ticket",
                report.json().path("photoTicket").asString());
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(api.as("dispatcher").get("/api/v1/photos/" + id).status()).isEqualTo(200);
    }

    @Test
    void aResidentAddsThreePhotosToTheOwnReportAndToNoOther() {
        TestApi.Answer report =
                api.post("/api/v1/public/boards/photo-board/reports", Map.of("category", "noise", "description", "x"));
        assertThat(report.json().path("statusPage").asString())
                .isEqualTo("/s/" + report.json().path("trackingCode").asString());
        String ticket = report.json().path("photoTicket").asString();
        for (int i = 0; i < 3; i++) {
            assertThat(api.send("POST", "/api/v1/public/photos", TestPhotos.plain("png", 40 + i, 30), "Ticket", ticket)
                            .status())
                    .isEqualTo(201);
        }
        assertThat(api.send("POST", "/api/v1/public/photos", TestPhotos.plain("png", 40, 30), "Ticket", ticket)
                        .problem())
                .isEqualTo("too-many-photos");
        String forged = ticket.substring(0, 8) + (ticket.charAt(8) == 'A' ? 'B' : 'A') + ticket.substring(9);
        for (String other : new String[] {forged, "x", "", "AAAA"}) {
            assertThat(api.send("POST", "/api/v1/public/photos", TestPhotos.plain("png", 40, 30), "Ticket", other + " ")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(api.send("POST", "/api/v1/public/photos", new byte[7 * 1024 * 1024], "Ticket", ticket)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aPhotoThatIsThereIsNotKeptTwiceAndReplacedByNobody() throws Exception {
        String incident = incident();
        byte[] photo = TestPhotos.plain("png", 64, 64);
        String id = send("patrol", incident, photo, "").json().path("id").asString();
        Path file = FOLDER.resolve(id.substring(34)).resolve(id + ".jpg");
        byte[] before = Files.readAllBytes(file);
        String ticket = api.post(
                        "/api/v1/public/boards/photo-board/reports", Map.of("category", "noise", "description", "x"))
                .json()
                .path("photoTicket")
                .asString();
        assertThat(send("patrol", incident, photo, "").body()).contains(id);
        assertThat(api.send("POST", "/api/v1/public/photos?pending=" + id, photo, "Ticket", ticket)
                        .problem())
                .isEqualTo("photo-not-waited-for");
        assertThat(send("patrol", incident(), TestPhotos.plain("jpg", 9, 9), "?pending=" + id)
                        .problem())
                .isEqualTo("photo-not-waited-for");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void thePhotoOfAHeldReportComesAlongWhenItIsReleased() {
        TestApi.Answer held = null;
        for (int i = 0; i < 7; i++) {
            held = api.post(
                    "/api/v1/public/boards/photo-board/reports",
                    Map.of("category", "noise", "description", "many " + i),
                    "Device",
                    "one-device-0001");
        }
        assertThat(held.status()).as(held.body()).isEqualTo(202);
        assertThat(api.send(
                                "POST",
                                "/api/v1/public/photos",
                                TestPhotos.plain("jpg", 40, 30),
                                "Ticket",
                                held.json().path("photoTicket").asString())
                        .status())
                .isEqualTo(201);
        TestApi.Answer released = api.as("dispatcher")
                .post("/api/v1/quarantine/" + held.json().path("id").asString() + "/release", "");
        assertThat(api.as("dispatcher")
                        .get(released.header("Location") + "/photos")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void filesThatNoRowSpeaksOfAreRemovedOnceTheyAreOld() throws Exception {
        String incident = incident();
        send("patrol", incident, TestPhotos.plain("jpg", 40, 30), "");
        UUID lost = UUID.randomUUID();
        Path folder = Files.createDirectories(FOLDER.resolve(lost.toString().substring(34)));
        Path orphan = Files.writeString(folder.resolve(lost + ".jpg"), "orphan");
        Path half = Files.writeString(folder.resolve(UUID.randomUUID() + ".jpg.part"), "half");
        janitor.clean(Duration.ofHours(1)); // takes what earlier runs left, and not these
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        Files.setLastModifiedTime(orphan, old);
        Files.setLastModifiedTime(half, old);
        assertThat(janitor.clean(Duration.ofHours(1))).isEqualTo(1);
        assertThat(orphan).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(api.as("dispatcher")
                        .get("/api/v1/incidents/" + incident + "/photos")
                        .json()
                        .path("items")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("STORED");
    }
}
