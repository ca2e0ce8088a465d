package org.gridward.deadline;

/** A year's table of working days was loaded, told inside the transaction: its version is {@code version}. */
public record CalendarLoaded(int year, int version, long revision, String actor) {}
