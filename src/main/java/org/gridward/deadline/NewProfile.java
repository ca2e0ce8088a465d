package org.gridward.deadline;

import java.time.Instant;
import java.util.List;

/**
 * A version of the time limits as it is sent. validFrom null: from now on; workHours such as {@code 08:00-18:00}. A row names
 * a tier, a category, or both, and maybe a filing condition; it goes before rows that name less.
 */
public record NewProfile(Instant validFrom, String nameZh, String nameEn, String workHours, List<Row> rows) {

    /** One limit as it is sent; amount may be any number, to be told about. */
    public record Row(Integer tier, String category, String condition, String kind, Long amount, String unit) {}
}
