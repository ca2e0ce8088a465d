package org.gridward.responsibility;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When something is to hold: from inclusive, to exclusive; null is open. */
record Period(Instant from, Instant to) {

    /** @throws Problem 422 when the period ends before it begins */
    static Period of(Instant from, Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.unprocessable(
                            "period-empty", "The period from " + from + " to " + to + " is empty; send a later end.")
                    .with("/validTo", Fault.ORDER, "not after validFrom");
        }
        return new Period(from, to);
    }

    /** Adds the parameters {@code validFrom}, {@code validTo} and {@code knownAt}. */
    JdbcClient.StatementSpec set(JdbcClient.StatementSpec statement, Instant knownAt) {
        return statement
                .param("validFrom", time(from))
                .param("validTo", time(to))
                .param("knownAt", time(knownAt));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
