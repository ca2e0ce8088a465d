package org.gridward.mapdata.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridward.geodesy.LonLat;
import org.gridward.mapdata.files.Row;
import org.gridward.patrol.Fix;
import org.gridward.patrol.UnitFix;

/** Rows of fixes: unit, time, position, accuracy and speed where known. */
public final class TrackRows implements RowReader<UnitFix> {

    /** The fields this import knows. */
    public static final List<String> FIELDS =
            List.of("unit", "t", "lon", "lat", "x", "y", "accuracy_meters", "speed_mps");

    private final FieldNames names;
    private final PositionReader positions;
    private final TimeReader times;
    private final Predicate<String> isUnit;
    private final Function<Fix, Optional<String>> refusal;
    private final Optional<String> fallback;

    /**
     * @param isUnit whether a unit of that code exists
     * @param refusal why a fix would be refused
     * @param fallback the unit of rows that name none
     */
    public TrackRows(
            FieldNames names,
            PositionReader positions,
            TimeReader times,
            Predicate<String> isUnit,
            Function<Fix, Optional<String>> refusal,
            Optional<String> fallback) {
        names.require("t");
        if (fallback.isEmpty()) {
            names.require("unit");
        }
        this.names = names;
        this.positions = positions;
        this.times = times;
        this.isUnit = isUnit;
        this.refusal = refusal;
        this.fallback = fallback;
    }

    @Override
    public UnitFix read(Row row) {
        RowTexts texts = new RowTexts(row, names);
        String unit = texts.text("unit").isEmpty() ? fallback.orElse("") : texts.text("unit");
        if (!isUnit.test(unit)) {
            throw new BadRow(
                    texts.column("unit"), unit, "there is no such unit", "make the unit first, or give --unit");
        }
        LonLat at = positions.read(row);
        Fix fix = new Fix(
                times.read(texts.column("t"), texts.required("t"), Optional.empty()),
                at.lon(),
                at.lat(),
                texts.number("accuracy_meters"),
                texts.number("speed_mps"));
        Optional<String> why = refusal.apply(fix);
        if (why.isPresent()) {
            throw new BadRow(texts.column("t"), texts.text("t"), why.get(), "correct or remove the row");
        }
        return new UnitFix(unit, fix);
    }

    @Override
    public LonLat position(UnitFix fix) {
        return new LonLat(fix.fix().lon(), fix.fix().lat());
    }

    @Override
    public Instant at(UnitFix fix) {
        return fix.fix().t();
    }
}
