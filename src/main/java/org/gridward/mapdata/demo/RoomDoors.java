package org.gridward.mapdata.demo;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.PastIncident;
import org.gridward.patrol.Fix;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.Unit;
import org.gridward.patrol.UnitFix;
import org.gridward.patrol.UnitKind;
import org.gridward.patrol.Units;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Declarations;
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;
import org.gridward.responsibility.Owner;
import org.gridward.responsibility.PlanDesk;
import org.gridward.responsibility.Teams;
import org.springframework.stereotype.Component;

/** Turns the drawings of the demo city into what the rooms' bulk doors take. */
@Component
class RoomDoors {

    private static final String ACTOR = "demo";

    private final Places places;
    private final Teams teams;
    private final PlanDesk plans;
    private final Declarations declarations;
    private final Units units;
    private final TrackLog tracks;
    private final IncidentDesk incidents;

    RoomDoors(
            Places places,
            Teams teams,
            PlanDesk plans,
            Declarations declarations,
            Units units,
            TrackLog tracks,
            IncidentDesk incidents) {
        this.places = places;
        this.teams = teams;
        this.plans = plans;
        this.declarations = declarations;
        this.units = units;
        this.tracks = tracks;
        this.incidents = incidents;
    }

    void places(DemoCity city) {
        places.load(city.places().stream()
                .map(p -> new NewPlace(p.code(), p.kind(), p.nameZh(), p.nameEn(), p.lon(), p.lat(), p.attributes()))
                .iterator());
    }

    void teams(DemoCity city) {
        teams.load(city.teams().stream()
                .map(t -> new NewTeam(
                        t.layer(), t.grid(), t.template(), t.nameZh(), t.nameEn(), members(t), t.partners()))
                .toList());
    }

    /** Links each sea team with a land team, both ways. */
    void pairs(DemoCity city) {
        List<TeamDrawing> land = city.teams().stream()
                .filter(team -> team.layer().equals("land-grid"))
                .toList();
        List<TeamDrawing> sea = city.teams().stream()
                .filter(team -> team.layer().equals("sea-grid"))
                .toList();
        for (int i = 0; i < Math.max(sea.size(), land.size()) && !sea.isEmpty() && !land.isEmpty(); i++) {
            TeamDrawing there = land.get(i % land.size());
            TeamDrawing here = sea.get(i % sea.size());
            plans.plan(
                    here.layer(),
                    here.grid(),
                    new PlanDesk.Paired(there.layer(), there.grid()),
                    null,
                    null,
                    false,
                    ACTOR);
        }
    }

    private static List<NewMember> members(TeamDrawing team) {
        return team.members().stream()
                .map(m -> new NewMember(m.role(), m.labelZh(), m.labelEn(), m.phone(), m.unit(), null, null))
                .toList();
    }

    /** Who owns things: an office for each kind that the city keeps, and the property companies what stands in their areas. */
    void owners(DemoCity city) {
        for (Owner owner : List.of(
                office("LAMPS", "street_lamp", "路灯管理所", "Street lamp office"),
                office("GREEN", "tree", "园林管理所", "Parks office"),
                office("CHARGE", "charging_pile", "充电运营服务处", "Charging service office"))) {
            declarations.declare(owner, null, null, ACTOR);
        }
        city.layers().stream()
                .filter(layer -> layer.layer().equals("property-area"))
                .flatMap(layer -> layer.grids().stream())
                .forEach(area -> declarations.declare(
                        new Owner(
                                area.code(),
                                "lift",
                                "property-area",
                                area.code(),
                                area.nameZh() + "管理处",
                                area.nameEn() + " office",
                                "物业值班 " + area.code(),
                                "Property duty post " + area.code(),
                                null,
                                null),
                        null,
                        null,
                        ACTOR));
    }

    private static Owner office(String code, String category, String nameZh, String nameEn) {
        return new Owner(
                code,
                category,
                "town",
                "",
                nameZh,
                nameEn,
                nameZh + "值班",
                nameEn + " duty post",
                "000-0000-9000",
                null);
    }

    void tracks(DemoCity city, Instant end) {
        units.load(city.units().stream()
                .map(u -> new Unit(
                        u.code(), u.nameZh(), u.nameEn(), u.gridCode(), u.bike() ? UnitKind.BICYCLE : UnitKind.FOOT))
                .toList());
        Iterator<PatrolWalks.Step> steps = new PatrolWalks(city, end).all();
        Iterable<PatrolWalks.Step> each = () -> steps;
        tracks.load(StreamSupport.stream(each.spliterator(), false)
                .map(s -> new UnitFix(
                        s.unit(), new Fix(s.t(), s.lon(), s.lat(), s.accuracyMeters(), s.speedMetersPerSecond())))
                .iterator());
    }

    void incidents(DemoCity city, Instant end) {
        incidents.load(new IncidentHistory(city, end)
                .cases.stream()
                        .map(c -> new PastIncident(
                                null,
                                c.category(),
                                c.description(),
                                c.lon(),
                                c.lat(),
                                c.occurredAt(),
                                c.channel(),
                                c.state(),
                                c.closedAt(),
                                Map.of("synthetic", true),
                                c.handled()))
                        .iterator());
    }
}
