package org.gridward.responsibility;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What an entry of the duty plan must satisfy; each fault is one entry of the problem. Pure. */
final class PlanChecks {

    private final Roster roster;
    private final Team team;

    PlanChecks(Roster roster, Team team) {
        this.roster = roster;
        this.team = team;
    }

    /** @throws Problem 422 naming each fault */
    void check(Object entry) {
        Problem problem = Problem.unprocessable("plan-not-acceptable", "The duty plan cannot be changed like this.");
        if (entry instanceof Shift shift) {
            shift(problem, shift);
        } else if (entry instanceof Absence absence) {
            member(problem, team, absence.role(), "/role", absence.label(), "/label");
            if (!Set.of("LEAVE", "SICK", "TRAINING", "OTHER").contains(String.valueOf(absence.reason()))) {
                problem.with(
                        "/reason", Fault.CHOICE, "'" + absence.reason() + "' is none of LEAVE, SICK, TRAINING, OTHER.");
            }
        } else if (entry instanceof StandIn standIn) {
            standIn(problem, standIn);
        } else if (entry instanceof PlanDesk.Paired paired) {
            if (roster.teamsOf(paired.gridCode(), java.time.Instant.MAX.minusSeconds(1), null).stream()
                    .noneMatch(other -> other.layer().equals(paired.layer()))) {
                problem.with(
                        "/gridCode",
                        Fault.NOBODY,
                        "The grid '" + paired.gridCode() + "' of layer '" + paired.layer()
                                + "' has no team to be paired with.");
            }
            if (paired.layer().equals(team.layer())) {
                problem.with("/layer", Fault.NOT_HERE, "A team is paired with one of another layer.");
            }
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private void shift(Problem problem, Shift shift) {
        if (shift.code() == null || !shift.code().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            problem.with("/code", Fault.word("NIGHT"), "'" + shift.code() + "': send a word such as NIGHT.");
        }
        RuleChecks.text(problem, "/nameZh", shift.nameZh(), 200);
        RuleChecks.text(problem, "/nameEn", shift.nameEn(), 200);
        role(problem, team, shift.role(), "/role");
        for (int i = 0; i < shift.labels().size(); i++) {
            member(problem, team, shift.role(), "/role", shift.labels().get(i), "/labels/" + i);
        }
        if (shift.rotation() != Shift.Rotation.NONE && (shift.labels().isEmpty() || shift.since() == null)) {
            problem.with(
                    "/rotation",
                    Fault.ROTATION,
                    "Who takes turns needs labels, in their order, and since, a day of the first's turn.");
        }
        if (shift.days().isEmpty() || shift.days().stream().anyMatch(day -> day < 1 || day > 7)) {
            problem.with("/days", Fault.DAYS, shift.days() + ": send days of the week, 1 Monday to 7 Sunday.");
        }
        if (shift.starts() == null) {
            problem.with("/starts", Fault.MISSING, "missing; send a time of day such as 18:00.");
        }
        if (shift.minutes() < 1 || shift.minutes() > 1_440) {
            problem.with("/minutes", Fault.range(1, 1_440), shift.minutes() + ": a shift lasts 1 to 1440 minutes.");
        }
    }

    private void standIn(Problem problem, StandIn standIn) {
        member(problem, team, standIn.role(), "/role", standIn.label(), "/label");
        if (standIn.rank() < 1 || standIn.rank() > 9) {
            problem.with("/rank", Fault.range(1, 9), standIn.rank() + ": send 1 to 9, 1 is asked first.");
        }
        List<Team> others = roster.teamsOf(standIn.deputyGrid(), java.time.Instant.MAX.minusSeconds(1), null).stream()
                .filter(other -> other.layer().equals(standIn.deputyLayer()))
                .toList();
        if (others.isEmpty()) {
            problem.with(
                    "/deputyGrid",
                    Fault.NOBODY,
                    "The grid '" + standIn.deputyGrid() + "' of layer '" + standIn.deputyLayer() + "' has no team.");
        } else {
            member(problem, others.get(0), standIn.deputyRole(), "/deputyRole", standIn.deputyLabel(), "/deputyLabel");
        }
        if (team.gridCode().equals(standIn.deputyGrid())
                && standIn.role().equals(standIn.deputyRole())
                && standIn.label().equals(standIn.deputyLabel())) {
            problem.with("/deputyLabel", Fault.SAME, "Nobody stands in for themselves.");
        }
    }

    private static void role(Problem problem, Team of, String role, String pointer) {
        Set<String> roles = new TreeSet<>();
        of.members().forEach(member -> roles.add(member.role()));
        if (!roles.contains(String.valueOf(role))) {
            problem.with(
                    pointer,
                    Fault.NOBODY,
                    "'" + role + "' is held by nobody in the team of " + of.gridCode() + "; held are " + roles + ".");
        }
    }

    private static void member(
            Problem problem, Team of, String role, String rolePointer, String label, String labelPointer) {
        if (of.members().stream()
                .noneMatch(
                        member -> member.role().equals(role) && member.labelZh().equals(label))) {
            role(problem, of, role, rolePointer);
            problem.with(
                    labelPointer,
                    Fault.NOBODY,
                    "'" + label + "' is not known to hold the role " + role + " in " + of.gridCode() + ".");
        }
    }
}
