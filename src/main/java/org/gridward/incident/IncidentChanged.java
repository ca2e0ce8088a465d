package org.gridward.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Role;

/**
 * An action takes an incident from one state to another (or leaves it there), told inside the transaction before its row is
 * written. A listener that throws a {@link org.gridward.platform.Problem} forbids it: nothing is changed then.
 *
 * @param tier after the action; {@code tierBefore} differs where it was triaged
 * @param note may be null
 * @param detail the action's fields, checked, in their Java types ({@link Field.Type})
 * @param gridCode the home grid; may be null
 * @param version after the action
 * @param roles of the actor
 */
public record IncidentChanged(
        UUID id,
        String number,
        Action action,
        State from,
        State to,
        int tier,
        int tierBefore,
        Instant at,
        String actor,
        Set<Role> roles,
        String note,
        Map<String, Object> detail,
        String category,
        String gridCode,
        Instant reportedAt,
        int version) {

    /** The value of a text or code field; null where it was not sent. */
    public String text(String field) {
        return (String) detail.get(field);
    }
}
