package org.gridward.responsibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the duty plan, titles and templates out of the store. */
@Component
class PlanReader {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ZoneId zone;

    PlanReader(JdbcClient jdbc, JsonMapper json, @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.json = json;
        this.zone = zone;
    }

    DutyPlan plan() {
        DutyPlan plan = new DutyPlan(zone);
        jdbc.sql(Sql.of("responsibility/list_duty_plan")).query(row -> {
            String layer = row.getString("layer");
            String gridCode = row.getString("grid_code");
            Span span = RosterReader.span(row);
            DutyPlan.OfTeam own = plan.toFill(layer, gridCode);
            switch (row.getString("kind")) {
                case "SHIFT" -> own.shifts().add(new Held<>(span, entry(row, Shift.class)));
                case "ABSENCE" -> own.absences().add(new Held<>(span, entry(row, Absence.class)));
                case "DEPUTY" -> own.standIns().add(new Held<>(span, entry(row, StandIn.class)));
                default -> {
                    DutyPlan.Partner partner = entry(row, DutyPlan.Partner.class);
                    own.partners().add(new Held<>(span, partner));
                    plan.toFill(partner.layer(), partner.gridCode())
                            .partners()
                            .add(new Held<>(span, new DutyPlan.Partner(layer, gridCode)));
                }
            }
        });
        return plan;
    }

    Titles titles() {
        return new Titles(roleTitles());
    }

    List<Held<RoleTitle>> roleTitles() {
        return jdbc.sql(Sql.of("responsibility/list_role_titles"))
                .query((row, n) -> new Held<>(
                        RosterReader.span(row),
                        new RoleTitle(
                                row.getString("role"),
                                row.getString("grid_prefix"),
                                row.getString("name_zh"),
                                row.getString("name_en"))))
                .list();
    }

    List<Held<Precedent>> precedents() {
        return jdbc.sql(Sql.of("responsibility/list_precedents"))
                .query((row, n) -> new Held<>(
                        RosterReader.span(row),
                        new Precedent(
                                row.getObject("id", UUID.class),
                                row.getString("category"),
                                shape(row.getBytes("wkb")),
                                row.getString("to_layer"),
                                row.getString("to_code"),
                                row.getBoolean("department"),
                                row.getString("base_layer"),
                                row.getString("base_edition"),
                                row.getString("number"),
                                row.getString("reason"),
                                RosterReader.instant(row, "made_at", null),
                                row.getString("made_by"))))
                .list();
    }

    private static Geometry shape(byte[] wkb) {
        try {
            return new WKBReader(GeoJson.FACTORY).read(wkb);
        } catch (ParseException broken) {
            throw new IllegalStateException("A stored precedent cannot be read", broken);
        }
    }

    TemplateBook book() {
        List<Held<LayerStaffing>> staffings = jdbc.sql(Sql.of("responsibility/list_layer_templates"))
                .query((row, n) -> new Held<>(
                        RosterReader.span(row),
                        new LayerStaffing(
                                row.getString("layer"),
                                RosterReader.texts(row, "templates"),
                                row.getBoolean("paired"))))
                .list();
        List<Held<RoleDuty>> duties = jdbc.sql(Sql.of("responsibility/list_role_duties"))
                .query((row, n) -> new Held<>(
                        RosterReader.span(row),
                        new RoleDuty(
                                row.getString("template"),
                                row.getString("role"),
                                row.getString("duty"),
                                row.getString("category"),
                                row.getString("text_zh"),
                                row.getString("text_en"))))
                .list();
        return new TemplateBook(templates(), staffings, duties);
    }

    private Map<String, TeamTemplate> templates() {
        Map<String, TeamTemplate> heads = new LinkedHashMap<>();
        Map<String, List<TeamTemplate.Role>> roles = new LinkedHashMap<>();
        jdbc.sql(Sql.of("responsibility/list_templates")).query(row -> {
            String code = row.getString("code");
            heads.putIfAbsent(code, template(row, List.of()));
            if (row.getString("role") != null) {
                int most = row.getInt("most");
                Integer open = row.wasNull() ? null : most;
                roles.computeIfAbsent(code, fresh -> new ArrayList<>())
                        .add(new TeamTemplate.Role(
                                row.getString("role"),
                                row.getInt("least"),
                                open,
                                row.getInt("wanted"),
                                row.getString("role_zh"),
                                row.getString("role_en")));
            }
        });
        Map<String, TeamTemplate> templates = new LinkedHashMap<>();
        heads.forEach((code, head) -> templates.put(
                code,
                new TeamTemplate(
                        code,
                        head.nameZh(),
                        head.nameEn(),
                        head.slogan(),
                        head.counts(),
                        head.meaningZh(),
                        head.meaningEn(),
                        roles.getOrDefault(code, List.of()))));
        return templates;
    }

    private static TeamTemplate template(ResultSet row, List<TeamTemplate.Role> roles) throws SQLException {
        return new TeamTemplate(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("slogan"),
                TeamTemplate.Counts.valueOf(row.getString("counts")),
                row.getString("meaning_zh"),
                row.getString("meaning_en"),
                roles);
    }

    private <T> T entry(ResultSet row, Class<T> type) throws SQLException {
        return json.readValue(row.getString("entry"), type);
    }
}
