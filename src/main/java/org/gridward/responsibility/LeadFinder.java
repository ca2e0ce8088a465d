package org.gridward.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.grid.Match;

/**
 * Applies the rule table to the grids that hold a spot. Pure: the same roster, layers and inquiry give the same answer.
 *
 * <p>Standing: a declared joint area, more than one certain grid in a layer, or a doubt that is answered by sending all, is
 * JOINT; else a match in a leaf partition is OWNED; else a match in a wider partition is a GAP; else somebody of a free layer
 * (sea) OWNS; else OUTSIDE. Where one layer is asked for, its grids OWN, led or not, and a spot that a PARTITION leaves out of
 * the layers around it is a GAP; a FREE layer has no gaps. Exactly one leads: whom the first LEAD row finds, or whoever receives
 * the report first.
 */
final class LeadFinder {

    private static final double CERTAIN = 1.0 - 1e-9;

    private final LayerTree tree;
    private final Inquiry asked;
    private final List<String> overlapping;
    private final boolean leftOut;
    private final Duty duty;
    private final RuleTable table;
    private final List<Match> matches;
    private final People people;
    private Set<Rule> passedOver = Set.of();

    /** @param overlapping codes of the grids of one partition that hold the spot inside, when they are several */
    LeadFinder(Roster roster, LayerTree tree, Inquiry asked, List<String> overlapping) {
        this(roster, tree, asked, overlapping, false);
    }

    /** @param leftOut the one layer that is asked for leaves out the spot, and a layer around it does not */
    LeadFinder(Roster roster, LayerTree tree, Inquiry asked, List<String> overlapping, boolean leftOut) {
        this.leftOut = leftOut;
        this.tree = tree;
        this.asked = asked;
        this.overlapping = overlapping;
        this.duty = asked.category() == null
                ? Duty.NONE
                : roster.duty(asked.category(), asked.at(), asked.knownAt()).orElse(Duty.NONE);
        this.table = roster.rulesAt(asked.at(), asked.knownAt());
        this.matches =
                asked.chosen() == null ? DoubtFinder.likely(asked.matches(), tree, asked.layer()) : asked.matches();
        this.people = new People(roster, tree, matches, duty, asked);
    }

    /** Passes over the LEAD rows that answers cited. */
    LeadFinder without(Set<Rule> rows) {
        passedOver = rows;
        return this;
    }

    /** The answer without the name of its face, which only the register can tell: {@code face} says what to look for. */
    Answer answer() {
        Optional<Doubt> doubt = DoubtFinder.find(asked, tree, duty);
        Answering lead = null;
        Rule rule = null;
        List<Answering> helpers = new ArrayList<>();
        List<Answering> informed = new ArrayList<>();
        for (RuleRow row : table.rows()) {
            if (!row.isFor(asked.category(), duty.categoryClass())
                    || row.relation() == RuleRow.Relation.LEAD && passedOver.contains(row.cited())) {
                continue;
            }
            if (row.relation() == RuleRow.Relation.LEAD) {
                if (rule == null) {
                    List<Answering> found = people.find(row, null);
                    lead = found.isEmpty() ? null : found.get(0);
                    rule = lead != null || row.subject() == RuleRow.Subject.RECEIVER ? row.cited() : null;
                }
            } else {
                add(row.relation() == RuleRow.Relation.HELP ? helpers : informed, people.find(row, lead));
            }
        }
        rule = rule == null ? RuleTable.NONE.rows().get(0).cited() : rule;
        addLikely(helpers, doubt, rule);
        Standing standing = standing(doubt, lead != null);
        removeSame(helpers, lead);
        removeSame(informed, lead);
        helpers.forEach(helper -> removeSame(informed, helper));
        return new Answer(
                Optional.ofNullable(lead),
                helpers,
                informed,
                rule,
                standing,
                face(standing),
                doubt,
                reasons(standing, lead, doubt),
                Optional.empty());
    }

    /** Those who may be meant as well: in an overlap, and in a doubt that nobody may be asked about. */
    private void addLikely(List<Answering> helpers, Optional<Doubt> doubt, Rule rule) {
        for (String code : overlapping) {
            for (Match match : matches) {
                if (match.gridCode().equals(code) || isRunnerUp(match, code)) {
                    add(helpers, people.head(match.layer(), code, rule).stream().toList());
                }
            }
        }
        doubt.filter(found -> found.outcome() == Doubt.Outcome.JOINT).ifPresent(found -> {
            for (String code : DoubtFinder.likely(found)) {
                add(helpers, people.head(found.layer(), code, rule).stream().toList());
            }
        });
    }

    private static boolean isRunnerUp(Match match, String code) {
        return match.runnerUp() != null && match.runnerUp().gridCode().equals(code);
    }

    private static void add(List<Answering> to, List<Answering> found) {
        for (Answering one : found) {
            boolean known = false;
            for (Answering present : to) {
                known |= present.isSameAs(one);
            }
            if (!known) {
                to.add(one);
            }
        }
    }

    private static void removeSame(List<Answering> from, Answering one) {
        if (one != null && !from.isEmpty()) {
            from.removeIf(present -> present.isSameAs(one));
        }
    }

    private Standing standing(Optional<Doubt> doubt, boolean led) {
        if (people.jointArea().isPresent()
                || !overlapping.isEmpty()
                || !severalIn().isEmpty()
                || doubt.map(Doubt::outcome).orElse(null) == Doubt.Outcome.JOINT) {
            return Standing.JOINT;
        }
        boolean partition = false;
        for (Match match : matches) {
            if (tree.leaves().contains(match.layer())) {
                return Standing.OWNED;
            }
            partition |= tree.partitions().contains(match.layer());
        }
        if (partition || leftOut) {
            return Standing.GAP;
        }
        return led || asked.layer() != null && !matches.isEmpty() ? Standing.OWNED : Standing.OUTSIDE;
    }

    /** The certain grids of the first layer that has more than one. */
    private List<Match> severalIn() {
        for (int i = 0; i < matches.size(); i++) {
            String layer = matches.get(i).layer();
            for (int k = i + 1; k < matches.size() && matches.get(i).share() >= CERTAIN; k++) {
                if (matches.get(k).layer().equals(layer) && matches.get(k).share() >= CERTAIN) {
                    return matches.stream()
                            .filter(match -> match.layer().equals(layer) && match.share() >= CERTAIN)
                            .toList();
                }
            }
        }
        return List.of();
    }

    private Optional<Face> face(Standing standing) {
        if (standing == Standing.GAP) {
            return Optional.of(new Face(Face.Kind.GAP, "", missingLayer(), List.of(), true));
        }
        if (standing != Standing.JOINT) {
            return Optional.empty();
        }
        Optional<JointArea> area = people.jointArea();
        if (area.isPresent()) {
            JointArea found = area.get();
            return Optional.of(
                    new Face(Face.Kind.JOINT_AREA, found.gridCode(), found.layer(), found.partners(), false));
        }
        if (!overlapping.isEmpty()) {
            return matches.stream()
                    .filter(match -> overlapping.contains(match.gridCode()))
                    .findFirst()
                    .map(match -> new Face(Face.Kind.OVERLAP, "", match.layer(), overlapping, true));
        }
        List<Match> several = severalIn();
        return several.isEmpty()
                ? Optional.empty()
                : Optional.of(new Face(
                        Face.Kind.OVERLAP,
                        "",
                        several.get(0).layer(),
                        several.stream().map(Match::gridCode).sorted().toList(),
                        true));
    }

    /** Whether the lead is of a partition in which others nest. */
    private boolean isAbove(Answering lead) {
        return tree.partitions().contains(lead.layer()) && !tree.leaves().contains(lead.layer());
    }

    /** The leaf layer that has no grid here. */
    private String missingLayer() {
        if (asked.layer() != null) {
            return asked.layer();
        }
        for (String layer : tree.territory()) {
            if (tree.leaves().contains(layer)) {
                return layer;
            }
        }
        return "";
    }

    private List<Reason> reasons(Standing standing, Answering lead, Optional<Doubt> doubt) {
        List<Reason> reasons = new ArrayList<>(4);
        for (Match match : matches) {
            if (tree.leaves().contains(match.layer())) {
                reasons.addAll(people.awayIn(match.layer(), match.gridCode()));
                if (!people.isStaffed(match.layer(), match.gridCode())) {
                    reasons.add(Reasons.noTeam(match.gridCode()));
                    if (lead != null && isAbove(lead)) {
                        reasons.add(Reasons.parentGrid(lead));
                    }
                }
            }
        }
        if (lead == null) {
            reasons.add(Reasons.dispatchDesk());
        }
        reasons.add(Reasons.of(standing));
        doubt.flatMap(Reasons::of).ifPresent(reasons::add);
        if (lead != null) {
            reasons.add(Reasons.lead(lead));
        }
        return reasons;
    }
}
