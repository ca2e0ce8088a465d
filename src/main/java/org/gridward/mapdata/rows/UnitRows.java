package org.gridward.mapdata.rows;

import java.util.List;
import org.gridward.mapdata.files.Row;
import org.gridward.patrol.Unit;
import org.gridward.patrol.UnitKind;
import org.gridward.platform.Problem;

/** Rows of patrol units: code, names, home grid and how they move. They have no position. */
public final class UnitRows {

    /** The fields this import knows. */
    public static final List<String> FIELDS = List.of("code", "name_zh", "name_en", "grid_code", "kind");

    private final FieldNames names;

    /** @throws Problem 400 when no column holds the code */
    public UnitRows(FieldNames names) {
        names.require("code");
        this.names = names;
    }

    /** @throws BadRow when the row cannot be taken */
    public Unit read(Row row) {
        RowTexts texts = new RowTexts(row, names);
        String grid = texts.text("grid_code");
        try {
            return new Unit(
                    texts.required("code"),
                    texts.text("name_zh"),
                    texts.text("name_en"),
                    grid.isEmpty() ? null : grid,
                    UnitKind.of(texts.text("kind")));
        } catch (Problem unknown) {
            throw new BadRow(texts.column("kind"), texts.text("kind"), unknown.detail(), "correct the word");
        }
    }
}
