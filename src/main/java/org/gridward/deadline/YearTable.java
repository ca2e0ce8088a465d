package org.gridward.deadline;

import java.time.LocalDate;
import java.util.List;

/** One year's holiday notice: the days off and the make-up working days it names, in order. */
public record YearTable(int year, String source, List<Day> days) {

    /** A day that differs from the plain week. */
    public record Day(LocalDate date, boolean working, String nameZh, String nameEn) {}
}
