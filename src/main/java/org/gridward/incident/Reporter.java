package org.gridward.incident;

/** Who reported, as far as they said; both may be null. */
public record Reporter(String name, String phone) {}
