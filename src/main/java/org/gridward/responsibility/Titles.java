package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gives each member the title of their role in each time. A member through whose period a title changes becomes several, one
 * for each stretch of what held and of what was known, so that whoever reads a member reads the right title.
 */
final class Titles {

    private final List<Held<RoleTitle>> titles;

    /** @param titles the longest prefix first */
    Titles(List<Held<RoleTitle>> titles) {
        this.titles = titles;
    }

    List<Team.Member> apply(String gridCode, Team.Member member) {
        List<Held<RoleTitle>> own = titles.stream()
                .filter(row -> row.thing().names(member.role(), gridCode))
                .toList();
        if (own.isEmpty()) {
            return List.of(member);
        }
        List<Team.Member> pieces = new ArrayList<>();
        List<Instant> valid = cuts(
                member.validFrom(),
                member.validTo(),
                own.stream()
                        .flatMap(row -> java.util.stream.Stream.of(
                                row.span().validFrom(), row.span().validTo()))
                        .toList());
        List<Instant> known = cuts(
                member.knownFrom(),
                member.knownTo(),
                own.stream()
                        .flatMap(row -> java.util.stream.Stream.of(
                                row.span().knownFrom(), row.span().knownTo()))
                        .toList());
        for (int v = 0; v + 1 < valid.size(); v++) {
            for (int k = 0; k + 1 < known.size(); k++) {
                pieces.add(piece(member, own, valid.get(v), valid.get(v + 1), known.get(k), known.get(k + 1)));
            }
        }
        return pieces;
    }

    private static Team.Member piece(
            Team.Member member,
            List<Held<RoleTitle>> own,
            Instant validFrom,
            Instant validTo,
            Instant knownFrom,
            Instant knownTo) {
        RoleTitle title = own.stream()
                .filter(row -> !row.span().validFrom().isAfter(validFrom)
                        && !row.span().validTo().isBefore(validTo)
                        && !row.span().knownFrom().isAfter(knownFrom)
                        && !row.span().knownTo().isBefore(knownTo))
                .map(Held::thing)
                .findFirst()
                .orElse(null);
        return new Team.Member(
                member.role(),
                title == null ? member.roleZh() : title.nameZh(),
                title == null ? member.roleEn() : title.nameEn(),
                member.labelZh(),
                member.labelEn(),
                member.phone(),
                member.unit(),
                RuleDesk.open(validFrom),
                RuleDesk.open(validTo),
                RuleDesk.open(knownFrom),
                RuleDesk.open(knownTo));
    }

    /** The ends of a period and those of the cuts that lie inside it, in order. */
    private static List<Instant> cuts(Instant from, Instant to, List<Instant> ends) {
        Instant first = Objects.requireNonNullElse(from, Instant.MIN);
        Instant last = Objects.requireNonNullElse(to, Instant.MAX);
        SortedSet<Instant> cuts = new TreeSet<>(List.of(first, last));
        ends.stream().filter(end -> end.isAfter(first) && end.isBefore(last)).forEach(cuts::add);
        return List.copyOf(cuts);
    }
}
