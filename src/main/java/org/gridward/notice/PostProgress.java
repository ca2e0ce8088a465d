package org.gridward.notice;

import java.time.Instant;

/** Post how a case goes, for its reporter to read; English and the time it is expected to be done may be null. */
public record PostProgress(String zh, String en, Instant eta) {}
