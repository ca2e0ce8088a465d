package org.gridward.intake;

import java.time.Instant;
import java.util.Map;

/**
 * One order of the 12345 hotline as a file or a system sends it; any text may be empty.
 *
 * @param row where it stands in the file, counted from 1
 * @param number the hotline's own number
 * @param category a word, Chinese or English, or a code
 * @param lon degrees east, WGS 84; null: not sent
 * @param lat degrees north, WGS 84; null: not sent
 * @param occurredAt null: not sent
 * @param content the row as it came, by its own column names
 */
public record HotlineOrder(
        long row,
        String number,
        String text,
        String category,
        String address,
        Double lon,
        Double lat,
        Instant occurredAt,
        String reporterName,
        String phone,
        Map<String, String> content) {}
