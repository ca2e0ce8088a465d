package org.gridward.border;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.grid.GridMap;
import org.gridward.grid.Receipt;
import org.gridward.platform.Fault;
import org.gridward.platform.ListPage;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing register of gaps and overlaps: what it says at a time, and who mends what. */
@Component
public class RegisterDesk {

    /**
     * The register of a layer at a time.
     *
     * @param scan what the borders left then; null: the layer had no borders in force
     * @param standing every face of that scan, uncounted
     * @param listed the faces asked for, counted
     * @param points how the doors and then the cases, each by longitude and latitude, stand that standing faces hold, borders
     *     included: in a gap, in an overlap (joint), or placed in the grid beside; the code is the face's or the grid's. Null
     *     where the scan is not stored
     */
    public record Page(Scan scan, List<StandingFace> standing, ListPage<StandingFace> listed, Receipt points) {}

    private final GridMap gridMap;
    private final FaceRegister register;
    private final FaceWriter writer;
    private final FaceKeeper keeper;
    private final RegisterTimes times;
    private final StandingFaces standing;
    private final AuditTrail audit;
    private final Outbox outbox;

    RegisterDesk(
            GridMap gridMap,
            FaceRegister register,
            FaceWriter writer,
            FaceKeeper keeper,
            RegisterTimes times,
            StandingFaces standing,
            AuditTrail audit,
            Outbox outbox) {
        this.gridMap = gridMap;
        this.register = register;
        this.writer = writer;
        this.keeper = keeper;
        this.times = times;
        this.standing = standing;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * A page of the register of a layer under the borders in force at a time, as known at a time, in the order of the ids.
     *
     * @throws Problem 404 naming the layer, 400 for a limit or cursor that cannot be
     */
    public Page list(RegisterFilter filter, Integer limit, String cursor) {
        gridMap.layer(filter.layer());
        RegisterTimes.Said said = times.at(filter.layer(), filter.at(), filter.knownAt());
        ListPage<FaceRegister.Stored> cut = ListPage.cut(
                said.faces().stream().filter(filter::fits).toList(),
                one -> one.face().id(),
                limit,
                cursor,
                filter.path());
        RegisterTimes.Sheet sheet = times.sheet(said, cut.items(), filter.knownAt());
        return new Page(
                said.scan(),
                said.faces().stream()
                        .filter(FaceRegister.Stored::standing)
                        .map(FaceRegister.Stored::face)
                        .toList(),
                new ListPage<>(sheet.listed(), cut.next()),
                sheet.points());
    }

    /**
     * One entry under the borders in force at a time, as known at a time; null: now.
     *
     * @throws Problem 404 naming the layer or the face
     */
    public StandingFace get(String layer, String id, Instant at, Instant knownAt) {
        gridMap.layer(layer);
        RegisterTimes.Said said = times.at(layer, at, knownAt);
        FaceRegister.Stored found = said.faces().stream()
                .filter(one -> one.face().id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(layer, id));
        return times.counted(said, List.of(found)).get(0);
    }

    private FaceRegister.Stored stored(String layer, String id) {
        gridMap.layer(layer);
        return register.face(layer, id, null, null).orElseThrow(() -> unknown(layer, id));
    }

    private static Problem unknown(String layer, String id) {
        return Problem.notFound(
                "unknown-face",
                "The register of '" + layer + "' has no entry '" + id + "'; GET /api/v1/layers/" + layer
                        + "/register lists them.");
    }

    /** What became of an entry, in order, as far as known at a time; null: now. */
    public List<FaceChange> history(String id, Instant knownAt) {
        return register.history(id).stream()
                .filter(change -> knownAt == null || !change.at().isAfter(knownAt))
                .toList();
    }

    /**
     * Gives an entry an owner of the fix, a state or a note.
     *
     * @param version the version that the caller has seen
     * @throws Problem 404, 412 when it changed since, 409 when it is fixed, 422 for the state FIXED or too long a text
     */
    @Transactional
    public StandingFace change(String layer, String id, ChangeFace wanted, int version, Actor actor) {
        Instant now = writer.lock(layer);
        StandingFace before = stored(layer, id).face();
        if (!VersionTag.matches(version, before.version())) {
            throw Problem.stale(
                    "stale-face",
                    "The entry '" + id + "' is at version " + before.version() + ", not " + version
                            + "; read it again and repeat the change.");
        }
        FaceState state = wanted.state().orElse(before.state());
        requireAllowed(before, state);
        FixOwner owner = wanted.owner().orElse(before.owner());
        String note = wanted.note().orElse(before.note());
        note = note == null || note.isBlank() ? null : note;
        writer.set(before, "CHANGED", state, owner, note, actor.name(), now);
        Map<String, Object> detail = new HashMap<>();
        detail.put("layer", layer);
        detail.put("before", before.state());
        detail.put("after", state);
        detail.put("owner", owner);
        audit.append(actor, "REGISTER_CHANGED", id, detail);
        outbox.append("BorderRegisterChanged", layer, Map.of("layer", layer, "face", id));
        return get(layer, id, null, null);
    }

    private static void requireAllowed(StandingFace before, FaceState after) {
        if (before.state() == FaceState.FIXED) {
            throw Problem.conflict(
                    "face-fixed",
                    "The borders in force no longer leave '" + before.id() + "'; it reopens by itself if it returns.");
        }
        if (after == FaceState.FIXED) {
            throw Problem.unprocessable(
                            "face-state",
                            "Only an edition makes an entry FIXED; choose OPEN, ACCEPTED or IN_WORK, or adopt an edition"
                                    + " whose borders close it.")
                    .with("/state", Fault.SAME, "set by an edition");
        }
    }

    /** The id of the gap or overlap of a layer that holds a point, under the borders in force at a time, as known at a time. */
    public Optional<String> named(String layer, double lon, double lat, Instant at, Instant knownAt) {
        return standing.named(layer, lon, lat, at, knownAt);
    }

    /** Brings the register up with the borders in force and returns; it does so by itself within seconds. */
    public void catchUp() {
        keeper.catchUp();
    }
}
