package org.gridward.code;

/** A code given to a grid ({@code ref} as the asker named it, null for a bare code), or kept because it had one. */
public record GivenCode(String ref, String code, boolean kept) {}
