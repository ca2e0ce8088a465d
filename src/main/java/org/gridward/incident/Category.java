package org.gridward.incident;

import java.util.Optional;

/**
 * What an incident can be: a snake_case word, the event class of the standard beside it, and its default triage: response
 * tier 1..3 and issue colour RED, YELLOW or GREEN. Groups have no parent and cannot be reported.
 */
public record Category(
        String code,
        Optional<String> parent,
        String classCode,
        String classScheme,
        String nameZh,
        String nameEn,
        int tier,
        String colour) {}
