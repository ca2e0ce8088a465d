package org.gridward.mapdata;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.gridward.intake.HotlineDesk;
import org.gridward.intake.HotlineFile;
import org.gridward.intake.HotlineOrder;
import org.gridward.intake.HotlineReceipt;
import org.gridward.mapdata.files.FeatureSource;
import org.gridward.mapdata.files.ReadLimits;
import org.gridward.mapdata.files.SourceFiles;
import org.gridward.mapdata.rows.FieldNames;
import org.gridward.mapdata.rows.HotlineRows;
import org.gridward.mapdata.rows.TimeReader;
import org.springframework.stereotype.Component;

/** Carries a file of 12345 orders (CSV in UTF-8 or GBK, or .xlsx) to the intake room. */
@Component
public class HotlineImporter {

    private final HotlineDesk desk;

    HotlineImporter(HotlineDesk desk) {
        this.desk = desk;
    }

    /**
     * Takes a file in; a row that cannot be filed is held for a person.
     *
     * @param columns column to field where the user says so
     * @param zone of times without an offset
     * @throws org.gridward.platform.Problem when the file cannot be read or a column is missing
     */
    public HotlineReceipt run(
            Path file, HotlineFile as, Map<String, String> columns, ZoneId zone, Optional<Charset> encoding)
            throws IOException {
        try (FeatureSource source = SourceFiles.open(file, ReadLimits.POINTS, encoding)) {
            HotlineRows rows = new HotlineRows(
                    FieldNames.of(new LinkedHashSet<>(source.columns()), columns, HotlineRows.FIELDS),
                    new TimeReader(zone));
            return desk.take(as, new Iterator<HotlineOrder>() {
                @Override
                public boolean hasNext() {
                    return source.hasNext();
                }

                @Override
                public HotlineOrder next() {
                    return rows.read(source.next());
                }
            });
        }
    }
}
