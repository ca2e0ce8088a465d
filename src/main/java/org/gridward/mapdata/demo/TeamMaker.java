package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Staffs the grids by the 1+3+N template. People are role labels with running numbers; phones begin with 000. */
final class TeamMaker {
    private static final Map<String, String[]> LABELS = Map.ofEntries(
            Map.entry("GRID_HEAD", new String[] {"网格长", "Grid head"}),
            Map.entry("GRID_WORKER", new String[] {"专职网格员", "Grid worker"}),
            Map.entry("PART_TIME_GRID_WORKER", new String[] {"兼职网格员", "Part-time grid worker"}),
            Map.entry("GRID_ADVISER", new String[] {"网格指导员", "Grid adviser"}),
            Map.entry("GRID_HELPER", new String[] {"网格力量", "Grid helper"}),
            Map.entry("GRID_ASSISTANT", new String[] {"网格协理员", "Grid assistant"}),
            Map.entry("MICRO_GRID_HEAD", new String[] {"微网格长", "Micro-grid head"}),
            Map.entry("SEA_MEDIATOR", new String[] {"海上老娘舅", "Sea mediator"}),
            Map.entry("RESPONSIBLE_LEADER", new String[] {"包保领导", "Responsible leader"}),
            Map.entry("POLICE_OFFICER", new String[] {"社区警员", "Police officer"}),
            Map.entry("MARKET_OFFICER", new String[] {"市场监督员", "Market officer"}),
            Map.entry("ENFORCEMENT_OFFICER", new String[] {"综合执法员", "Enforcement officer"}),
            Map.entry("BUSINESS_OFFICER", new String[] {"营商服务员", "Business service officer"}),
            Map.entry("COORDINATOR", new String[] {"综合协管员", "Coordinator"}),
            Map.entry("COUNCIL_CHAIR", new String[] {"共管会召集人", "Council convener"}));
    private static final List<String> CORE =
            List.of("GRID_HEAD", "GRID_WORKER", "PART_TIME_GRID_WORKER", "GRID_ADVISER");

    final List<TeamDrawing> teams = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> unitOfGrid;
    private int phones;

    /** @param unitOfGrid code of the patrol unit of each grid that has one */
    TeamMaker(Divisions divisions, FreeLayers free, Map<String, String> unitOfGrid) {
        this.unitOfGrid = unitOfGrid;
        for (Divisions.Division c : divisions.communities) {
            team("community", c.code(), "1+3+N", c.name().zh(), c.name().en(), core(2));
        }
        int n = 0;
        for (Divisions.Division g : divisions.grids) {
            team("grid", g.code(), "1+3+N", g.name().zh(), g.name().en(), core(1 + n++ % 4));
        }
        for (Divisions.Division m : divisions.microGrids) {
            List<String> roles = new ArrayList<>(List.of(m.village() ? "GRID_ASSISTANT" : "MICRO_GRID_HEAD"));
            roles.addAll(List.of("GRID_WORKER", "GRID_HELPER"));
            team(
                    "micro-grid",
                    m.code(),
                    m.village() ? "VILLAGE" : "MICRO",
                    m.name().zh(),
                    m.name().en(),
                    roles);
        }
        free.seaGrids.forEach(g -> team("sea-grid", g.code(), "SEA", g.nameZh(), g.nameEn(), sea()));
        free.landGrids.forEach(g -> team("land-grid", g.code(), "LAND", g.nameZh(), g.nameEn(), core(2)));
        free.streetBlocks.forEach(g -> team("street-block", g.code(), "BLOCK", g.nameZh(), g.nameEn(), block()));
        TeamDrawing council = drawn(
                "joint-area",
                free.jointArea.code(),
                "COUNCIL",
                free.jointArea.nameZh(),
                free.jointArea.nameEn(),
                List.of("COUNCIL_CHAIR", "GRID_HELPER", "GRID_HELPER"),
                free.jointPartners);
        teams.add(council);
    }

    private static List<String> core(int helpers) {
        List<String> roles = new ArrayList<>(CORE);
        for (int i = 0; i < helpers; i++) {
            roles.add("GRID_HELPER");
        }
        return roles;
    }

    private static List<String> sea() {
        List<String> roles = new ArrayList<>(CORE);
        roles.addAll(List.of("SEA_MEDIATOR", "GRID_HELPER"));
        return roles;
    }

    private static List<String> block() {
        return List.of(
                "RESPONSIBLE_LEADER",
                "POLICE_OFFICER",
                "MARKET_OFFICER",
                "ENFORCEMENT_OFFICER",
                "BUSINESS_OFFICER",
                "GRID_WORKER",
                "COORDINATOR");
    }

    private void team(String layer, String grid, String template, String zh, String en, List<String> roles) {
        teams.add(drawn(layer, grid, template, zh, en, roles, List.of()));
    }

    private TeamDrawing drawn(
            String layer,
            String grid,
            String template,
            String zh,
            String en,
            List<String> roles,
            List<String> partners) {
        List<TeamDrawing.Member> members = new ArrayList<>();
        for (String role : roles) {
            int number = counts.merge(role, 1, Integer::sum);
            phones++;
            String phone = role.equals("GRID_HELPER") ? null : String.format("000-0000-%04d", phones);
            String unit = role.equals("GRID_WORKER") ? unitOfGrid.get(grid) : null;
            members.add(new TeamDrawing.Member(
                    role,
                    LABELS.get(role)[0] + String.format(" %03d", number),
                    LABELS.get(role)[1] + String.format(" %03d", number),
                    phone,
                    unit));
        }
        return new TeamDrawing(layer, grid, template, zh + "队伍", en + " team", members, partners);
    }
}
