package org.gridward.border;

import java.time.Instant;

/** One entry in the history of a face: what happened (FOUND, CHANGED, FIXED, REOPENED), when, by whom, and its state since. */
public record FaceChange(
        int version, String change, FaceState state, FixOwner owner, String note, String changedBy, Instant at) {}
