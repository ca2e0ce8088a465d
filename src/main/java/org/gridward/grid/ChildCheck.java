package org.gridward.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.geometry.CoverageCheck;
import org.gridward.geometry.CoverageMember;
import org.gridward.geometry.Fault;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Holds a new drawing of a parent layer against the editions of its child layers in force then. What no longer fits is a
 * warning and no refusal: parents are redrawn first, their children of the same moment after them.
 */
@Component
class ChildCheck {

    private final GridMap map;

    ChildCheck(GridMap map) {
        this.map = map;
    }

    /** The faults that the children in force at that instant would have below these grids, by child layer. */
    Map<String, List<Fault>> find(Layer parent, List<NewGrid> grids, Instant from) {
        Map<String, List<Fault>> found = new HashMap<>();
        Optional<LayerMap> before = map.find(parent.code(), from, null);
        for (Layer child : map.layers()) {
            if (child.parent().filter(parent.code()::equals).isPresent()) {
                map.find(child.code(), from, null)
                        .map(children -> faults(child, children, grids, before))
                        .filter(faults -> !faults.isEmpty())
                        .ifPresent(faults -> found.put(child.code(), faults));
            }
        }
        return found;
    }

    private static List<Fault> faults(Layer child, LayerMap children, List<NewGrid> grids, Optional<LayerMap> before) {
        Map<String, Geometry> changed = new HashMap<>();
        Map<String, Geometry> unchanged = new HashMap<>();
        for (NewGrid grid : grids) {
            boolean same = before.isPresent() && LayerMap.sameShape(before.get().shape(grid.code()), grid.shape());
            (same ? unchanged : changed).put(grid.code(), grid.shape());
        }
        List<CoverageMember> members = new ArrayList<>();
        for (String code : children.codes()) {
            Optional<String> parent =
                    Optional.ofNullable(children.find(code).orElseThrow().parentCode());
            if (parent.isPresent() && !unchanged.containsKey(parent.get())) {
                members.add(new CoverageMember(code, parent, children.shape(code)));
            }
        }
        CoverageCheck check = child.kind() == LayerKind.PARTITION ? CoverageCheck.partition() : CoverageCheck.free();
        return check.withMaxVertices(TopologyGate.MAX_VERTICES).checkUnder(members, changed);
    }
}
