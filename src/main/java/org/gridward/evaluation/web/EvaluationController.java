package org.gridward.evaluation.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.evaluation.Counter;
import org.gridward.evaluation.EvaluationDesk;
import org.gridward.evaluation.Question;
import org.gridward.evaluation.Sheet;
import org.gridward.evaluation.Turns;
import org.gridward.evaluation.YearlyDesk;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.ListPage;
import org.gridward.platform.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The counters of the standard over HTTP: as JSON, CSV or a workbook, and the cases behind a figure. */
@RestController
@RequestMapping("/api/v1/evaluation")
class EvaluationController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int MONTHS = 12;

    private final EvaluationDesk desk;
    private final YearlyDesk yearly;
    private final Turns turns;
    private final CurrentUser user;
    private final Clock clock;

    EvaluationController(EvaluationDesk desk, YearlyDesk yearly, Turns turns, CurrentUser user, Clock clock) {
        this.desk = desk;
        this.yearly = yearly;
        this.turns = turns;
        this.user = user;
        this.clock = clock;
    }

    /** Counts the cases reported from {@code from} (default: twelve months before {@code to}) to before {@code to} (default: now). */
    @GetMapping
    ResponseEntity<?> count(
            @RequestParam String by,
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String source,
            @RequestParam(defaultValue = "json") String format)
            throws IOException {
        Question asked = question(by, layer, from, to, at, source);
        requireFormat(format);
        Sheet sheet = turns.take(() -> desk.count(asked));
        return format.equals("json")
                ? ResponseEntity.ok(SheetJson.view(sheet))
                : file(format, "evaluation-" + by.toLowerCase(Locale.ROOT), each -> SheetTable.rows(sheet, each));
    }

    /** The cases that a counter counts, of one row ({@code key}), of none ({@code key=}), or of all. */
    @GetMapping("/cases")
    Map<String, Object> cases(
            @RequestParam String by,
            @RequestParam String counter,
            @RequestParam(required = false) String key,
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String source,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        Question asked = question(by, layer, from, to, at, source);
        Counter wanted = Counter.find(counter.replaceAll("([A-Z]+)", "_$1"))
                .or(() -> Counter.find(counter))
                .orElseThrow(() -> Problem.unreadable(
                                "unknown-counter",
                                "'" + counter + "' is no counter; " + List.of(Counter.values()) + " are.")
                        .with("/counter", Fault.UNKNOWN, "unknown counter"));
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/api/v1/evaluation/cases")
                .queryParam("by", asked.by())
                .queryParam("counter", wanted)
                .queryParam("from", asked.from())
                .queryParam("to", asked.to())
                .queryParam("at", asked.at());
        add(path, "key", key);
        add(path, "layer", layer);
        add(path, "source", source);
        ListPage<EvaluationDesk.Case> page = ListPage.cut(
                turns.take(() -> desk.behind(asked, wanted, key)),
                one -> one.id().toString(),
                limit,
                cursor,
                path.encode().build().toUriString());
        return page.body(one -> one);
    }

    /** The cases of one source by grid and year, such as 12345 by estate. */
    @GetMapping("/yearly")
    ResponseEntity<?> yearly(
            @RequestParam String layer,
            @RequestParam(defaultValue = "HOTLINE_12345") String source,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String at,
            @RequestParam(defaultValue = "false") boolean halves,
            @RequestParam(defaultValue = "json") String format)
            throws IOException {
        requireFormat(format);
        Question asked = question("GRID", layer, from == null ? "2000-01-01T00:00:00Z" : from, to, at, source);
        YearlyDesk.Table table = turns.take(() -> yearly.count(asked, halves));
        if (!format.equals("json")) {
            return file(format, "yearly-" + layer, each -> SheetTable.rows(table, each));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("layer", layer);
        view.put("source", source);
        view.put("from", asked.from());
        view.put("to", asked.to());
        view.put("at", asked.at());
        view.put("periods", table.periods());
        view.put("rows", table.rows());
        view.put("totals", table.totals());
        return ResponseEntity.ok(view);
    }

    private Question question(String by, String layer, String from, String to, String at, String source) {
        Question.By what = readBy(by);
        if (what == Question.By.GRID && (layer == null || layer.isBlank())) {
            throw Problem.unreadable("layer-missing", "by=grid needs the layer whose grids are the rows; name it.")
                    .with("/layer", Fault.MISSING, "missing");
        }
        Instant now = clock.instant();
        Instant when = at == null || at.isBlank() ? now : Instants.parse(at, "/at");
        Instant until = to == null || to.isBlank() ? when : Instants.parse(to, "/to");
        Instant since = from == null || from.isBlank()
                ? until.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant()
                : Instants.parse(from, "/from");
        return new Question(
                what,
                what == Question.By.GRID ? layer : null,
                since,
                until,
                when,
                source == null || source.isBlank() ? null : source,
                jurisdiction());
    }

    /** Who answers for a part of the city counts that part. */
    private String jurisdiction() {
        String own = user.get().jurisdiction();
        return own.equals(Actor.WHOLE_CITY) ? null : own;
    }

    private static Question.By readBy(String by) {
        for (Question.By known : Question.By.values()) {
            if (known.name().equalsIgnoreCase(by)) {
                return known;
            }
        }
        throw Problem.unreadable("by", "by '" + by + "' is not one of grid, team, department.")
                .with("/by", Fault.CHOICE, "grid, team or department");
    }

    private static void requireFormat(String format) {
        if (!List.of("json", "csv", "xlsx").contains(format)) {
            throw Problem.unreadable("format", "format '" + format + "' is not one of json, csv, xlsx.")
                    .with("/format", Fault.CHOICE, "json, csv or xlsx");
        }
    }

    private static void add(UriComponentsBuilder path, String name, String value) {
        if (value != null) {
            path.queryParam(name, value);
        }
    }

    private static ResponseEntity<byte[]> file(String format, String name, SheetTable.Rows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format.equals("csv")) {
            SheetTable.csv(rows, out);
        } else {
            SheetTable.workbook(rows, out);
        }
        return ResponseEntity.ok()
                .contentType(format.equals("csv") ? CSV : XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
