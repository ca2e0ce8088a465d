package org.gridward.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.springframework.stereotype.Component;

/** Everything that is done together about one incident, in one answer. */
@Component
public class Overview {

    /** What a screen shows of it; supervision, route, routeDue and hardCase are null where there is none. */
    public record Together(
            UUID incidentId,
            String number,
            ColourQueues.Route route,
            java.time.Instant routeDue,
            EscalationDesk.Place place,
            List<Escalation> escalations,
            Supervision supervision,
            List<WhistleCall> whistles,
            List<DeliberationView> deliberations,
            List<JointTask> tasks,
            List<HandOff> handOffs,
            List<Mediation> mediations,
            HardCase hardCase,
            List<HardCase.Plan> plans) {}

    private static final int MOST = 1_000;

    private final CaseFile caseFile;
    private final ColourQueues queues;
    private final EscalationDesk ladder;
    private final EscalationBook escalations;
    private final SupervisionDesk supervisions;
    private final WhistleBook whistles;
    private final DeliberationBook deliberations;
    private final JointTaskBook tasks;
    private final HandOffBook handOffs;
    private final MediationBook mediations;
    private final HardCaseBook hardCases;

    Overview(
            CaseFile caseFile,
            ColourQueues queues,
            EscalationDesk ladder,
            EscalationBook escalations,
            SupervisionDesk supervisions,
            WhistleBook whistles,
            DeliberationBook deliberations,
            JointTaskBook tasks,
            HandOffBook handOffs,
            MediationBook mediations,
            HardCaseBook hardCases) {
        this.caseFile = caseFile;
        this.queues = queues;
        this.ladder = ladder;
        this.escalations = escalations;
        this.supervisions = supervisions;
        this.whistles = whistles;
        this.deliberations = deliberations;
        this.tasks = tasks;
        this.handOffs = handOffs;
        this.mediations = mediations;
        this.hardCases = hardCases;
    }

    /** @throws org.gridward.platform.Problem 404 {@code unknown-incident} */
    public Together of(UUID incident) {
        Standing standing = caseFile.read(incident);
        Optional<ColourQueues.Route> route = queues.route(standing.colour());
        return new Together(
                incident,
                standing.number(),
                route.orElse(null),
                route.map(one -> queues.due(one, standing.reportedAt())).orElse(null),
                ladder.place(incident),
                escalations.of(incident),
                supervisions.of(incident).orElse(null),
                whistles.list(new WhistleBook.Filter(incident, null, null), null, MOST),
                deliberations.of(incident),
                tasks.list(new JointTaskBook.Filter(incident, null, null, null), null, MOST),
                handOffs.list(incident, null, null, MOST),
                mediations.of(incident),
                hardCases.find(incident).orElse(null),
                hardCases.plans(incident));
    }
}
