package org.gridward.access;

import java.util.Optional;

/**
 * What a check of the audit chain found.
 *
 * @param sealed how many seals hold, from the first on
 * @param waiting how many events wait for their seal (normally those of the last second)
 * @param anchors with how many heads kept outside the database the chain was compared
 * @param fault the first thing that does not hold
 */
public record AuditVerdict(long sealed, long waiting, int anchors, Optional<Fault> fault) {

    /** The first bad place of the chain and why; seq is one past the end where the tail is missing. */
    public record Fault(long seq, String reason) {}

    public boolean holds() {
        return fault.isEmpty();
    }
}
