package org.gridward.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class CampaignRulesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void makesThreeVisitsByDayAndThreeByNightInTurns() {
        List<VisitMaker.Planned> visits =
                VisitMaker.make(new CampaignTemplate.VisitPlan(3, 3, 3), Instant.parse("2025-03-01T15:00:00Z"), ZONE);

        assertThat(visits)
                .extracting(VisitMaker.Planned::part)
                .containsExactly("DAY", "NIGHT", "DAY", "NIGHT", "DAY", "NIGHT");
        assertThat(visits.get(0).dueFrom()).isEqualTo(Instant.parse("2025-03-02T00:00:00Z"));
        assertThat(visits.get(1).dueFrom()).isEqualTo(Instant.parse("2025-03-05T10:00:00Z"));
        assertThat(visits.get(5).dueUntil()).isEqualTo(Instant.parse("2025-03-17T14:00:00Z"));
    }

    @Test
    void makesAllVisitsOfAnUnevenPlan() {
        assertThat(VisitMaker.make(
                        new CampaignTemplate.VisitPlan(1, 3, 1), Instant.parse("2025-03-01T15:00:00Z"), ZONE))
                .extracting(VisitMaker.Planned::part)
                .containsExactly("DAY", "NIGHT", "NIGHT", "NIGHT");
    }

    @Test
    void tellsDayFromNightByTheClockOfTheCity() {
        assertThat(VisitMaker.isDay(Instant.parse("2025-03-02T00:00:00Z"), ZONE))
                .isTrue();
        assertThat(VisitMaker.isDay(Instant.parse("2025-03-02T10:00:00Z"), ZONE))
                .isFalse();
        assertThat(VisitMaker.isDay(Instant.parse("2025-03-01T23:59:00Z"), ZONE))
                .isFalse();
    }

    @Test
    void readsResultsByTheTypesOfTheTemplate() {
        CampaignTemplate template = new CampaignTemplate(
                "",
                "",
                List.of(),
                List.of(),
                List.of(
                        new CampaignTemplate.ResultField("beds", CampaignTemplate.ResultField.Type.INTEGER, "", ""),
                        new CampaignTemplate.ResultField("fine", CampaignTemplate.ResultField.Type.NUMBER, "", ""),
                        new CampaignTemplate.ResultField("agreed", CampaignTemplate.ResultField.Type.FLAG, "", "")),
                null);

        assertThat(ResultRules.read(template, Map.of("beds", 4, "fine", 1e4, "agreed", true), "/results"))
                .hasSize(3);
        assertThatThrownBy(() -> ResultRules.read(template, Map.of("beds", -1), "/results"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ResultRules.read(template, Map.of("agreed", "yes"), "/results"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ResultRules.read(template, Map.of("nothing", 1), "/results"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void picksThePointsThatReachTheMost() {
        List<PlaceCoverage.Spot> gaps =
                List.of(spot("A", 122.1000), spot("B", 122.1010), spot("C", 122.1020), spot("Z", 122.2));

        List<Siting.Site> sites = Siting.pick(gaps, 120, 10);

        assertThat(sites).extracting(site -> site.at().code()).containsExactly("B", "Z");
        assertThat(sites).extracting(Siting.Site::reaches).containsExactly(3, 1);
        assertThat(Siting.pick(gaps, 120, 1)).hasSize(1);
        assertThat(Siting.pick(List.of(), 120, 5)).isEmpty();
    }

    private static PlaceCoverage.Spot spot(String code, double lon) {
        return new PlaceCoverage.Spot(code, code, code, lon, 30.0, null, false);
    }
}
