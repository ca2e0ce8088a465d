package org.gridward.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Match;

/** Lets a precedent decide who leads, and says so; one that an edition has overtaken is named and decides nothing. Pure. */
final class PrecedentBook {

    private static final String RULE = "precedent";

    private final Roster roster;
    private final Inquiry asked;

    PrecedentBook(Roster roster, Inquiry asked) {
        this.roster = roster;
        this.asked = asked;
    }

    Answer apply(Answer answer) {
        if (asked.spot() == null || roster.precedents().isEmpty()) {
            return answer;
        }
        List<Reason> reasons = new ArrayList<>();
        for (Held<Precedent> row : roster.precedents()) {
            if (row.span().holds(asked.at(), asked.knownAt()) && row.thing().isAbout(asked.category(), asked.spot())) {
                if (isOvertaken(row.thing())) {
                    reasons.add(Reasons.precedentOvertaken(row.thing()));
                } else {
                    Optional<Answering> lead = lead(row.thing());
                    if (lead.isPresent()) {
                        reasons.add(Reasons.precedent(row.thing()));
                        return with(answer, lead.get(), reasons);
                    }
                }
            }
        }
        if (reasons.isEmpty()) {
            return answer;
        }
        reasons.addAll(0, answer.reasons());
        return answer.with(answer.lead(), answer.helpers(), answer.informed(), answer.rule(), reasons);
    }

    /** Whether the ground is drawn by another edition than the ruling knew. */
    private boolean isOvertaken(Precedent precedent) {
        for (Match match : asked.matches()) {
            if (match.layer().equals(precedent.baseLayer())) {
                return !match.edition().equals(precedent.baseEdition());
            }
        }
        return true;
    }

    private Optional<Answering> lead(Precedent precedent) {
        Rule rule = new Rule(
                RULE,
                0,
                0,
                "先例（" + precedent.number() + "）：" + precedent.reason(),
                "Precedent (" + precedent.number() + "): " + precedent.reason());
        if (precedent.department()) {
            return roster.departments().stream()
                    .filter(row -> row.thing().code().equals(precedent.toCode())
                            && row.span().holds(asked.at(), asked.knownAt()))
                    .findFirst()
                    .map(row -> Answering.of(row.thing(), home(precedent), rule));
        }
        return roster.team(precedent.toLayer(), precedent.toCode(), asked.at(), asked.knownAt())
                .flatMap(new Presence(roster, asked.at(), asked.knownAt())::lead)
                .map(found -> Answering.of(found, rule));
    }

    private String home(Precedent precedent) {
        return asked.matches().stream()
                .filter(match -> match.layer().equals(precedent.baseLayer()))
                .map(Match::gridCode)
                .findFirst()
                .orElse("");
    }

    /** The precedent's body leads; who would have led without it is told. */
    private static Answer with(Answer answer, Answering lead, List<Reason> reasons) {
        List<Answering> informed = new ArrayList<>(answer.informed());
        answer.lead().filter(before -> !before.isSameAs(lead)).ifPresent(before -> informed.add(0, before));
        informed.removeIf(lead::isSameAs);
        List<Answering> helpers = answer.helpers().stream()
                .filter(helper -> !helper.isSameAs(lead))
                .toList();
        List<Reason> all = new ArrayList<>(answer.reasons());
        all.removeIf(reason -> reason.code().equals("lead"));
        all.addAll(reasons);
        all.add(Reasons.lead(lead));
        return answer.with(Optional.of(lead), helpers, informed, lead.because(), all);
    }
}
