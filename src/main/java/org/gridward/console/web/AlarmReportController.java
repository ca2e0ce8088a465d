package org.gridward.console.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridward.console.alarm.AlarmReport;
import org.gridward.platform.CsvTable;
import org.gridward.platform.Instants;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The alarm rate per seat and user, as JSON and as a sheet. */
@RestController
class AlarmReportController {

    private static final String HEAD =
            "seat,user,alarms,watched_ten_minutes,average,peak,within_goals,unacknowledged,median_seconds";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final AlarmReport report;

    AlarmReportController(AlarmReport report) {
        this.report = report;
    }

    @GetMapping("/api/v1/alarms/report")
    AlarmReport.Report json(@RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        return report.of(Instants.parseOrNull(from, "/from"), Instants.parseOrNull(to, "/to"));
    }

    /** With a mark of UTF-8 in front, which spreadsheets in Chinese need; no cell begins a formula. */
    @GetMapping("/api/v1/alarms/report.csv")
    ResponseEntity<String> csv(@RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        List<AlarmReport.Line> lines = json(from, to).lines();
        String rows = lines.stream().map(AlarmReportController::row).collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("alarm-rate.csv")
                                .build()
                                .toString())
                .body(CsvTable.MARK + HEAD + "\r\n" + rows);
    }

    private static String row(AlarmReport.Line line) {
        return Stream.of(
                        cell(line.seat()),
                        cell(line.actor()),
                        String.valueOf(line.alarms()),
                        String.valueOf(line.watched()),
                        String.format(Locale.ROOT, "%.2f", line.average()),
                        String.valueOf(line.peak()),
                        String.valueOf(line.withinGoals()),
                        String.valueOf(line.unacknowledged()),
                        line.medianSeconds() == null ? "" : String.format(Locale.ROOT, "%.0f", line.medianSeconds()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        return "\"" + CsvTable.safe(text).replace("\"", "\"\"") + "\"";
    }
}
