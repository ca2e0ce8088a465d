package org.gridward.responsibility;

/** One step of why these people answer: a stable code, and a sentence in both languages. */
public record Reason(String code, String zh, String en) {}
