package org.gridward.responsibility;

/**
 * One person who answers: for which grid, in which team and role. Person is a label of a role, never a name; phone and unit
 * are null where there is none.
 */
public record Answering(
        String layer,
        String gridCode,
        String team,
        String teamEn,
        String role,
        String roleZh,
        String roleEn,
        String person,
        String personEn,
        String phone,
        String unit) {

    static Answering of(Team team, Team.Member member) {
        return new Answering(
                team.layer(),
                team.gridCode(),
                team.nameZh(),
                team.nameEn(),
                member.role(),
                member.roleZh(),
                member.roleEn(),
                member.labelZh(),
                member.labelEn(),
                member.phone(),
                member.unit());
    }
}
