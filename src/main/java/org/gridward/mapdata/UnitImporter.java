package org.gridward.mapdata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridward.mapdata.files.FeatureSource;
import org.gridward.mapdata.files.ReadLimits;
import org.gridward.mapdata.files.Row;
import org.gridward.mapdata.files.SourceFiles;
import org.gridward.mapdata.rows.BadRow;
import org.gridward.mapdata.rows.FieldNames;
import org.gridward.mapdata.rows.UnitRows;
import org.gridward.patrol.Unit;
import org.gridward.patrol.Units;
import org.springframework.stereotype.Component;

/** Imports patrol units, a few thousand at most: those with a known code are changed, the others are new. */
@Component
class UnitImporter {

    private final Units units;

    UnitImporter(Units units) {
        this.units = units;
    }

    RowsImported run(ImportRows wanted, FaultSink sink) throws IOException {
        List<Unit> good = new ArrayList<>();
        long read = 0;
        long bad = 0;
        try (FeatureSource source = SourceFiles.open(wanted.file(), ReadLimits.GRIDS, wanted.encoding())) {
            UnitRows rows = null;
            while (source.hasNext()) {
                Row row = source.next();
                read++;
                if (rows == null) {
                    Set<String> present = new LinkedHashSet<>(source.columns());
                    present.addAll(row.fields().keySet());
                    rows = new UnitRows(FieldNames.of(present, wanted.columns(), UnitRows.FIELDS));
                }
                bad += take(row, rows, good, sink) ? 0 : 1;
            }
        }
        boolean store = !wanted.dryRun() && (bad == 0 || wanted.skipBadRows());
        if (store) {
            units.load(good);
        }
        return new RowsImported(read, bad, store ? good.size() : 0, 0, List.of());
    }

    private static boolean take(Row row, UnitRows rows, List<Unit> good, FaultSink sink) {
        if (row.fault() != null) {
            sink.accept(row.fault());
            return false;
        }
        try {
            good.add(rows.read(row));
            return true;
        } catch (BadRow unfit) {
            sink.accept(unfit.at(row.number()));
            return false;
        }
    }
}
