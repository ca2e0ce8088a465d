package org.gridward.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * One message as a carrier gets it.
 *
 * @param id the same at every try
 * @param secret what a webhook is signed with; null for mail
 * @param event the name of what happened, such as {@code IncidentReported}
 * @param payload JSON: event, at, and the members of that event
 * @param tries how often it was tried before
 */
public record Parcel(
        UUID id, String address, String secret, String event, String payload, Instant createdAt, int tries) {}
