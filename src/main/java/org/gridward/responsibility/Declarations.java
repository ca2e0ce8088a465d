package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gridward.access.AuditTrail;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes what is declared for a period: joint areas, owners of things, entries of the duty list. Nothing is overwritten. */
@Component
public class Declarations {

    /** Something declared with the times in which it holds and is known; null instants are open. */
    public record Declared<T>(T declared, Instant validFrom, Instant validTo, Instant knownFrom, Instant knownTo) {

        static <T> Declared<T> of(Held<T> held) {
            Span span = held.span();
            return new Declared<>(
                    held.thing(),
                    RuleDesk.open(span.validFrom()),
                    RuleDesk.open(span.validTo()),
                    RuleDesk.open(span.knownFrom()),
                    RuleDesk.open(span.knownTo()));
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Knowledge knowledge;
    private final RosterKeeper keeper;
    private final GridMap gridMap;
    private final AuditTrail audit;

    Declarations(
            JdbcClient jdbc,
            JsonMapper json,
            Knowledge knowledge,
            RosterKeeper keeper,
            GridMap gridMap,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.knowledge = knowledge;
        this.keeper = keeper;
        this.gridMap = gridMap;
        this.audit = audit;
    }

    public List<Declared<JointArea>> jointAreas(Instant at, Instant knownAt) {
        return held(keeper.roster().jointAreas(), at, knownAt);
    }

    public List<Declared<Owner>> owners(Instant at, Instant knownAt) {
        return held(keeper.roster().owners(), at, knownAt);
    }

    public List<Declared<Duty>> duties(Instant at, Instant knownAt) {
        return held(keeper.roster().duties(), at, knownAt);
    }

    /** @throws Problem 422 when the grid is not of a FREE layer, a partner is no grid, or a lead no partner */
    @Transactional
    public void declare(JointArea area, Instant validFrom, Instant validTo, String actor) {
        Period period = Period.of(validFrom, validTo);
        DeclarationChecks.check(area, this::freeGrid, this::grid, keeper.roster()::knowsCategory);
        Instant knownAt = knowledge.next();
        period.set(jdbc.sql(Sql.of("responsibility/end_joint_area")), knownAt)
                .param("layer", area.layer())
                .param("gridCode", area.gridCode())
                .update();
        period.set(jdbc.sql(Sql.of("responsibility/insert_joint_area")), knownAt)
                .param("layer", area.layer())
                .param("gridCode", area.gridCode())
                .param("partners", area.partners().toArray(String[]::new))
                .param("leads", json.writeValueAsString(new TreeMap<>(area.leads())))
                .update();
        audit.append(
                actor,
                "JOINT_AREA_DECLARED",
                area.layer() + "/" + area.gridCode(),
                Map.of("partners", area.partners(), "validFrom", Objects.toString(validFrom)));
    }

    /** @throws Problem 422 when a text is missing, the category unknown, or the layer or grid not there */
    @Transactional
    public void declare(Owner owner, Instant validFrom, Instant validTo, String actor) {
        Period period = Period.of(validFrom, validTo);
        DeclarationChecks.check(owner, this::layer, this::gridOf, keeper.roster()::knowsCategory);
        Instant knownAt = knowledge.next();
        period.set(jdbc.sql(Sql.of("responsibility/end_owner")), knownAt)
                .param("code", owner.code())
                .param("category", owner.category())
                .param("layer", owner.layer())
                .param("gridCode", owner.gridCode())
                .update();
        period.set(jdbc.sql(Sql.of("responsibility/insert_owner")), knownAt)
                .param("code", owner.code())
                .param("category", owner.category())
                .param("layer", owner.layer())
                .param("gridCode", owner.gridCode())
                .param("nameZh", owner.nameZh())
                .param("nameEn", owner.nameEn())
                .param("postZh", owner.postZh())
                .param("postEn", owner.postEn())
                .param("phone", owner.phone())
                .param("unit", owner.unit())
                .update();
        audit.append(
                actor,
                "OWNER_DECLARED",
                owner.code(),
                Map.of("category", owner.category(), "layer", owner.layer(), "gridCode", owner.gridCode()));
    }

    /** @throws Problem 422 when the category is unknown or a value out of its range */
    @Transactional
    public void declare(Duty duty, Instant validFrom, Instant validTo, String actor) {
        Period period = Period.of(validFrom, validTo);
        DeclarationChecks.check(duty, keeper.roster()::knowsCategory);
        Instant knownAt = knowledge.next();
        period.set(jdbc.sql(Sql.of("responsibility/end_duty")), knownAt)
                .param("category", duty.category())
                .update();
        period.set(jdbc.sql(Sql.of("responsibility/insert_duty")), knownAt)
                .param("category", duty.category())
                .param("duty", duty.duty())
                .param("helperRoles", duty.helperRoles().toArray(String[]::new))
                .param("categoryClass", duty.categoryClass().name())
                .param("doubtThreshold", duty.doubtThreshold())
                .param("doubtAnswer", duty.doubtAnswer().name())
                .update();
        audit.append(
                actor,
                "DUTY_DECLARED",
                duty.category(),
                Map.of("doubtThreshold", duty.doubtThreshold(), "doubtAnswer", duty.doubtAnswer()));
    }

    private boolean layer(String code) {
        return gridMap.layers().stream().anyMatch(layer -> layer.code().equals(code));
    }

    private boolean gridOf(String layer, String code) {
        return gridMap.find(layer).map(LayerMap::codes).orElse(Set.of()).contains(code);
    }

    private boolean freeGrid(String layer, String code) {
        return gridMap.layers().stream().anyMatch(known -> known.code().equals(layer) && known.kind() == LayerKind.FREE)
                && gridOf(layer, code);
    }

    private boolean grid(String code) {
        return gridMap.layers().stream().anyMatch(layer -> gridOf(layer.code(), code));
    }

    static <T> List<Declared<T>> held(List<Held<T>> rows, Instant at, Instant knownAt) {
        return rows.stream()
                .filter(row -> row.span().holds(at, knownAt))
                .map(Declared::of)
                .toList();
    }
}
