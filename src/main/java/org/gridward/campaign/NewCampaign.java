package org.gridward.campaign;

import java.time.Instant;
import java.util.List;

/**
 * A campaign to be opened; English name, due, kpi, links and items may be null.
 *
 * @param dueIn another way to say when: so many units of the calendar, such as 5 WORKING_DAYS
 */
public record NewCampaign(
        String template,
        String nameZh,
        String nameEn,
        Instant due,
        DueIn dueIn,
        Kpi kpi,
        List<Link> links,
        List<NewItem> items) {

    public record DueIn(int amount, String unit) {}
}
