package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;

/** An estate of three phases with stairwells, their groups and two boards, and a stairwell of another community. */
final class PhasesTown {

    private PhasesTown() {}

    static void fill(Places places, TestApi dispatcher) {
        List<NewPlace> doors = new ArrayList<>();
        for (int phase = 1; phase <= 3; phase++) {
            for (int n = 1; n <= 4; n++) {
                doors.add(stairwell("P" + phase + "-" + n, 12, 122.1005 + 0.003 * (phase - 1) + 0.0005 * n, 30.005));
            }
        }
        // In the other community, in phase 1's drawing by nobody; a building whose stairwells are stored is no door.
        doors.add(stairwell("EAST-1", 30, 122.125, 30.005));
        doors.add(new NewPlace(
                "BUILDING-P1",
                "building",
                "一期楼",
                "Building",
                122.1012,
                30.0052,
                Map.of("estate", "祥东", "building", "P1-1", "households", 12)));
        doors.add(new NewPlace(
                "BOARD-P1", "notice-board", "一期公示牌", "Board phase 1", 122.1013, 30.0053, Map.of("token", "tok1")));
        doors.add(new NewPlace(
                "BOARD-P2", "notice-board", "二期公示牌", "Board phase 2", 122.1048, 30.0053, Map.of("token", "tok2")));
        places.load(doors.iterator());
        for (int phase = 1; phase <= 3; phase++) {
            for (int n = phase == 3 ? 2 : 1; n <= 4; n++) {
                String code = "P" + phase + "-" + n;
                assertThat(dispatcher
                                .sendText(
                                        "PUT",
                                        "/api/v1/chat-groups/G-" + code,
                                        "application/json",
                                        "{\"nameZh\":\"楼道群\",\"nameEn\":\"Group\",\"placeCode\":\"" + code + "\"}")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    static Map<String, Object> box(double west, double east) {
        return Map.of(
                "type",
                "Polygon",
                "coordinates",
                List.of(List.of(
                        List.of(west, 30.004),
                        List.of(east, 30.004),
                        List.of(east, 30.006),
                        List.of(west, 30.006),
                        List.of(west, 30.004))));
    }

    static NewPlace stairwell(String code, int households, double lon, double lat) {
        return new NewPlace(
                code,
                "stairwell",
                "楼道 " + code,
                "Stairwell " + code,
                lon,
                lat,
                Map.of("households", households, "estate", "祥东", "building", code));
    }
}
