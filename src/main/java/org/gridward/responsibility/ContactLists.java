package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.grid.GridInfo;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Service;

/** Writes the list of contacts of a grid and all grids inside it, out of memory. */
@Service
public class ContactLists {

    private final DutyRoster duty;
    private final RosterKeeper keeper;
    private final GridMap grids;

    ContactLists(DutyRoster duty, RosterKeeper keeper, GridMap grids) {
        this.duty = duty;
        this.keeper = keeper;
        this.grids = grids;
    }

    /** The codes of the widest grids that divide the city: one list each makes the whole. */
    public List<String> tops(Instant at) {
        return grids.maps(at, null).stream()
                .filter(map -> map.layer().kind() == LayerKind.PARTITION
                        && map.layer().parent().isEmpty())
                .flatMap(map -> map.codes().stream().sorted())
                .toList();
    }

    /**
     * The list of a grid.
     *
     * @param knownAt null: as known now
     * @throws Problem 404 when no layer that divides the city has a grid of this code at that time
     */
    public ContactList of(String code, Instant at, Instant knownAt) {
        List<LayerMap> maps = grids.maps(at, knownAt).stream()
                .filter(map -> map.layer().kind() == LayerKind.PARTITION)
                .toList();
        for (LayerMap map : maps) {
            if (map.find(code).isPresent()) {
                long revision = keeper.roster().revision();
                Map<String, List<Place>> inside = inside(maps);
                return new ContactList(revision, at, knownAt, post(new Place(map, code), inside, at, knownAt));
            }
        }
        throw Problem.notFound(
                "unknown-grid", "There is no grid '" + code + "' at that time; look at /api/v1/layers/town/grids.");
    }

    private record Place(LayerMap map, String code) {}

    private static Map<String, List<Place>> inside(List<LayerMap> maps) {
        Map<String, List<Place>> inside = new HashMap<>();
        for (LayerMap map : maps) {
            map.codes().stream().sorted(Comparator.naturalOrder()).forEach(code -> {
                String parent = map.find(code).map(GridInfo::parentCode).orElse(null);
                if (parent != null) {
                    inside.computeIfAbsent(parent, first -> new ArrayList<>()).add(new Place(map, code));
                }
            });
        }
        return inside;
    }

    private ContactList.Post post(Place place, Map<String, List<Place>> inside, Instant at, Instant knownAt) {
        Layer layer = place.map().layer();
        GridInfo info = place.map().find(place.code()).orElseThrow();
        return new ContactList.Post(
                layer.code(),
                layer.nameZh(),
                layer.nameEn(),
                info.code(),
                info.nameZh(),
                info.nameEn(),
                duty.onDuty(layer.code(), info.code(), at, knownAt).stream()
                        .map(ContactLists::person)
                        .toList(),
                inside.getOrDefault(place.code(), List.of()).stream()
                        .map(below -> post(below, inside, at, knownAt))
                        .toList());
    }

    private static ContactList.Person person(DutyRoster.OnDuty one) {
        Team.Member member = one.member();
        Team.Member deputy = one.deputy();
        return new ContactList.Person(
                member.roleZh(),
                member.roleEn(),
                member.labelZh(),
                member.labelEn(),
                member.phone(),
                one.state(),
                one.until(),
                deputy == null ? null : deputy.labelZh(),
                deputy == null ? null : deputy.labelEn(),
                deputy == null ? null : deputy.phone());
    }
}
