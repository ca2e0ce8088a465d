package org.gridward.responsibility;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a declaration must satisfy; each fault is one entry of the problem. Pure. */
final class DeclarationChecks {

    private DeclarationChecks() {}

    static void check(
            JointArea area,
            BiPredicate<String, String> isFreeGrid,
            Predicate<String> isGrid,
            Predicate<String> isCategory) {
        Problem problem = problem("joint-area-not-acceptable", "joint area");
        if (!isFreeGrid.test(area.layer(), area.gridCode())) {
            problem.with(
                    "/gridCode",
                    Fault.UNKNOWN,
                    "'" + area.gridCode() + "' is no grid in force of a FREE layer '" + area.layer()
                            + "'; draw the joint area first.");
        }
        Set<String> partners = Set.copyOf(area.partners());
        if (partners.size() < 2) {
            problem.with(
                    "/partners", Fault.itemsLeast(2), partners.size() + " partners; a joint area has at least two.");
        }
        if (partners.size() < area.partners().size()) {
            problem.with("/partners", Fault.TWICE, "a partner is named twice; name each once.");
        }
        area.partners().stream()
                .filter(isGrid.negate())
                .forEach(code -> problem.with("/partners", Fault.UNKNOWN, "'" + code + "' is no grid in force."));
        area.leads().forEach((category, lead) -> {
            if (!isCategory.test(category)) {
                problem.with("/leads/" + category, Fault.UNKNOWN, "'" + category + "' is no category.");
            }
            if (!area.partners().contains(lead)) {
                problem.with(
                        "/leads/" + category,
                        Fault.UNKNOWN,
                        "'" + lead + "' is none of the partners " + area.partners() + ".");
            }
        });
        refuse(problem);
    }

    static void check(
            Owner owner,
            Predicate<String> isLayer,
            BiPredicate<String, String> isGridOf,
            Predicate<String> isCategory) {
        Problem problem = problem("owner-not-acceptable", "owner");
        RuleChecks.text(problem, "/code", owner.code(), 80);
        RuleChecks.text(problem, "/nameZh", owner.nameZh(), 200);
        RuleChecks.text(problem, "/nameEn", owner.nameEn(), 200);
        RuleChecks.text(problem, "/postZh", owner.postZh(), 200);
        RuleChecks.text(problem, "/postEn", owner.postEn(), 200);
        if (!owner.category().isEmpty() && !isCategory.test(owner.category())) {
            problem.with("/category", Fault.UNKNOWN, "'" + owner.category() + "' is no category.");
        }
        if (!isLayer.test(owner.layer())) {
            problem.with("/layer", Fault.UNKNOWN, "'" + owner.layer() + "' is no layer.");
        } else if (!owner.gridCode().isEmpty() && !isGridOf.test(owner.layer(), owner.gridCode())) {
            problem.with(
                    "/gridCode",
                    Fault.UNKNOWN,
                    "'" + owner.gridCode() + "' is no grid in force of layer '" + owner.layer() + "'.");
        }
        refuse(problem);
    }

    static void check(Duty duty, Predicate<String> isCategory) {
        Problem problem = problem("duty-not-acceptable", "duty");
        if (!isCategory.test(duty.category())) {
            problem.with("/category", Fault.UNKNOWN, "'" + duty.category() + "' is no category.");
        }
        if (!(duty.doubtThreshold() > 0 && duty.doubtThreshold() <= 1)) {
            problem.with("/doubtThreshold", Fault.SHARE, duty.doubtThreshold() + ": send a share over 0 and up to 1.");
        }
        if (!duty.duty().matches("INFORMATION|POLICY|HAZARD|MEDIATION|EMERGENCY")) {
            problem.with("/duty", Fault.CHOICE, "'" + duty.duty() + "' is none of the five duties.");
        }
        refuse(problem);
    }

    private static Problem problem(String slug, String what) {
        return Problem.unprocessable(slug, "The " + what + " cannot be declared as it is.");
    }

    private static void refuse(Problem problem) {
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }
}
