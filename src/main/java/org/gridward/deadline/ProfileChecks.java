package org.gridward.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gridward.deadline.NewProfile.Row;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Reads a profile that was sent, or names every row of it that is no limit. */
final class ProfileChecks {

    private static final List<String> KINDS = List.of("RESPOND", "CONTROL", "REVISIT", "CLOSE", "PLAN");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{1,62}");
    private static final int TIERS = 3;
    private static final int ROWS_MOST = 2_000;
    private static final int NAME_LONGEST = 200;
    private static final long AMOUNT_MOST = 100_000;
    /** A clock that is a little behind the server's is no wish for the past. */
    private static final Duration PAST_ALLOWED = Duration.ofMinutes(1);

    private record Found(String pointer, Fault fault, String message) {}

    private final List<Found> found = new ArrayList<>();

    private ProfileChecks() {}

    /** @throws Problem 422 {@code deadline-profile} with an entry for each fault */
    static DeadlineProfile read(NewProfile sent, int version, Instant now) {
        ProfileChecks checks = new ProfileChecks();
        WorkHours hours = WorkHours.parse(sent.workHours());
        checks.name("/nameZh", sent.nameZh());
        checks.name("/nameEn", sent.nameEn());
        Instant from = sent.validFrom() == null ? now : sent.validFrom();
        if (from.isBefore(now.minus(PAST_ALLOWED))) {
            checks.add(
                    "/validFrom",
                    Fault.PAST,
                    "lies in the past; what was reported since then keeps the version that made it");
        }
        List<Limit> limits = checks.limits(sent.rows() == null ? List.of() : sent.rows());
        checks.throwIfAny();
        return new DeadlineProfile(
                version, from, sent.nameZh().strip(), sent.nameEn().strip(), hours, limits);
    }

    private List<Limit> limits(List<Row> rows) {
        if (rows.size() > ROWS_MOST) {
            add("/rows", Fault.itemsMost(ROWS_MOST), rows.size() + " rows; at most " + ROWS_MOST);
            return List.of();
        }
        List<Limit> limits = new ArrayList<>();
        Map<List<Object>, Integer> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String at = "/rows/" + i;
            int before = found.size();
            check(at, row);
            if (found.size() == before) {
                Limit limit = limit(row);
                limits.add(limit);
                Integer twin = seen.putIfAbsent(
                        java.util.Arrays.asList(limit.tier(), limit.category(), limit.condition(), limit.kind()), i);
                if (twin != null) {
                    add(at, Fault.TWICE, "says the same as row " + twin + ": " + name(row));
                }
            }
        }
        for (int tier = 1; tier <= TIERS; tier++) {
            int of = tier;
            if (limits.stream().noneMatch(limit -> Integer.valueOf(of).equals(limit.tier()) && limit.rank() == 1)) {
                add("/rows", Fault.MISSING, "no limit for tier " + tier + ": an incident of it would have no deadline");
            }
        }
        return limits;
    }

    private void check(String at, Row row) {
        if (row == null) {
            add(at, Fault.MISSING, "is empty");
            return;
        }
        if (row.tier() == null && row.category() == null) {
            add(at + "/tier", Fault.MISSING, "a row names a tier, a category, or both");
        }
        if (row.tier() != null && (row.tier() < 1 || row.tier() > TIERS)) {
            add(at + "/tier", Fault.range(1, TIERS), row.tier() + " is no tier; 1 to " + TIERS);
        }
        code(at + "/category", row.category());
        code(at + "/condition", row.condition());
        if (row.kind() == null || !KINDS.contains(row.kind())) {
            add(at + "/kind", Fault.CHOICE, "'" + row.kind() + "' is no kind; use one of " + KINDS);
        }
        if (row.amount() == null) {
            add(at + "/amount", Fault.MISSING, "no limit: " + name(row) + " needs an amount");
        } else if (row.amount() < 1 || row.amount() > AMOUNT_MOST) {
            add(
                    at + "/amount",
                    Fault.range(1, AMOUNT_MOST),
                    row.amount() + " is no limit for " + name(row) + "; 1 to " + AMOUNT_MOST);
        }
        try {
            LimitUnit.parse(row.unit(), "");
        } catch (Problem unknown) {
            add(at + "/unit", Fault.CHOICE, unknown.detail());
        }
    }

    private static String name(Row row) {
        return row.kind()
                + (row.tier() == null ? "" : " of tier " + row.tier())
                + (row.category() == null ? "" : " of " + row.category())
                + (row.condition() == null ? "" : " when " + row.condition());
    }

    private static Limit limit(Row row) {
        return new Limit(
                row.tier(),
                row.category(),
                row.condition(),
                row.kind(),
                row.amount().intValue(),
                LimitUnit.valueOf(row.unit().strip().toUpperCase(Locale.ROOT)));
    }

    private void code(String at, String word) {
        if (word != null && !CODE.matcher(word).matches()) {
            add(at, Fault.word("water_leak"), "is no snake_case word");
        }
    }

    private void name(String at, String text) {
        if (text == null || text.isBlank() || text.strip().length() > NAME_LONGEST) {
            add(at, Fault.length(1, NAME_LONGEST), "needs 1 to " + NAME_LONGEST + " characters");
        }
    }

    private void add(String pointer, Fault fault, String message) {
        found.add(new Found(pointer, fault, message));
    }

    private void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        Found first = found.get(0);
        Problem problem = Problem.unprocessable(
                "deadline-profile",
                "The profile has " + found.size() + " fault(s); the first is at " + first.pointer() + ": "
                        + first.message() + ".");
        found.forEach(one -> problem.with(one.pointer(), one.fault(), one.message()));
        throw problem;
    }
}
