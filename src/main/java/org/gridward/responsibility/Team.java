package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A team as stored: its grid, template and members, the leading role first. */
public record Team(
        String layer,
        String gridCode,
        String template,
        String nameZh,
        String nameEn,
        List<String> partners,
        List<Member> members) {

    public Team {
        partners = List.copyOf(partners);
        members = List.copyOf(members);
    }

    /** A member in a role; {@code validFrom} and {@code validTo} are null where open, phone and unit where there is none. */
    public record Member(
            String role,
            String roleZh,
            String roleEn,
            String labelZh,
            String labelEn,
            String phone,
            String unit,
            Instant validFrom,
            Instant validTo) {

        /** Whether the member holds the role at that instant. */
        public boolean holdsAt(Instant at) {
            return (validFrom == null || !at.isBefore(validFrom)) && (validTo == null || at.isBefore(validTo));
        }
    }

    /** The members who hold their role at that instant, the leading role first. */
    public List<Member> membersAt(Instant at) {
        return members.stream().filter(member -> member.holdsAt(at)).toList();
    }

    /** Who leads the team at that instant: the first role of the template that somebody holds. */
    public Optional<Member> leadAt(Instant at) {
        return members.stream().filter(member -> member.holdsAt(at)).findFirst();
    }
}
