package org.gridward.place;

import java.time.Instant;

/** A signed code of a place: its text, when and by whom issued; replacedAt and reason are null while it is in force. */
public record BoardCode(
        String code, String placeCode, Instant issuedAt, String issuedBy, Instant replacedAt, String reason) {}
