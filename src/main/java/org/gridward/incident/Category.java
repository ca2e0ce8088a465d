package org.gridward.incident;

import java.util.List;
import java.util.Optional;

/**
 * What an incident can be, in one version of the tree: a snake_case word, the event class of the standard beside it, and its
 * default triage. Groups have no parent and cannot be reported.
 *
 * @param tier response tier 1..3
 * @param colour issue colour RED, YELLOW or GREEN
 * @param matterClass BIG, SMALL or PRIVATE
 * @param dutyType INFORMATION, POLICY, HAZARD, MEDIATION or EMERGENCY
 * @param departments codes of the departments it is for, the first one first
 * @param playbook code of the procedure offered at triage; null: none
 * @param family categories of one family may be the same matter
 * @param twinMeters how far apart two reports of the same matter may lie
 * @param twinHours how long after each other they may come
 * @param bothSides whether the side of the street says nothing (a whole quarter without power)
 * @param revisit whether the reporter is asked again after closing
 * @param patrolHours how long a patrol may take to see it (the τ of missed reports); null: a patrol cannot see it
 * @param words what people call it, for guesses from free text
 */
public record Category(
        String code,
        Optional<String> parent,
        String classCode,
        String classScheme,
        String nameZh,
        String nameEn,
        int tier,
        String colour,
        String matterClass,
        String dutyType,
        List<String> departments,
        String playbook,
        String family,
        int twinMeters,
        int twinHours,
        boolean bothSides,
        boolean revisit,
        Integer patrolHours,
        List<String> words,
        List<CategoryQuestion> questions,
        int ordinal) {}
