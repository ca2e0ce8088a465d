package org.gridward.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * Another leads an incident; told inside the transaction, so that both sides can be informed. The side it comes from is null
 * where nobody led.
 *
 * @param because RETURN, TRANSFER, MOVE, EDITION, ANSWER, RULING or ASSIGN
 * @param bounce whether the one who had it refused it
 */
public record CaseHandedOver(
        UUID incidentId,
        String number,
        Instant at,
        String because,
        String reason,
        String actor,
        Side from,
        Side to,
        boolean bounce) {

    /** Who led or leads: grid, team, label and unit; grid and unit may be null. */
    public record Side(String gridCode, String team, String person, String unit) {}
}
