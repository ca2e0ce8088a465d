package org.gridward.incident;

/** One step of why these people answer: a stable code and a sentence in both languages. */
public record ReasonGiven(String code, String zh, String en) {}
