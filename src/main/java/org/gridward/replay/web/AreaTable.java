package org.gridward.replay.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gridward.platform.CsvTable;
import org.gridward.replay.AreaAnswer;

/** The tables of an answer about an area. */
final class AreaTable {

    private AreaTable() {}

    static List<List<Object>> stays(AreaAnswer answer) {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(List.of(
                "unit", "nameZh", "nameEn", "kind", "entry", "entryBy", "exit", "exitBy", "seconds", "unknownSeconds"));
        for (AreaAnswer.UnitThere unit : answer.units()) {
            for (AreaAnswer.StayThere stay : unit.stays()) {
                lines.add(List.of(
                        unit.unit(),
                        unit.nameZh(),
                        unit.nameEn(),
                        unit.kind(),
                        stay.entry(),
                        stay.entryBy(),
                        stay.exit(),
                        stay.exitBy(),
                        stay.seconds(),
                        ""));
            }
            lines.add(List.of(
                    unit.unit(),
                    unit.nameZh(),
                    unit.nameEn(),
                    unit.kind(),
                    "",
                    "",
                    "",
                    "",
                    unit.seconds(),
                    unit.unknownSeconds()));
        }
        return lines;
    }

    static List<List<Object>> cases(AreaAnswer answer) {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(List.of(
                "number",
                "category",
                "tier",
                "colour",
                "state",
                "reportedAt",
                "closedAt",
                "lon",
                "lat",
                "gridCode",
                "lead"));
        for (AreaAnswer.CaseThere one : answer.cases()) {
            lines.add(List.of(
                    one.number(),
                    one.category(),
                    one.tier(),
                    one.colour(),
                    one.state(),
                    one.reportedAt(),
                    one.closedAt() == null ? "" : one.closedAt(),
                    one.lon(),
                    one.lat(),
                    one.gridCode() == null ? "" : one.gridCode(),
                    one.lead() == null ? "" : one.lead()));
        }
        return lines;
    }

    static byte[] csv(List<List<Object>> lines) {
        return CsvTable.of(lines).getBytes(StandardCharsets.UTF_8);
    }
}
