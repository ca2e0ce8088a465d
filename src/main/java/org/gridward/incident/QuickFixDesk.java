package org.gridward.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.WriteBatch;
import org.springframework.stereotype.Component;

/**
 * Takes quick fixes: a report, then every step of the loop in the same transaction and under the finder's name, so that the
 * timeline, tasks and deadlines are those of any other case. Whoever may forbid a step may forbid it here too.
 */
@Component
class QuickFixDesk {

    private final Intake intake;
    private final ActionDesk actions;
    private final Categories categories;
    private final WriteBatch batch;

    QuickFixDesk(Intake intake, ActionDesk actions, Categories categories, WriteBatch batch) {
        this.intake = intake;
        this.actions = actions;
        this.categories = categories;
        this.batch = batch;
    }

    UUID take(QuickFix fix, Actor actor) {
        check(fix);
        ReportIncident report = new ReportIncident(
                fix.category(), fix.description(), fix.location(), "PATROL", fix.at(), null, fix.answers());
        UUID id = intake.take(report, actor, null).incident().id();
        step(id, Action.ACCEPT, Map.of(), actor);
        step(id, Action.ARRIVE, on(fix, false), actor);
        step(id, Action.FINISH, on(fix, true), actor);
        step(id, Action.FEEDBACK, Map.of("answer", fix.fixed().strip()), actor);
        ClosedHow how = fix.how() == null ? ClosedHow.CLEARED : fix.how();
        step(id, Action.CLOSE, Map.of("how", how.name()), actor);
        batch.sendNow();
        return id;
    }

    private void step(UUID id, Action action, Map<String, Object> fields, Actor actor) {
        batch.sendNow();
        Locked incident = actions.lock(id);
        if (!incident.gridCodes().isEmpty() && !actor.mayActInAny(incident.gridCodes())) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "The spot lies outside the jurisdiction " + actor.jurisdiction() + " of '" + actor.name()
                            + "'; report it, so that those who answer there see to it.");
        }
        State to = Lifecycle.require(incident.number(), incident.now(), action);
        Map<String, Object> detail = new LinkedHashMap<>(fields);
        detail.put("quickFix", true);
        actions.change(incident, action, to, null, detail, actor);
    }

    /** What the field says of being there: when, and at the end the photos. */
    private static Map<String, Object> on(QuickFix fix, boolean withPhotos) {
        Map<String, Object> detail = new LinkedHashMap<>();
        if (fix.at() != null) {
            detail.put("at", fix.at());
        }
        if (withPhotos) {
            detail.put("photos", List.copyOf(fix.photos()));
        }
        return detail;
    }

    private void check(QuickFix fix) {
        Problem problem = Problem.unprocessable("quick-fix-not-acceptable", "The quick fix cannot be taken as it is.");
        ReportRules.text(problem, "/fixed", fix.fixed(), ReportRules.TEXT_MOST, true);
        if (fix.location() == null) {
            problem.with("/location", Fault.MISSING, "missing; say where it was");
        }
        Map<String, Object> photos = fix.photos() == null ? Map.of() : Map.of("photos", fix.photos());
        if (photos.isEmpty() || fix.photos().isEmpty()) {
            problem.with("/photos", Fault.MISSING, "missing; send the id of at least one photo");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        FieldCheck.read(Action.FINISH, photos);
        Category category = categories.get(fix.category());
        if (category.tier() != 2) {
            throw Problem.unprocessable(
                            "not-a-small-matter",
                            "'" + category.code() + "' is of tier " + category.tier()
                                    + "; only small matters of tier 2 are fixed on the spot without a case. Report it.")
                    .with("/category", Fault.NOT_HERE, "of tier " + category.tier());
        }
    }
}
