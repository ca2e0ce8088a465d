package org.gridward.evidence;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.incident.CaseFile;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes photos in, keeps them, and gives them to whom they concern. */
@Component
public class Photos {

    /** A photo with what the camera wrote into the file it was made of; each may be null. */
    public record WithMetadata(Photo photo, String cameraTime, Double cameraLon, Double cameraLat) {}

    private static final Logger log = LoggerFactory.getLogger(Photos.class);
    private static final int MOST = 20;
    private static final int MOST_OF_STRANGERS = 3;
    private static final String OWNER_OF = "SELECT incident_id FROM evidence.photos WHERE id = :id";
    private static final String METADATA = """
            INSERT INTO evidence.photo_metadata (photo_id, taken_at, lon, lat)
            VALUES (:id, CAST(:takenAt AS text), CAST(:lon AS double precision), CAST(:lat AS double precision))
            ON CONFLICT DO NOTHING""";
    private static final String MOVE =
            "UPDATE evidence.photos SET incident_id = :incident, held_id = NULL WHERE held_id = :held";

    private final PhotoMaker maker = new PhotoMaker();
    private final PhotoFolder folder;
    private final Nearness nearness;
    private final PhotoLimits limits;
    private final Tickets tickets;
    private final CaseFile cases;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final AuditTrail audit;

    Photos(
            PhotoFolder folder,
            Nearness nearness,
            PhotoLimits limits,
            Tickets tickets,
            CaseFile cases,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Outbox outbox,
            AuditTrail audit) {
        this.folder = folder;
        this.nearness = nearness;
        this.limits = limits;
        this.tickets = tickets;
        this.cases = cases;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Asked before the file is read. @throws Problem 403, 404 as {@link #add} */
    public void requireMayAdd(UUID incident, Actor actor) {
        cases.read(incident, actor);
    }

    /** Asked before the file is read. @throws Problem 403 {@code ticket} */
    public void requireTicket(String ticket) {
        tickets.read(ticket);
    }

    /**
     * Adds a photo to an incident; one that is sent again after a lost answer is the one that is there.
     *
     * @param pending the id of a photo that was announced before and not kept, or null
     * @return STORED, or PENDING where the disk is full: send it again with its id
     * @throws Problem 404, 403 the incident; 422 {@code photo-not-acceptable}, 413; 409 too many
     */
    public Photo add(UUID incident, NewPhoto said, byte[] sent, UUID pending, Actor actor) {
        cases.read(incident, actor);
        return add(Owner.incident(incident), said, sent, pending, actor.name(), MOST);
    }

    /**
     * Adds a photo to the report that a ticket belongs to; at most three.
     *
     * @throws Problem 403 {@code ticket}, and as {@link #add}
     */
    public Photo addByTicket(String ticket, NewPhoto said, byte[] sent, UUID pending) {
        return add(tickets.read(ticket), said, sent, pending, Actor.RESIDENT.name(), MOST_OF_STRANGERS);
    }

    /** The photos of an incident, for an actor who may see it. @throws Problem 404, 403 */
    public List<WithMetadata> list(UUID incident, Actor actor) {
        cases.read(incident, actor);
        return list(Owner.incident(incident));
    }

    /** The picture itself. @throws Problem 404 no such photo, or one that is PENDING; 403 not the actor's incident */
    public byte[] picture(UUID id, Actor actor) {
        UUID incident = jdbc.sql(OWNER_OF)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("unknown-photo", "There is no photo '" + id + "' of an incident."));
        cases.read(incident, actor);
        return folder.read(id)
                .orElseThrow(() -> Problem.notFound(
                        "photo-not-there",
                        "The photo '" + id + "' was announced and is not here yet; ask whoever took it to send it."));
    }

    /** The photos of a held report are now those of the incident it became; within the caller's transaction. */
    public void move(UUID held, UUID incident) {
        jdbc.sql(MOVE).param("incident", incident).param("held", held).update();
    }

    private List<WithMetadata> list(Owner owner) {
        return jdbc.sql(Sql.of("evidence/list_photos"))
                .param(
                        "incident",
                        owner.kind() == Owner.Kind.INCIDENT ? owner.id().toString() : null)
                .param(
                        "held",
                        owner.kind() == Owner.Kind.HELD_REPORT ? owner.id().toString() : null)
                .query(Photos::photo)
                .list();
    }

    private Photo add(Owner owner, NewPhoto said, byte[] sent, UUID pending, String actor, int most) {
        check(said);
        limits.require(owner, pending, most);
        Picture picture = maker.make(sent);
        Optional<UUID> same = pending == null ? limits.same(owner, said, sha256(picture.jpeg())) : Optional.empty();
        if (same.isPresent()) {
            return find(owner, same.get());
        }
        UUID id = pending == null ? Ids.next() : pending;
        boolean kept = keep(id, picture);
        try {
            return transaction.execute(status -> store(owner, id, said, picture, kept, actor));
        } catch (RuntimeException failed) {
            if (kept && pending == null) {
                folder.delete(id);
            }
            throw failed;
        }
    }

    private boolean keep(UUID id, Picture picture) {
        try {
            folder.write(id, picture.jpeg());
            return true;
        } catch (IOException full) {
            log.warn("Photo {} is not kept and waits: {}", id, full.toString());
            return false;
        }
    }

    private Photo store(Owner owner, UUID id, NewPhoto said, Picture picture, boolean kept, String actor) {
        boolean placed = said.lon() != null;
        Nearness.Found near = owner.kind() == Owner.Kind.HELD_REPORT
                ? Nearness.Found.NOTHING
                : nearness.find(owner.id(), placed ? said.lon() : picture.lon(), placed ? said.lat() : picture.lat());
        int stored = jdbc.sql(Sql.of("evidence/insert_photo"))
                .param("id", id)
                .param(
                        "incident",
                        owner.kind() == Owner.Kind.INCIDENT ? owner.id().toString() : null)
                .param(
                        "held",
                        owner.kind() == Owner.Kind.HELD_REPORT ? owner.id().toString() : null)
                .param("purpose", said.purpose().name())
                .param("state", kept ? "STORED" : "PENDING")
                .param("bytes", kept ? picture.jpeg().length : null)
                .param("width", kept ? picture.width() : null)
                .param("height", kept ? picture.height() : null)
                .param("sha256", kept ? sha256(picture.jpeg()) : null)
                .param("addedBy", actor)
                .param("takenAt", said.takenAt() == null ? null : said.takenAt().toString())
                .param("lon", said.lon())
                .param("lat", said.lat())
                .param("accuracy", said.accuracyMeters())
                .param("distance", near.distanceMeters())
                .param("threshold", near.thresholdMeters())
                .param("far", near.far())
                .update();
        if (stored == 0) {
            throw PhotoLimits.notWaitedFor(id);
        }
        jdbc.sql(METADATA)
                .param("id", id)
                .param("takenAt", picture.takenAt())
                .param("lon", picture.lon())
                .param("lat", picture.lat())
                .update();
        Photo photo = find(owner, id);
        if (photo.incidentId() != null) {
            outbox.append(
                    "PhotoAdded",
                    photo.incidentId().toString(),
                    Map.of("id", id, "incidentId", photo.incidentId(), "state", photo.state(), "far", photo.far()));
        }
        audit.append(
                actor,
                "PHOTO_ADDED",
                id.toString(),
                Map.of("owner", owner.kind() + " " + owner.id(), "purpose", photo.purpose(), "state", photo.state()));
        return photo;
    }

    private Photo find(Owner owner, UUID id) {
        return list(owner).stream()
                .map(WithMetadata::photo)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void check(NewPhoto said) {
        if ((said.lon() == null) != (said.lat() == null)) {
            throw Problem.unprocessable("photo-place", "lon and lat belong together; send both or none.")
                    .with("/lon", Fault.TOGETHER, "lon and lat belong together");
        }
        if (said.lon() != null) {
            LonLatCheck.require(said.lon(), said.lat(), "/lon");
        }
        Double accuracy = said.accuracyMeters();
        if (accuracy != null && !(accuracy >= 0 && accuracy <= 5_000)) {
            throw Problem.unprocessable("photo-place", "An accuracy of " + accuracy + " m cannot be used.")
                    .with("/accuracyMeters", Fault.range(0, 5_000), "not within 0..5000");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    private static WithMetadata photo(ResultSet row, int number) throws SQLException {
        Photo photo = new Photo(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                Photo.State.valueOf(row.getString("state")),
                row.getObject("bytes", Integer.class),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                instant(row, "added_at"),
                row.getString("added_by"),
                instant(row, "taken_at"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getObject("accuracy_m", Double.class),
                row.getObject("distance_m", Double.class),
                row.getBoolean("far"),
                row.getObject("threshold_m", Double.class));
        return new WithMetadata(
                photo,
                row.getString("exif_taken_at"),
                row.getObject("exif_lon", Double.class),
                row.getObject("exif_lat", Double.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
