package org.gridward.intake;

import java.time.Instant;

/**
 * One message of a pasted chat.
 *
 * @param line where it begins, counted from 1
 * @param at null: the paste has no time for it
 * @param who null: the paste has no name for it
 */
record ChatMessage(int line, Instant at, String who, String text) {}
