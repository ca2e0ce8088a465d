package org.gridward.scenario;

import java.util.ArrayList;
import java.util.List;
import org.gridward.TestTown;
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;

/** Teams for the test town: each grid has its 1+3+N team, each micro-grid a head who patrols as a unit. */
final class TestTeams {

    private TestTeams() {}

    static List<NewTeam> all() {
        List<NewTeam> teams = new ArrayList<>();
        for (String grid : List.of("33099900100101", "33099900100102", "33099900100201", "33099900100202")) {
            teams.add(new NewTeam(
                    "grid",
                    grid,
                    "1+3+N",
                    "网格队伍 " + grid,
                    "Team " + grid,
                    List.of(
                            member("GRID_HEAD", "网格长 " + grid, "Grid head " + grid, null),
                            member("GRID_WORKER", "网格员 " + grid, "Grid worker " + grid, "U-" + grid),
                            member("PART_TIME_GRID_WORKER", "兼职网格员 " + grid, "Part-time worker " + grid, null),
                            member("GRID_ADVISER", "网格指导员 " + grid, "Adviser " + grid, null)),
                    List.of()));
        }
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                String code = TestTown.micro(x, y);
                teams.add(new NewTeam(
                        "micro-grid",
                        code,
                        "MICRO",
                        "微网格队伍 " + code,
                        "Team " + code,
                        List.of(
                                member("MICRO_GRID_HEAD", "微网格长 " + code, "Micro-grid head " + code, null),
                                member("GRID_WORKER", "网格员 " + code, "Grid worker " + code, "U-" + code)),
                        List.of()));
            }
        }
        return teams;
    }

    private static NewMember member(String role, String labelZh, String labelEn, String unit) {
        return new NewMember(role, labelZh, labelEn, "0580-0000000", unit, null, null);
    }
}
