package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A team: its grid, template and members, the leading role first; partners where its grid is a joint area. */
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

    /**
     * A member in a role, as known in a time. The four instants are null where open, phone and unit where there is none.
     * A correction is another member with the same role and label.
     */
    public record Member(
            String role,
            String roleZh,
            String roleEn,
            String labelZh,
            String labelEn,
            String phone,
            String unit,
            Instant validFrom,
            Instant validTo,
            Instant knownFrom,
            Instant knownTo) {

        /** Whether the member holds the role at an instant, as known at another; {@code knownAt} null: as known now. */
        public boolean holdsAt(Instant at, Instant knownAt) {
            return (validFrom == null || !at.isBefore(validFrom))
                    && (validTo == null || at.isBefore(validTo))
                    && (knownAt == null
                            ? knownTo == null
                            : (knownFrom == null || !knownAt.isBefore(knownFrom))
                                    && (knownTo == null || knownAt.isBefore(knownTo)));
        }
    }

    /** The members who hold their role at that instant, the leading role first. */
    public List<Member> membersAt(Instant at, Instant knownAt) {
        List<Member> holding = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).holdsAt(at, knownAt)) {
                holding.add(members.get(i));
            }
        }
        return holding;
    }

    /** Who leads the team at that instant: the first role of the template that somebody holds. */
    public Optional<Member> leadAt(Instant at, Instant knownAt) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).holdsAt(at, knownAt)) {
                return Optional.of(members.get(i));
            }
        }
        return Optional.empty();
    }

    /** The team with the members and partners of one moment. */
    Team at(Instant at, Instant knownAt, List<String> partnersThen) {
        return new Team(layer, gridCode, template, nameZh, nameEn, partnersThen, membersAt(at, knownAt));
    }
}
