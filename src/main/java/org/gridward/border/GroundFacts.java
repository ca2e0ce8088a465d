package org.gridward.border;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what lies on the ground, through the views that other rooms publish. Boxes are in degrees. */
@Component
class GroundFacts {

    /** A door and the households it names; null: it names none. */
    record Door(double lon, double lat, Integer households) {}

    /** A case and how it went; {@code waitedSeconds} from the report to the first acceptance, empty: never accepted. */
    record Case(
            double lon,
            double lat,
            OptionalDouble accuracyMeters,
            int returns,
            int handOvers,
            boolean joint,
            OptionalDouble waitedSeconds) {}

    /** A position on the ground. */
    interface Spots {

        void spot(double lon, double lat);
    }

    private final JdbcClient jdbc;

    GroundFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void doors(Envelope box, Consumer<Door> each) {
        if (!box.isNull()) {
            inBox("border/list_doors", box).query(row -> {
                each.accept(new Door(
                        row.getDouble("lon"), row.getDouble("lat"), row.getObject("households", Integer.class)));
            });
        }
    }

    /** The spots of the cases reported after {@code since}, up to {@code until}. */
    void casePoints(Envelope box, Instant since, Instant until, Spots each) {
        if (!box.isNull()) {
            inBox("border/list_case_points", box)
                    .param("since", FaceRegister.at(since))
                    .param("until", FaceRegister.at(until))
                    .query(row -> {
                        each.spot(row.getDouble("lon"), row.getDouble("lat"));
                    });
        }
    }

    /** The cases reported after {@code since}, up to {@code until}. */
    List<Case> cases(Envelope box, Instant since, Instant until) {
        List<Case> cases = new ArrayList<>();
        if (!box.isNull()) {
            inBox("border/list_cases", box)
                    .param("since", FaceRegister.at(since))
                    .param("until", FaceRegister.at(until))
                    .query(row -> {
                        cases.add(new Case(
                                row.getDouble("lon"),
                                row.getDouble("lat"),
                                optional(row.getObject("accuracy_m", Double.class)),
                                row.getInt("returns"),
                                row.getInt("hand_overs"),
                                row.getBoolean("joint"),
                                optional(row.getObject("waited_s", Double.class))));
                    });
        }
        return cases;
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private JdbcClient.StatementSpec inBox(String path, Envelope box) {
        return jdbc.sql(Sql.of(path))
                .param("west", box.getMinX())
                .param("south", box.getMinY())
                .param("east", box.getMaxX())
                .param("north", box.getMaxY());
    }
}
