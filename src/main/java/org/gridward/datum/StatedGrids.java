package org.gridward.datum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.geodesy.DatumWatch;
import org.gridward.grid.LayerMap;

/** Finds the grids that sources name, by code or by Chinese name, in the maps of one moment. */
final class StatedGrids {

    private final List<LayerMap> maps;
    private final Map<String, Optional<DatumWatch.Stated>> known = new HashMap<>();

    StatedGrids(List<LayerMap> maps) {
        this.maps = maps;
    }

    /** Null where nothing is named, or nothing, or more than one grid, has that code or name. */
    DatumWatch.Stated find(String stated) {
        return stated == null || stated.isBlank()
                ? null
                : known.computeIfAbsent(stated.strip(), this::search).orElse(null);
    }

    private Optional<DatumWatch.Stated> search(String stated) {
        DatumWatch.Stated found = null;
        for (LayerMap map : maps) {
            for (String code : map.codes()) {
                if (code.equals(stated) || map.find(code).orElseThrow().nameZh().equals(stated)) {
                    if (found != null) {
                        return Optional.empty();
                    }
                    found = (lon, lat) ->
                            map.owner(lon, lat).filter(code::equals).isPresent();
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
