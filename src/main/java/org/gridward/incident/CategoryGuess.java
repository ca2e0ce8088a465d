package org.gridward.incident;

import java.util.List;

/** A category that a text may be about, with the words that led to it; score is only to be compared within one answer. */
public record CategoryGuess(String code, String nameZh, String nameEn, int score, List<String> words) {}
