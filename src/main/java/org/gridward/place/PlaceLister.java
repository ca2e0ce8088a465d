package org.gridward.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lists places page by page; a grid is looked up in memory, its box narrows the query and its locator has the last word. */
@Component
class PlaceLister {

    private static final int MOST_ROWS_A_QUERY = 10_000;

    private final JdbcClient jdbc;
    private final PlaceRow row;
    private final HoldingGrids grids;

    PlaceLister(JdbcClient jdbc, JsonMapper json, HoldingGrids grids) {
        this.jdbc = jdbc;
        this.row = new PlaceRow(json);
        this.grids = grids;
    }

    PlacePage list(PlaceFilter filter, Optional<String> after, int limit) {
        Optional<HoldingGrids.Holder> holder =
                filter.gridCode().map(code -> grids.holder(code, filter.at(), filter.knownAt()));
        Optional<Envelope> box = narrow(filter.box(), holder.map(HoldingGrids.Holder::box));
        if (box.isPresent() && box.get().isNull()) {
            return new PlacePage(List.of(), Optional.empty());
        }
        Predicate<Place> inside = place -> holder.isEmpty() || holder.get().holds(place.lon(), place.lat());
        List<Place> found = new ArrayList<>();
        String last = after.orElse("");
        while (true) {
            int wanted = holder.isEmpty() ? limit + 1 : MOST_ROWS_A_QUERY;
            List<Place> rows = query(filter, box, last, wanted);
            for (Place place : rows) {
                if (!inside.test(place)) {
                    continue;
                }
                if (found.size() == limit) {
                    return new PlacePage(found, Optional.of(found.get(limit - 1).code()));
                }
                found.add(place);
            }
            if (rows.size() < wanted) {
                return new PlacePage(found, Optional.empty());
            }
            last = rows.get(rows.size() - 1).code();
        }
    }

    private List<Place> query(PlaceFilter filter, Optional<Envelope> box, String after, int limit) {
        return jdbc.sql(Sql.of("place/list_places"))
                .param("kind", filter.kind().orElse(null))
                .param("pattern", filter.text().map(PlaceLister::pattern).orElse(null))
                .param("west", box.map(Envelope::getMinX).orElse(null))
                .param("south", box.map(Envelope::getMinY).orElse(null))
                .param("east", box.map(Envelope::getMaxX).orElse(null))
                .param("north", box.map(Envelope::getMaxY).orElse(null))
                .param("after", after)
                .param("limit", limit)
                .query(row)
                .list();
    }

    private static Optional<Envelope> narrow(Optional<Envelope> one, Optional<Envelope> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().intersection(other.get()))
                : one.or(() -> other);
    }

    private static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
