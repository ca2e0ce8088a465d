package org.gridward.intake;

import java.util.List;
import java.util.Map;

/**
 * Why an order could not be filed by itself: a code such as {@code ambiguous-place} or {@code doubled-number}, words for the
 * person who settles it, and what there is to choose from (places or categories).
 */
public record HeldReason(String code, String detail, List<Map<String, Object>> choices) {}
