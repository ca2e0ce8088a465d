package org.gridward.cooperation;

/**
 * How a department answered the whistles of a time. Due are the calls whose time is up or who came; the rate is onTime of
 * due (null where nothing was due).
 */
public record ArrivalRate(
        String department,
        int called,
        int due,
        int arrived,
        int onTime,
        int late,
        int missing,
        int chased,
        Double rate) {}
