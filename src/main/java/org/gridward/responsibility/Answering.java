package org.gridward.responsibility;

/**
 * One person who answers: for which grid, in which team and role, and by which row of the rule table. Person is a label of a
 * role, never a name; phone and unit are null where there is none; insteadOf is the label of the member for whom a deputy
 * stands in, null for whoever answers in their own right.
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
        String unit,
        String insteadOf,
        Rule because) {

    /** The role of an owner's duty post; a role of no team. */
    static final String OWNER = "OWNER";

    static Answering of(Presence.Found found, Rule because) {
        Team team = found.team();
        Team.Member member = found.member();
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
                member.unit(),
                found.insteadOf() == null ? null : found.insteadOf().labelZh(),
                because);
    }

    /** @param gridCode the grid in which the owner was found */
    static Answering of(Owner owner, String gridCode, Rule because) {
        return new Answering(
                owner.layer(),
                gridCode,
                owner.nameZh(),
                owner.nameEn(),
                OWNER,
                "权属单位",
                "Owner",
                owner.postZh(),
                owner.postEn(),
                owner.phone(),
                owner.unit(),
                null,
                because);
    }

    /** The role of a department; a role of no team. */
    static final String DEPARTMENT = "DEPARTMENT";

    /** @param gridCode the grid of the case */
    static Answering of(Department department, String gridCode, Rule because) {
        return new Answering(
                "",
                gridCode,
                department.nameZh(),
                department.nameEn(),
                DEPARTMENT,
                "部门",
                "Department",
                department.nameZh(),
                department.nameEn(),
                department.phone(),
                null,
                null,
                because);
    }

    /** Whether it is the same post, whichever row chose it. */
    boolean isSameAs(Answering other) {
        return gridCode.equals(other.gridCode)
                && layer.equals(other.layer)
                && role.equals(other.role)
                && team.equals(other.team)
                && person.equals(other.person);
    }
}
