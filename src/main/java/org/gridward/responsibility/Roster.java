package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the roster ever knew, read at one moment; immutable, so that a question needs no lock and no database. */
final class Roster {

    /** The rows as they are stored. */
    record Rows(
            List<Held<Team>> teams,
            List<Held<RuleTable>> rules,
            List<Held<Duty>> duties,
            List<Held<Owner>> owners,
            List<Held<JointArea>> jointAreas,
            List<Held<Department>> departments,
            DutyPlan plan,
            TemplateBook book,
            List<Held<Precedent>> precedents) {}

    private final long revision;
    private final Rows rows;
    private final Map<String, Map<String, List<Held<Team>>>> teams = new HashMap<>();
    private final Map<String, List<Held<Team>>> byCode = new HashMap<>();
    private final Map<String, List<Held<Duty>>> duties = new HashMap<>();
    private final Map<String, List<Held<Owner>>> owners = new HashMap<>();
    private final Map<String, Map<String, List<Held<JointArea>>>> jointAreas = new HashMap<>();

    Roster(long revision, Rows rows) {
        this.revision = revision;
        this.rows = rows;
        for (Held<Team> row : rows.teams()) {
            Team team = row.thing();
            add(teams.computeIfAbsent(team.layer(), layer -> new HashMap<>()), team.gridCode(), row);
            add(byCode, team.gridCode(), row);
        }
        rows.duties().forEach(row -> add(duties, row.thing().category(), row));
        rows.owners().forEach(row -> add(owners, row.thing().layer(), row));
        for (Held<JointArea> row : rows.jointAreas()) {
            add(
                    jointAreas.computeIfAbsent(row.thing().layer(), layer -> new HashMap<>()),
                    row.thing().gridCode(),
                    row);
        }
    }

    private static <T> void add(Map<String, List<Held<T>>> to, String key, Held<T> row) {
        to.computeIfAbsent(key, fresh -> new ArrayList<>(1)).add(row);
    }

    long revision() {
        return revision;
    }

    List<Held<RuleTable>> rules() {
        return rows.rules();
    }

    List<Held<Duty>> duties() {
        return rows.duties();
    }

    List<Held<Owner>> owners() {
        return rows.owners();
    }

    List<Held<JointArea>> jointAreas() {
        return rows.jointAreas();
    }

    DutyPlan plan() {
        return rows.plan();
    }

    TemplateBook book() {
        return rows.book();
    }

    List<Held<Team>> teams() {
        return rows.teams();
    }

    List<Held<Precedent>> precedents() {
        return rows.precedents();
    }

    List<Held<Department>> departments() {
        return rows.departments();
    }

    Optional<Team> team(String layer, String gridCode, Instant at, Instant knownAt) {
        Map<String, List<Held<Team>>> ofLayer = teams.get(layer);
        List<Held<Team>> versions = ofLayer == null ? null : ofLayer.get(gridCode);
        return versions == null ? Optional.empty() : Held.find(versions, at, knownAt);
    }

    /** The teams of a grid code, of every layer that has one. */
    List<Team> teamsOf(String gridCode, Instant at, Instant knownAt) {
        return byCode.getOrDefault(gridCode, List.of()).stream()
                .filter(row -> row.span().holds(at, knownAt))
                .map(Held::thing)
                .toList();
    }

    /** Every team of a layer at an instant, by the code of its grid. */
    Map<String, Team> teamsIn(String layer, Instant at, Instant knownAt) {
        Map<String, Team> found = new HashMap<>();
        teams.getOrDefault(layer, Map.of())
                .forEach((code, versions) -> Held.find(versions, at, knownAt).ifPresent(team -> found.put(code, team)));
        return found;
    }

    Optional<JointArea> jointArea(String layer, String gridCode, Instant at, Instant knownAt) {
        Map<String, List<Held<JointArea>>> ofLayer = jointAreas.get(layer);
        List<Held<JointArea>> versions = ofLayer == null ? null : ofLayer.get(gridCode);
        return versions == null ? Optional.empty() : Held.find(versions, at, knownAt);
    }

    /** The bodies that own something in grids of the layer, whenever. */
    List<Held<Owner>> ownersIn(String layer) {
        return owners.getOrDefault(layer, List.of());
    }

    Optional<Duty> duty(String category, Instant at, Instant knownAt) {
        return Held.find(duties.getOrDefault(category, List.of()), at, knownAt);
    }

    boolean knowsCategory(String category) {
        return duties.containsKey(category);
    }

    /** The version of the rule table in force at an instant, as known at another. */
    RuleTable rulesAt(Instant at, Instant knownAt) {
        return Held.find(rows.rules(), at, knownAt).orElse(RuleTable.NONE);
    }
}
