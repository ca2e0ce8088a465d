package org.gridward.cooperation;

import java.time.Instant;

/** Give somebody a task: a department (code) or a party (name) answers for it, never both; kind is null for a decision. */
public record GiveTask(String kind, String text, String department, String party, Instant due) {}
