package org.gridward.responsibility;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of teams: storing them in bulk, in one transaction. */
@Component
public class Teams {

    private final JdbcClient jdbc;
    private final Knowledge knowledge;
    private final Clock clock;

    Teams(JdbcClient jdbc, Knowledge knowledge, Clock clock) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * Stores teams in place of those known of the same grids so far, which stay as they were known; all or none.
     *
     * @return how many members they have
     * @throws Problem 422 naming each team that does not fit its template at this instant
     */
    @Transactional
    public int load(List<NewTeam> teams) {
        new TeamRules(templateRoles()).check(teams, clock.instant());
        Instant knownAt = knowledge.next();
        jdbc.sql(Sql.of("responsibility/end_teams"))
                .param("layers", texts(teams, NewTeam::layer))
                .param("gridCodes", texts(teams, NewTeam::gridCode))
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .update();
        storeTeams(teams, knownAt);
        return storeMembers(teams, knownAt);
    }

    private List<TemplateRole> templateRoles() {
        return jdbc.sql("SELECT template, role, rank, least, most FROM responsibility.template_roles")
                .query(TemplateRole.class)
                .list();
    }

    private void storeTeams(List<NewTeam> teams, Instant knownAt) {
        jdbc.sql(Sql.of("responsibility/store_teams"))
                .param("layers", texts(teams, NewTeam::layer))
                .param("gridCodes", texts(teams, NewTeam::gridCode))
                .param("templates", texts(teams, NewTeam::template))
                .param("namesZh", texts(teams, NewTeam::nameZh))
                .param("namesEn", texts(teams, NewTeam::nameEn))
                .param("partners", texts(teams, team -> String.join("\n", team.partners())))
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private int storeMembers(List<NewTeam> teams, Instant knownAt) {
        List<NewTeam> holders = new ArrayList<>();
        List<NewMember> members = new ArrayList<>();
        for (NewTeam team : teams) {
            for (NewMember member : team.members()) {
                holders.add(team);
                members.add(member);
            }
        }
        return jdbc.sql(Sql.of("responsibility/store_members"))
                .param("layers", texts(holders, NewTeam::layer))
                .param("gridCodes", texts(holders, NewTeam::gridCode))
                .param("roles", texts(members, NewMember::role))
                .param("labelsZh", texts(members, NewMember::labelZh))
                .param("labelsEn", texts(members, NewMember::labelEn))
                .param("phones", texts(members, NewMember::phone))
                .param("units", texts(members, NewMember::unit))
                .param("validFrom", times(members, NewMember::validFrom))
                .param("validTo", times(members, NewMember::validTo))
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static <T> String[] texts(List<T> of, Function<T, String> field) {
        return of.stream().map(field).toArray(String[]::new);
    }

    private static String[] times(List<NewMember> of, Function<NewMember, Instant> field) {
        return texts(
                of,
                member ->
                        field.apply(member) == null ? null : field.apply(member).toString());
    }
}
