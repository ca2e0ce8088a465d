package org.gridward.responsibility;

/**
 * A line of the duty list (权责清单): a role of a template has one of the five duties.
 *
 * @param category the one category of the duty that is meant; empty: all of them
 */
public record RoleDuty(String template, String role, String duty, String category, String textZh, String textEn) {

    boolean covers(String ofTemplate, String ofRole, Duty asked) {
        return template.equals(ofTemplate)
                && role.equals(ofRole)
                && duty.equals(asked.duty())
                && (category.isEmpty() || category.equals(asked.category()));
    }
}
