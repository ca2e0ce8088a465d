package org.gridward.dispatch;

import java.time.Instant;
import java.util.UUID;

/** The task of a helper went on, told inside the transaction; reason is null except of a release. */
public record TaskMoved(
        UUID taskId,
        UUID incidentId,
        String number,
        String gridCode,
        String person,
        String action,
        String from,
        String to,
        String reason,
        Instant at,
        String actor) {}
