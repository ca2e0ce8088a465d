package org.gridward.responsibility;

/** A member is away. @param reason LEAVE, SICK, TRAINING or OTHER */
public record Absence(String role, String label, String reason) {}
