package org.gridward.place;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.access.AuditTrail;
import org.gridward.access.CurrentUser;
import org.gridward.datum.DatumGuard;
import org.gridward.datum.Observation;
import org.gridward.geodesy.LonLat;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The register of places: storing, changing, listing, and finding the spot that a code or an address means. */
@Component
public class Places {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PlaceRow row;
    private final PlaceFinder finder;
    private final PlaceLoader loader;
    private final PlaceLister lister;
    private final HoldingGrids grids;
    private final Jurisdiction jurisdiction;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final DatumGuard guard;
    private final Clock clock;

    Places(
            JdbcClient jdbc,
            JsonMapper json,
            PlaceFinder finder,
            PlaceLoader loader,
            PlaceLister lister,
            HoldingGrids grids,
            Jurisdiction jurisdiction,
            Outbox outbox,
            ApplicationEventPublisher events,
            AuditTrail audit,
            CurrentUser user,
            DatumGuard guard,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = new PlaceRow(json);
        this.finder = finder;
        this.loader = loader;
        this.lister = lister;
        this.grids = grids;
        this.jurisdiction = jurisdiction;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
        this.user = user;
        this.guard = guard;
        this.clock = clock;
    }

    /** Every kind of place, in the order of the codes. */
    public List<PlaceKind> kinds() {
        return jdbc.sql("SELECT code, name_zh, name_en FROM place.kinds ORDER BY code")
                .query(PlaceKind.class)
                .list();
    }

    /** The place with a code. */
    public Optional<Place> find(String code) {
        return jdbc.sql(Sql.of("place/find_place"))
                .param("code", code)
                .query(row)
                .optional();
    }

    /** As {@link #find}, or 404 {@code unknown-place}. */
    public Place get(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    /**
     * A page of places in the order of their codes.
     *
     * @param after the code to go on after, empty for the first page
     * @param limit rows of a page, 1 to 10,000
     */
    public PlacePage list(PlaceFilter filter, Optional<String> after, int limit) {
        return lister.list(filter, after, limit);
    }

    /** For each place, in order, the grids of every layer in force now that hold it, the widest layer first. */
    public List<List<HeldBy>> heldBy(List<Place> places) {
        return heldBy(places, null, null);
    }

    /** The same by the grids in force at a time, as known at a time; null: now. */
    public List<List<HeldBy>> heldBy(List<Place> places, Instant at, Instant knownAt) {
        List<LayerMap> maps = grids.inForce(at, knownAt);
        return places.stream()
                .map(place -> HoldingGrids.at(maps, place.lon(), place.lat()))
                .toList();
    }

    /**
     * Stores a new place.
     *
     * @throws Problem 422 naming every value that is not acceptable, 409 when the code or the QR token is taken
     */
    @Transactional
    public Place create(NewPlace place) {
        check(place);
        Place stored = write("place/insert_place", place)
                .orElseThrow(() -> Problem.conflict(
                        "place-exists", "There is a place '" + place.code() + "' already; change it with PUT."));
        observe(place);
        outbox.append("PlaceCreated", place.code(), stored);
        audit.append(user.get(), "PLACE_CREATED", place.code(), spot(stored));
        return stored;
    }

    /**
     * Changes a place; {@link PlaceMoved} is published when its coordinates differ.
     *
     * @param version the version that the caller has seen
     * @throws Problem 404, 412 when the place has changed since, 422 as {@link #create}
     */
    @Transactional
    public Place change(NewPlace place, int version) {
        check(place);
        Place before = jdbc.sql(Sql.of("place/lock_place"))
                .param("code", place.code())
                .query(row)
                .optional()
                .orElseThrow(() -> unknown(place.code()));
        if (!VersionTag.matches(version, before.version())) {
            throw Problem.stale(
                    "stale-place",
                    "The place '" + place.code() + "' is at version " + before.version() + ", not " + version
                            + "; read it again and repeat the change.");
        }
        Place after = write("place/update_place", place).orElseThrow();
        observe(place);
        audit.append(
                user.get(),
                "PLACE_CHANGED",
                place.code(),
                Map.of("version", after.version(), "before", spot(before), "after", spot(after)));
        if (before.lon() != after.lon() || before.lat() != after.lat()) {
            PlaceMoved moved = new PlaceMoved(
                    after.code(), after.kind(), before.lon(), before.lat(), after.lon(), after.lat(), clock.instant());
            outbox.append("PlaceMoved", after.code(), moved);
            events.publishEvent(moved);
        }
        return after;
    }

    /**
     * Stores many new places in one transaction through COPY: all of them or none.
     *
     * @return how many were stored
     * @throws Problem naming the first row (counted from 0) that is not acceptable, or the code that is taken
     */
    public long load(Iterator<NewPlace> places) {
        return loader.load(places, kindCodes());
    }

    /** The codes of places that begin with a prefix, in order: which serial numbers of components are taken. */
    public List<String> codesBelow(String prefix) {
        return jdbc.sql(Sql.of("place/list_codes"))
                .param("prefix", prefix)
                .query(String.class)
                .list();
    }

    /** The lamp post that carries a printed number: its code or its attribute {@code lampPost}. */
    public Optional<PlaceSpot> findByLampPost(String number) {
        return finder.byLampPost(number);
    }

    /** The notice board whose QR code carries a token (attribute {@code token}). */
    public Optional<PlaceSpot> findByToken(String token) {
        return finder.byToken(token);
    }

    /**
     * The spot of an address: a code, a name or a written address exactly; a house number or range of numbers on a street;
     * a building, with or without estate and room.
     *
     * @throws Problem 422 {@code ambiguous-place} naming the candidates when several fit equally well
     */
    public Optional<PlaceSpot> findByAddress(String address) {
        return finder.byAddress(address).map(FoundPlace::spot);
    }

    /**
     * What an address means, with room, unit or the range of house numbers that it names.
     *
     * @throws Problem 422 {@code location-not-found}, {@code ambiguous-place} or {@code range-not-on-one-segment}; its
     *     entries at {@code /location/placeCode} are the places that may be meant
     */
    public FoundPlace locate(String address) {
        return finder.byAddress(address)
                .orElseThrow(() -> PlaceChoices.missing(
                        "address", address, finder.near(address), "send lon and lat, or the code of a place"));
    }

    /** As {@link #locate}, for the number on a lamp post, such as 灯杆号黄桥村116. */
    public FoundPlace locateLampPost(String number) {
        return finder.byLampPost(number)
                .map(spot -> FoundPlace.of("LAMP_POST", spot))
                .orElseThrow(() -> PlaceChoices.missing(
                        "lampPost", number, finder.near(number), "read the number on the post again"));
    }

    /** As {@link #locate}, for a vessel by its code, name, number or MMSI: its last known position. */
    public FoundPlace locateVessel(String vessel) {
        return finder.byVessel(vessel)
                .map(spot -> FoundPlace.of("VESSEL", spot))
                .orElseThrow(() -> PlaceChoices.missing(
                        "vessel", vessel, finder.near(vessel), "send its name, number or MMSI, or lon and lat"));
    }

    private static Map<String, Object> spot(Place place) {
        return Map.of("kind", place.kind(), "lon", place.lon(), "lat", place.lat());
    }

    private void observe(NewPlace place) {
        if (place.raw() != null) {
            Object stated = place.attributes().get("gridCode");
            guard.observe(new Observation(
                    place.raw(), new LonLat(place.lon(), place.lat()), stated == null ? null : stated.toString()));
        }
    }

    private void check(NewPlace place) {
        Problem problem = PlaceRules.check(place, kindCodes());
        if (problem != null) {
            throw problem;
        }
        LonLatCheck.requireInside(place.lon(), place.lat(), jurisdiction.box(), "/lon");
        Object token = place.attributes().get("token");
        Optional<PlaceSpot> holder = token == null ? Optional.empty() : findByToken(token.toString());
        if (holder.isPresent() && !holder.get().code().equals(place.code())) {
            throw Problem.conflict(
                    "token-taken",
                    "The token is carried by the place '" + holder.get().code() + "'; use another.");
        }
    }

    private Optional<Place> write(String statement, NewPlace place) {
        return jdbc.sql(Sql.of(statement))
                .param("code", place.code())
                .param("kind", place.kind())
                .param("nameZh", place.nameZh())
                .param("nameEn", place.nameEn())
                .param("lon", place.lon())
                .param("lat", place.lat())
                .param("attributes", json.writeValueAsString(place.attributes()))
                .param("raw", place.raw() == null ? null : json.writeValueAsString(place.raw()))
                .query(row)
                .optional();
    }

    private Set<String> kindCodes() {
        return kinds().stream().map(PlaceKind::code).collect(Collectors.toUnmodifiableSet());
    }

    private static Problem unknown(String code) {
        return Problem.notFound("unknown-place", "There is no place '" + code + "'.");
    }
}
