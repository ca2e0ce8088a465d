package org.gridward.cooperation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.cooperation.Template.Fraction;
import org.gridward.cooperation.Template.Need;
import org.gridward.cooperation.Template.Part;
import org.gridward.cooperation.Template.Seat;
import org.gridward.cooperation.Template.Step;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/**
 * What a template must be: seats and steps of different codes, shares between nothing and all, and in every step exactly one
 * seat that is accountable. Pure.
 */
final class TemplateRules {

    private static final String WORD = "[a-z][a-z0-9_]{1,62}";
    private static final int MOST = 50;

    private final Problem faults =
            Problem.unprocessable("template-not-acceptable", "The template cannot be used as it is.");

    private TemplateRules() {}

    /** @throws Problem 422 {@code template-not-acceptable} naming every fault */
    static void check(Template template) {
        TemplateRules rules = new TemplateRules();
        rules.head(template);
        rules.seats(template.seats());
        for (int i = 0; i < template.steps().size(); i++) {
            rules.step(template, template.steps().get(i), "/steps/" + i);
        }
        rules.distinct(template.steps().stream().map(Step::code).toList(), "/steps");
        if (!rules.faults.entries().isEmpty()) {
            throw rules.faults;
        }
    }

    private void head(Template template) {
        word(template.code(), "/code");
        name(template.nameZh(), "/nameZh");
        name(template.nameEn(), "/nameEn");
        share(template.quorum(), "/quorum");
        if (template.publicationDays() < 0 || template.publicationDays() > 366) {
            faults.with("/publicationDays", Fault.range(0, 366), template.publicationDays() + ": send 0 to 366 days");
        }
        if (template.steps().isEmpty() || template.steps().size() > MOST) {
            faults.with("/steps", Fault.count(1, MOST), template.steps().size() + " steps; send 1 to " + MOST);
        }
        if (template.voting() != null) {
            share(template.voting().turnout(), "/voting/turnout");
            share(template.voting().approval(), "/voting/approval");
            if (template.voting().of() == null) {
                faults.with("/voting/of", Fault.CHOICE, "send CAST or ELIGIBLE");
            }
        }
        if (template.needs(Need.VOTE) && template.voting() == null) {
            faults.with("/voting", Fault.MISSING, "a step needs a vote: send turnout and approval");
        }
        if (template.publicationDays() > 0 && !template.needs(Need.PUBLICATION)) {
            faults.with(
                    "/publicationDays",
                    Fault.PUBLICATION,
                    "no step publishes anything: add one that needs PUBLICATION");
        }
    }

    private void seats(List<Seat> seats) {
        if (seats.isEmpty() || seats.size() > MOST) {
            faults.with("/seats", Fault.count(1, MOST), seats.size() + " seats; send 1 to " + MOST);
        }
        for (int i = 0; i < seats.size(); i++) {
            word(seats.get(i).code(), "/seats/" + i + "/code");
            name(seats.get(i).nameZh(), "/seats/" + i + "/nameZh");
            name(seats.get(i).nameEn(), "/seats/" + i + "/nameEn");
        }
        distinct(seats.stream().map(Seat::code).toList(), "/seats");
    }

    private void step(Template template, Step step, String pointer) {
        word(step.code(), pointer + "/code");
        name(step.nameZh(), pointer + "/nameZh");
        name(step.nameEn(), pointer + "/nameEn");
        if (step.needs() == null) {
            faults.with(pointer + "/needs", Fault.CHOICE, "send one of " + List.of(Need.values()));
        }
        long accountable = step.parts().values().stream()
                .filter(part -> part == Part.ACCOUNTABLE)
                .count();
        if (accountable != 1) {
            faults.with(
                    pointer + "/parts",
                    Fault.ACCOUNTABLE,
                    accountable + " seats are accountable; exactly one must be, or all are responsible and none leads");
        }
        step.parts().keySet().stream()
                .filter(seat -> !template.hasSeat(seat))
                .forEach(seat ->
                        faults.with(pointer + "/parts", Fault.UNKNOWN, "'" + seat + "' is no seat of this template"));
    }

    private void distinct(List<String> codes, String pointer) {
        Set<String> seen = new HashSet<>();
        codes.stream()
                .filter(code -> !seen.add(code))
                .forEach(code -> faults.with(pointer, Fault.TWICE, "'" + code + "' is there twice"));
    }

    private void share(Fraction share, String pointer) {
        if (share == null || share.num() < 0 || share.den() < 1 || share.num() > share.den()) {
            faults.with(pointer, Fault.SHARE, share + ": send a share such as {\"num\": 2, \"den\": 3}");
        }
    }

    private void word(String code, String pointer) {
        if (code == null || !code.matches(WORD)) {
            faults.with(pointer, Fault.word("party_branch"), "'" + code + "': send a word such as party_branch");
        }
    }

    private void name(String name, String pointer) {
        if (name == null || name.isBlank() || name.length() > 200 || name.indexOf('\0') >= 0) {
            faults.with(pointer, Fault.length(1, 200), "send a name of 1 to 200 characters");
        }
    }
}
