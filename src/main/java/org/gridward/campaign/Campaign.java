package org.gridward.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A campaign as it stands.
 *
 * @param items in all
 * @param closed of them
 * @param stages items in each stage of the template, in its order
 * @param states items in each state
 * @param results sums of the numeric fields
 * @param visits made and to be made, by day and by night
 */
public record Campaign(
        UUID id,
        String template,
        int templateVersion,
        String nameZh,
        String nameEn,
        Instant due,
        boolean overdue,
        long items,
        long closed,
        Map<String, Long> stages,
        Map<String, Long> states,
        Map<String, Double> results,
        Visits visits,
        List<Link> links,
        Kpi kpi,
        int version,
        String createdBy,
        Instant createdAt) {

    public record Visits(long day, long night, long dayDone, long nightDone, long wrong) {}
}
