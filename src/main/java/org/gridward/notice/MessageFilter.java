package org.gridward.notice;

import java.util.UUID;

/** Which messages are listed; null members do not filter. */
public record MessageFilter(String state, UUID target, UUID about, String event) {}
