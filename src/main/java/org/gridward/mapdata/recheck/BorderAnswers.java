package org.gridward.mapdata.recheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.border.BorderReceipts;
import org.gridward.border.BorderRisk;
import org.gridward.border.BorderRiskDesk;
import org.gridward.border.CrosswalkDesk;
import org.gridward.border.CrosswalkTable;
import org.gridward.border.RegisterDesk;
import org.gridward.border.RegisterFilter;
import org.gridward.grid.EditionId;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Checks the receipt inside an answer of register, crosswalk or border risk: one that was saved, or one asked for here. */
@Component
public class BorderAnswers {

    private static final double DEFAULT_ACCURACY_METERS = 20;

    private final BorderRecheck recheck;
    private final RegisterDesk register;
    private final CrosswalkDesk crosswalk;
    private final BorderRiskDesk risk;

    BorderAnswers(BorderRecheck recheck, RegisterDesk register, CrosswalkDesk crosswalk, BorderRiskDesk risk) {
        this.recheck = recheck;
        this.register = register;
        this.crosswalk = crosswalk;
        this.risk = risk;
    }

    /**
     * Of an answer as it came over HTTP.
     *
     * @return what differs, in words
     * @throws Problem 422 where it is none of the three
     */
    public List<String> of(Map<?, ?> answer) {
        if (answer.get("receipt") instanceof Map<?, ?> receipt) {
            if (answer.get("rows") instanceof List<?> rows && receipt.get("to") != null) {
                List<Map<?, ?>> all = new ArrayList<>();
                rows.forEach(row -> all.add((Map<?, ?>) row));
                return recheck.crosswalk(receipt, all);
            }
            if (answer.containsKey("formulaVersion")) {
                return recheck.risk(
                        receipt,
                        Instant.parse(String.valueOf(answer.get("from"))),
                        ((Number) answer.get("defaultAccuracyMeters")).doubleValue());
            }
            if (receipt.containsKey("regionSquareMeters")) {
                return recheck.register(receipt);
            }
        }
        throw Problem.unprocessable(
                "no-such-answer",
                "This is no answer of register, border-risk, or crosswalk of two editions with its receipt; save one of those.");
    }

    /** Of the register of a layer at a time, as known at a time. @throws Problem 409 when it had no borders then */
    public List<String> register(String layer, Instant at, Instant knownAt) {
        RegisterDesk.Page page = register.list(new RegisterFilter(layer, Set.of(), Set.of(), at, knownAt), null, null);
        if (page.scan() == null) {
            throw Problem.conflict(
                    "no-edition-in-force", "The layer '" + layer + "' had no borders in force then; nothing to check.");
        }
        return recheck.register(BorderReceipts.register(page));
    }

    /** Of the crosswalk of two editions. */
    public List<String> crosswalk(String layer, String from, String to, Instant at) {
        EditionId before = EditionId.parse(from);
        EditionId after = EditionId.parse(to);
        CrosswalkTable table = crosswalk.between(layer, before, after, at);
        List<Map<?, ?>> rows = new ArrayList<>();
        for (CrosswalkTable.Row row : table.rows()) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("oldCode", row.oldCode());
            view.put("newCode", row.newCode());
            view.put("areaSquareMeters", row.amounts().areaSquareMeters());
            view.put("streetMeters", row.amounts().streetMeters());
            view.put("doors", row.amounts().doors());
            view.put("households", row.amounts().households());
            view.put("cases", row.amounts().cases());
            rows.add(view);
        }
        return recheck.crosswalk(BorderReceipts.crosswalk(layer, before, after, table), rows);
    }

    /** Of the border risk of a layer at a time, as known at a time. */
    public List<String> risk(String layer, Instant at, Instant knownAt) {
        BorderRisk found = risk.rank(layer, null, null, DEFAULT_ACCURACY_METERS, 1, at, knownAt);
        return recheck.risk(found.receipt().fields(), found.from(), found.defaultAccuracyMeters());
    }
}
