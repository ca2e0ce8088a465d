package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=EditionTimesIT")
class EditionTimesIT {

    private static final Instant MARCH = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2025-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    private TestApi planner;

    @BeforeEach
    void connect() {
        planner = TestApi.of(context).as("planner");
    }

    @Test
    void aLayerThatIsRetiredHasNobodyUntilALaterEditionBringsItBack() {
        layer("retired");
        adopt("retired", MARCH, "A");
        Instant before = databaseClock();
        TestApi.Answer ended = planner.post(
                "/api/v1/layers/retired/retirements", Map.of("validFrom", MAY.toString(), "reason", "no funds"));
        assertThat(ended.status()).isEqualTo(201);

        assertThat(owner("retired", APRIL, null)).contains("A");
        assertThat(owner("retired", MAY, null)).isEmpty();
        assertThat(owner("retired", MAY, before)).contains("A");
        assertThatThrownBy(() -> editions.retire(new RetireEdition("retired", JUNE, "again"), "test"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("no-edition-in-force"));

        adopt("retired", APRIL, "A");
        assertThat(owner("retired", MAY, null))
                .as("what was decided to end in May still does")
                .isEmpty();
        adopt("retired", JUNE, "A");
        assertThat(owner("retired", JUNE, null)).contains("A");
        assertThat(owner("retired", MAY, null)).isEmpty();

        JsonNode changes = planner.get("/api/v1/layers/retired/changes").json().path("items");
        assertThat(changes.valueStream().map(change -> change.path("kind").asString()))
                .containsExactly("ADOPT", "ADOPT", "RETIRE", "ADOPT");
        assertThat(changes.get(2).path("reason").asString()).isEqualTo("no funds");
        assertThat(planner.get("/api/v1/layers/retired?at=" + MAY)
                        .json()
                        .path("edition")
                        .isNull())
                .isTrue();
        assertThat(planner.get("/api/v1/layers/retired?at=" + MAY + "&knownAt=" + before)
                        .json()
                        .path("grids")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anEditionThatBeganInMarchAndNotInAprilAnswersForMarchOnceThatIsKnown() {
        layer("moved");
        adopt("moved", Instant.parse("2025-01-01T00:00:00Z"), "A");
        Edition second = adopt("moved", APRIL, "B");
        Instant before = databaseClock();
        TestApi.Answer moved = planner.post(
                "/api/v1/layers/moved/editions/" + second.id() + "/periods",
                Map.of("validFrom", MARCH.toString(), "reason", "the decree says March"));
        assertThat(moved.status()).isEqualTo(201);
        assertThat(owner("moved", MARCH, null)).contains("B");
        assertThat(owner("moved", MARCH, before)).contains("A");

        Instant between = databaseClock();
        editions.move(move("moved", second, MAY), "test");
        assertThat(owner("moved", APRIL, null))
                .as("the earlier one lasts longer")
                .contains("A");
        assertThat(owner("moved", APRIL, between)).contains("B");

        JsonNode then = planner.get("/api/v1/layers/moved/editions/" + second.id() + "?knownAt=" + before)
                .json();
        assertThat(then.path("validFrom").asString()).isEqualTo(APRIL.toString());
        assertThat(then.path("periods").size()).isEqualTo(1);
        assertThat(then.path("periods").get(0).path("knownUntil").isNull()).isTrue();
        JsonNode now =
                planner.get("/api/v1/layers/moved/editions/" + second.id()).json();
        assertThat(now.path("periods").valueStream().map(period -> period.path("validFrom")
                        .asString()))
                .containsExactly(APRIL.toString(), MARCH.toString(), MAY.toString());
    }

    @Test
    void aMoveOverAnotherBeginningAndAnEndBeforeTheBeginningAreRefused() {
        layer("narrow");
        Edition first = adopt("narrow", MARCH, "A");
        adopt("narrow", APRIL, "B");
        Edition third = adopt("narrow", MAY, "C");
        assertThatThrownBy(() -> editions.move(move("narrow", third, MARCH.plusSeconds(1)), "test"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("edition-in-the-way"));
        assertThatThrownBy(() -> editions.move(move("narrow", first, JUNE), "test"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("valid-period"));
    }

    @Test
    void anEditionForAWhileGivesWayToTheOneBeforeItAndBothPartsOfThatCanBeCorrected() {
        layer("roadworks");
        Edition usual = adopt("roadworks", MARCH, "A");
        editions.adopt(
                new AdoptEdition(
                        "roadworks", APRIL, Optional.of(MAY), List.of(square("B")), Optional.empty(), "roadworks"),
                "test");
        assertThat(owner("roadworks", APRIL, null)).contains("B");
        assertThat(owner("roadworks", MAY, null)).contains("A");
        Instant before = databaseClock();
        Edition correction = editions.adopt(
                new AdoptEdition("roadworks", MARCH, List.of(square("C")), Optional.of(usual.id()), "corrected"),
                "test");
        assertThat(owner("roadworks", MARCH, null)).contains("C");
        assertThat(owner("roadworks", APRIL, null)).contains("B");
        assertThat(owner("roadworks", MAY, null)).contains("C");
        assertThat(owner("roadworks", MAY, before)).contains("A");

        editions.adopt(
                new AdoptEdition("roadworks", MARCH, List.of(square("D")), Optional.of(correction.id()), "again"),
                "test");
        assertThat(owner("roadworks", JUNE, null)).contains("D");
        assertThatThrownBy(() -> editions.adopt(
                        new AdoptEdition("roadworks", MARCH, List.of(square("E")), Optional.of(usual.id()), "late"),
                        "test"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("edition-not-in-force");
                    assertThat(problem.detail()).contains(correction.id().toString());
                });
    }

    @Test
    void aRetirementThatWasAMistakeIsTakenBackAndBothAreKnown() {
        layer("back");
        Edition only = adopt("back", MARCH, "A");
        editions.retire(new RetireEdition("back", APRIL, "mistake"), "test");
        Instant between = databaseClock();
        TestApi.Answer answer = planner.post(
                "/api/v1/layers/back/editions/" + only.id() + "/periods",
                "{\"validUntil\":null,\"reason\":\"it goes on\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(owner("back", MAY, null)).contains("A");
        assertThat(owner("back", MAY, between)).isEmpty();
    }

    @Test
    void anEditionOfTheFirstYearBeginsInTheFirstYear() {
        layer("ancient");
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        adopt("ancient", first, "A");
        assertThat(owner("ancient", first, null)).contains("A");
        assertThat(owner("ancient", first.minusSeconds(1), null)).isEmpty();
        JsonNode edition = planner.get("/api/v1/layers/ancient/editions").json().path("items");
        assertThat(edition.get(0).path("validFrom").asString()).isEqualTo(first.toString());
    }

    private void layer(String code) {
        layers.ensure(new Layer(code, LayerKind.PARTITION, Optional.empty(), code, code));
    }

    private static MoveEdition move(String layer, Edition edition, Instant from) {
        return new MoveEdition(layer, edition.id(), Optional.of(from), Optional.empty(), false, "test");
    }

    private Edition adopt(String layer, Instant from, String code) {
        return editions.adopt(new AdoptEdition(layer, from, List.of(square(code)), Optional.empty(), "test"), "test");
    }

    private static NewGrid square(String code) {
        return TestTown.grid(code, null, 0, 0, 1, 1);
    }

    private Optional<String> owner(String layer, Instant at, Instant knownAt) {
        return map.find(layer, at, knownAt).flatMap(found -> found.owner(122.105, 30.005));
    }

    private Instant databaseClock() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
