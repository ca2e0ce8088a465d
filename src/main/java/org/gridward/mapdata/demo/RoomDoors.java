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
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;
import org.gridward.responsibility.Teams;
import org.springframework.stereotype.Component;

/** Turns the drawings of the demo city into what the rooms' bulk doors take. */
@Component
class RoomDoors {

    private final Places places;
    private final Teams teams;
    private final Units units;
    private final TrackLog tracks;
    private final IncidentDesk incidents;

    RoomDoors(Places places, Teams teams, Units units, TrackLog tracks, IncidentDesk incidents) {
        this.places = places;
        this.teams = teams;
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

    private static List<NewMember> members(TeamDrawing team) {
        return team.members().stream()
                .map(m -> new NewMember(m.role(), m.labelZh(), m.labelEn(), m.phone(), m.unit(), null, null))
                .toList();
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
                                Map.of("synthetic", true)))
                        .iterator());
    }
}
