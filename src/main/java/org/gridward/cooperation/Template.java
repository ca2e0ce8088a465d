package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * How a matter is talked over: who sits at the table, what happens in which order, how many must be there and agree.
 *
 * @param version null in what is sent to be made
 * @param guests whether others than the seats may come (X)
 * @param quorum the share of the seats that must be taken
 * @param voting null where nothing is voted on
 * @param publicationDays for how many days a result must hang out before it holds; 0: not at all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Template(
        String code,
        Integer version,
        String nameZh,
        String nameEn,
        boolean guests,
        Fraction quorum,
        Voting voting,
        int publicationDays,
        List<Seat> seats,
        List<Step> steps) {

    public Template {
        seats = seats == null ? List.of() : List.copyOf(seats);
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** A share, such as 2 of 3; exact. */
    public record Fraction(int num, int den) {

        /** Whether {@code part} of {@code whole} is at least this share; with {@code more}, above it. */
        boolean reached(long part, long whole, boolean more) {
            long have = part * den;
            long want = whole * num;
            return more ? have > want : have >= want;
        }
    }

    /**
     * Two thresholds: how many of those entitled must vote, and how many must be in favour.
     *
     * @param moreThan whether the approval must be exceeded, not only reached
     * @param of CAST: the approval is a share of the votes cast; ELIGIBLE: of all who may vote
     */
    public record Voting(Fraction turnout, Fraction approval, boolean moreThan, Base of) {}

    /** What an approval is a share of. */
    public enum Base {
        CAST,
        ELIGIBLE
    }

    /** A place at the table; a required one must be taken for a quorum. */
    public record Seat(String code, String nameZh, String nameEn, boolean required) {}

    /** A step, what must be there before it is done, and which seat has which part in it. */
    public record Step(String code, String nameZh, String nameEn, Need needs, Map<String, Part> parts) {

        public Step {
            parts = parts == null ? Map.of() : Map.copyOf(parts);
        }
    }

    /** What a step needs: a quorate meeting, an approved vote, a proposal signed by all, a publication, a task. */
    public enum Need {
        NONE,
        MEETING,
        VOTE,
        SIGNATURE,
        PUBLICATION,
        TASKS
    }

    /** The parts of a RACI chart. */
    public enum Part {
        RESPONSIBLE,
        ACCOUNTABLE,
        CONSULTED,
        INFORMED
    }

    boolean needs(Need need) {
        return steps.stream().anyMatch(step -> step.needs() == need);
    }

    boolean hasSeat(String seat) {
        return seats.stream().anyMatch(one -> one.code().equals(seat));
    }

    Template at(String code, int version) {
        return new Template(code, version, nameZh, nameEn, guests, quorum, voting, publicationDays, seats, steps);
    }
}
