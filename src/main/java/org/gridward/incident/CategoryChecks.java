package org.gridward.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a tree of categories must satisfy; each broken rule is one entry of the problem, with the code. Pure. */
final class CategoryChecks {

    private static final Set<String> COLOURS = Set.of("RED", "YELLOW", "GREEN");
    private static final Set<String> MATTERS = Set.of("BIG", "SMALL", "PRIVATE");
    private static final Set<String> DUTIES = Set.of("INFORMATION", "POLICY", "HAZARD", "MEDIATION", "EMERGENCY");
    private static final Set<String> SCHEMES = Set.of("CJ/T 214", "extension");
    private static final int HOURS_MOST = 2_160;

    private CategoryChecks() {}

    static void check(List<CategoryForm> rows, Problem problem) {
        Map<String, CategoryForm> byCode =
                rows.stream().collect(Collectors.toMap(CategoryForm::code, Function.identity()));
        for (CategoryForm row : rows) {
            Row checked = new Row(row, problem);
            checked.parent(byCode);
            checked.words();
            checked.numbers();
            checked.lists();
            checked.questions();
        }
    }

    private record Row(CategoryForm row, Problem problem) {

        void parent(Map<String, CategoryForm> byCode) {
            if (row.parent() == null) {
                return;
            }
            CategoryForm parent = byCode.get(row.parent());
            if (parent == null) {
                fault(
                        "parent",
                        Fault.UNKNOWN,
                        "'" + row.parent() + "' is not in the tree; name a group or leave it out");
            } else if (parent.parent() != null) {
                fault("parent", Fault.LEVELS, "'" + row.parent() + "' is no group; the tree has two levels");
            }
        }

        void words() {
            text("nameZh", row.nameZh(), 100);
            text("nameEn", row.nameEn(), 100);
            text("family", row.family(), 63);
            oneOf("colour", row.colour(), COLOURS);
            oneOf("matterClass", row.matterClass(), MATTERS);
            oneOf("dutyType", row.dutyType(), DUTIES);
            oneOf("classScheme", row.classScheme(), SCHEMES);
            if (row.classCode() == null || !row.classCode().matches("[0-9]{2}([0-9]{2})?")) {
                fault("classCode", Fault.DIGITS, "'" + row.classCode() + "': send two or four digits");
            }
            if (row.playbook() != null && !row.playbook().matches("[a-z][a-z0-9-]{1,62}")) {
                fault(
                        "playbook",
                        Fault.word("leak-dispute"),
                        "'" + row.playbook() + "': send the code of a playbook, such as leak-dispute");
            }
        }

        void numbers() {
            range("tier", row.tier(), 1, 3);
            range("twinMeters", row.twinMeters(), 1, 5_000);
            range("twinHours", row.twinHours(), 1, HOURS_MOST);
            range("ordinal", row.ordinal(), 0, 1_000_000);
            if (row.patrolHours() != null) {
                range("patrolHours", row.patrolHours(), 1, HOURS_MOST);
            }
            if (row.bothSides() == null || row.revisit() == null) {
                fault("revisit", Fault.MISSING, "bothSides and revisit are true or false");
            }
        }

        void lists() {
            if (row.departments() == null
                    || row.departments().size() > 20
                    || row.departments().stream()
                            .anyMatch(one -> one == null || !one.matches("[a-z][a-z0-9_]{1,62}"))) {
                fault(
                        "departments",
                        Fault.itemsMost(20),
                        "send at most 20 codes of departments, such as urban_enforcement");
            }
            if (row.words() == null
                    || row.words().size() > 50
                    || row.words().stream().anyMatch(one -> one == null || one.isBlank() || one.length() > 40)) {
                fault("words", Fault.itemsMost(50), "send at most 50 words of 1 to 40 characters");
            }
        }

        void questions() {
            if (row.questions() == null || row.questions().size() > 20) {
                fault("questions", Fault.itemsMost(20), "send at most 20 questions");
                return;
            }
            Set<String> codes = new HashSet<>();
            for (CategoryQuestion question : row.questions()) {
                String code = question == null ? null : question.code();
                if (code == null || !code.matches("[a-z][a-z0-9_]{0,39}") || !codes.add(code)) {
                    fault(
                            "questions",
                            Fault.word("floor_count"),
                            "'" + code + "': each question needs its own snake_case code");
                } else if (question.type() == null || blank(question.textZh()) || blank(question.textEn())) {
                    fault("questions/" + code, Fault.MISSING, "needs type, textZh and textEn");
                } else if ((question.type() == CategoryQuestion.Type.CHOICE)
                        != (question.choices().size() > 1)) {
                    fault(
                            "questions/" + code,
                            Fault.CHOICES,
                            "a CHOICE needs two choices or more, the other types none");
                } else if (question.choices().stream()
                        .anyMatch(one ->
                                one == null || blank(one.code()) || blank(one.textZh()) || blank(one.textEn()))) {
                    fault("questions/" + code, Fault.MISSING, "each choice needs code, textZh and textEn");
                }
            }
        }

        private void text(String member, String text, int most) {
            if (blank(text) || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
                fault(member, Fault.length(1, most), "send 1 to " + most + " characters without control characters");
            }
        }

        private void oneOf(String member, String word, Set<String> words) {
            if (word == null || !words.contains(word)) {
                fault(
                        member,
                        Fault.CHOICE,
                        "'" + word + "': send one of " + words.stream().sorted().toList());
            }
        }

        private void range(String member, Integer number, int least, int most) {
            if (number == null || number < least || number > most) {
                fault(member, Fault.range(least, most), number + ": send a number from " + least + " to " + most);
            }
        }

        private void fault(String member, Fault fault, String why) {
            problem.with("/categories/" + row.code() + "/" + member, fault, why + ".");
        }

        private static boolean blank(String text) {
            return text == null || text.isBlank() || text.length() > 200;
        }
    }
}
