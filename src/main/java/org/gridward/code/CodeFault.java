package org.gridward.code;

/**
 * Why a code does not fit a scheme.
 *
 * @param part name of the part, or {@code code} for the whole
 * @param value the digits that are wrong
 * @param allowed what may stand there, in words
 */
public record CodeFault(String part, String value, String message, String allowed) {}
