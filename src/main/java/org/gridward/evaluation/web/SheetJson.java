package org.gridward.evaluation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridward.evaluation.Counter;
import org.gridward.evaluation.Counts;
import org.gridward.evaluation.Sheet;

/** A sheet as JSON. */
final class SheetJson {

    private static final double HALF = 0.5;
    private static final double NINE_TENTHS = 0.9;

    private SheetJson() {}

    static Map<String, Object> view(Sheet sheet) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("by", sheet.question().by());
        view.put("layer", sheet.question().layer());
        view.put("from", sheet.question().from());
        view.put("to", sheet.question().to());
        view.put("at", sheet.question().at());
        view.put("source", sheet.question().source());
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("closure", sheet.goals().get("CLOSURE"));
        goals.put("satisfaction", sheet.goals().get("SATISFACTION"));
        view.put("goals", goals);
        view.put("rows", sheet.rows().stream().map(SheetJson::row).toList());
        view.put("outside", counts(sheet.outside()));
        view.put("total", counts(sheet.total()));
        view.put("firstReceivers", sheet.firstReceivers());
        view.put("responseBars", Counts.BARS);
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("sightVersion", sheet.rules().sightVersion());
        rules.put("sightMeters", sheet.rules().sight());
        rules.put("presenceVersion", sheet.rules().presenceVersion());
        rules.put("presenceHours", sheet.rules().presence());
        view.put("missedRules", rules);
        view.put("receipt", sheet.receipt().fields());
        return view;
    }

    private static Map<String, Object> row(Sheet.Row row) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", row.key());
        view.put("nameZh", row.nameZh());
        view.put("nameEn", row.nameEn());
        view.putAll(counts(row.counts()));
        return view;
    }

    static Map<String, Object> counts(Counts counts) {
        Map<String, Object> counters = new LinkedHashMap<>();
        for (Counter counter : Counter.values()) {
            counters.put(name(counter), counts.of(counter));
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("cases", counts.responded());
        response.put("p50Seconds", counts.responseSeconds(HALF));
        response.put("p90Seconds", counts.responseSeconds(NINE_TENTHS));
        List<Long> bars = new ArrayList<>();
        for (long bar : counts.histogram()) {
            bars.add(bar);
        }
        response.put("histogram", bars);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("counters", counters);
        view.put("rates", rates(counts));
        view.put("response", response);
        return view;
    }

    /** Null where nothing was exposed. */
    static Map<String, Double> rates(Counts counts) {
        Map<String, Double> rates = new LinkedHashMap<>();
        rates.put("closure", counts.closureRate());
        rates.put("satisfaction", counts.satisfactionRate());
        rates.put("dispatchedRight", counts.rightRate());
        rates.put("gridLevel", counts.gridLevelRate());
        rates.put("patrol", counts.patrolRate());
        for (String clock : List.of("RESPOND", "CONTROL", "CLOSE", "REVISIT", "PLAN")) {
            rates.put(camel("ON_TIME_" + clock), counts.onTimeRate(clock));
        }
        return rates;
    }

    static String name(Counter counter) {
        return camel(counter.name());
    }

    private static String camel(String name) {
        StringBuilder text = new StringBuilder();
        for (String part : name.toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return text.toString();
    }
}
