package org.gridward.patrol;

/** A fix that was not stored: its index in the batch, from 0, and why. */
public record RefusedFix(int index, String reason) {}
