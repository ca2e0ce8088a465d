package org.gridward.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.gridward.grid.GridInfo;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Tally;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what became of the cases of a span of time. Keeps nothing: every answer is a recount of what the rooms recorded. */
@Component
public class EvaluationDesk {

    /** A case behind a figure. */
    public record Case(
            UUID id, String number, String category, String channel, Instant reportedAt, String state, String key) {}

    private static final int MOST_RECEIVERS = 50;

    private final CaseReader reader;
    private final GridMap gridMap;

    EvaluationDesk(CaseReader reader, GridMap gridMap) {
        this.reader = reader;
        this.gridMap = gridMap;
    }

    /** @throws Problem 404 naming the layer, 422 for a span that is empty */
    @Transactional(readOnly = true)
    public Sheet count(Question asked) {
        requireSpan(asked);
        SightRules rules = reader.rules(asked.at());
        Map<String, List<String>> departments = reader.departments();
        Map<String, Counts> rows = new TreeMap<>();
        Map<String, List<String>> names = names(asked, departments);
        names.keySet().forEach(key -> rows.put(key, new Counts()));
        Counts outside = new Counts();
        Counts total = new Counts();
        Map<String, Long> receivers = new HashMap<>();
        Tally tally = new Tally();
        Missed missed = judge(asked, rules);
        reader.cases(asked, one -> {
            CaseScore score = CaseScore.of(one, asked.at(), missed.verdict(one));
            Optional<String> key = key(asked, one, departments, rules);
            key.map(code -> rows.computeIfAbsent(code, fresh -> new Counts()))
                    .orElse(outside)
                    .add(score);
            total.add(score);
            tally.add(key.isPresent() ? PointStanding.OWNED : PointStanding.OUTSIDE, key.orElse(null));
            receivers.merge(one.firstReceiver(), 1L, Long::sum);
        });
        return new Sheet(
                asked,
                rows.entrySet().stream()
                        .map(entry -> row(entry.getKey(), names.get(entry.getKey()), entry.getValue()))
                        .toList(),
                outside,
                total,
                receivers.entrySet().stream()
                        .map(entry -> new Sheet.Taken(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Sheet.Taken::cases)
                                .reversed()
                                .thenComparing(Sheet.Taken::receiver))
                        .limit(MOST_RECEIVERS)
                        .toList(),
                reader.goals(),
                rules,
                tally.receipt(asked.layer() == null ? asked.by().name() : asked.layer(), "", asked.at(), null));
    }

    /**
     * The cases behind a figure, the latest first.
     *
     * @param key of a row; empty: those of no row; null: all
     */
    @Transactional(readOnly = true)
    public List<Case> behind(Question asked, Counter counter, String key) {
        requireSpan(asked);
        Map<String, List<String>> departments = reader.departments();
        SightRules rules = reader.rules(asked.at());
        Missed missed = judge(asked, rules);
        List<Case> found = new ArrayList<>();
        reader.cases(asked, one -> {
            String own = key(asked, one, departments, rules).orElse("");
            boolean counts =
                    CaseScore.of(one, asked.at(), missed.verdict(one)).counts().containsKey(counter);
            if (counts && (key == null || key.equals(own))) {
                found.add(new Case(
                        one.id(), one.number(), one.category(), one.channel(), one.reportedAt(), one.state(), own));
            }
        });
        found.sort(Comparator.comparing(Case::reportedAt).reversed().thenComparing(Case::number));
        return found;
    }

    private void requireSpan(Question asked) {
        if (asked.by() == Question.By.GRID) {
            gridMap.layer(asked.layer());
        }
        if (!asked.from().isBefore(asked.to())) {
            throw Problem.unprocessable(
                            "period-empty",
                            "The period from " + asked.from() + " to " + asked.to() + " is empty; send a later end.")
                    .with("/to", Fault.ORDER, "not after from");
        }
    }

    private Missed judge(Question asked, SightRules rules) {
        Missed missed = new Missed(rules, reader.sighted(asked, rules));
        if (missed.isNeeded()) {
            Instant last = asked.to().isBefore(asked.at()) ? asked.to() : asked.at();
            reader.fixes(asked.from().minus(Missed.LOOK_BACK), last, missed);
        }
        return missed;
    }

    private static Optional<String> key(
            Question asked, CaseHistory one, Map<String, List<String>> departments, SightRules rules) {
        return switch (asked.by()) {
            case GRID -> Optional.ofNullable(one.gridCode());
            case TEAM -> one.lastLead().map(CaseHistory.Lead::body);
            case DEPARTMENT -> department(one, departments, rules);
        };
    }

    /** The department that a case was handed to last, else the first that was whistled for, else that of its category. */
    private static Optional<String> department(
            CaseHistory one, Map<String, List<String>> departments, SightRules rules) {
        return one.steps().stream()
                .map(CaseHistory.Step::target)
                .filter(target -> target != null && departments.containsKey(target))
                .reduce((before, last) -> last)
                .or(() -> Optional.ofNullable(one.called()))
                .or(() -> Optional.ofNullable(rules.departments().get(one.category())));
    }

    /** The rows that are there though nothing happened in them: their rates are blank. */
    private Map<String, List<String>> names(Question asked, Map<String, List<String>> departments) {
        if (asked.by() == Question.By.DEPARTMENT) {
            return departments;
        }
        Map<String, List<String>> names = new HashMap<>();
        if (asked.by() == Question.By.GRID) {
            Optional<LayerMap> map = gridMap.find(asked.layer(), asked.at(), null);
            map.ifPresent(inForce -> inForce.codes().forEach(code -> {
                GridInfo grid = inForce.find(code).orElseThrow();
                names.put(code, List.of(grid.nameZh(), grid.nameEn()));
            }));
        }
        return names;
    }

    private static Sheet.Row row(String key, List<String> names, Counts counts) {
        return new Sheet.Row(key, names == null ? null : names.get(0), names == null ? null : names.get(1), counts);
    }
}
