package org.gridward.mapdata.command;

import java.util.List;
import java.util.Set;
import org.gridward.platform.Command;
import org.springframework.stereotype.Component;

/** {@code gridward import …}: picks what is to be imported by its first word. */
@Component
class ImportCommand implements Command {

    private static final Set<String> ROWS = Set.of("incidents", "places", "tracks", "units");

    private final ImportGridsCommand grids;
    private final ImportRowsCommand rows;
    private final ImportHotlineCommand hotline;

    ImportCommand(ImportGridsCommand grids, ImportRowsCommand rows, ImportHotlineCommand hotline) {
        this.grids = grids;
        this.rows = rows;
        this.hotline = hotline;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String help() {
        return """
                import grids --layer L --valid-from T --code FIELD [--kind partition|free] [--parent LAYER]
                       [--name FIELD] [--name-en FIELD] [--parent-code FIELD] [--households FIELD] [--crs EPSG:…]
                       [--corrects EDITION] [--zone Z] [--encoding E] [--errors FILE] [--dry-run] FILE
                import incidents [--category CODE] [--zone Z] OPTIONS FILE
                import hotline   [--source S] [--category CODE] [--map column=field …] [--zone Z] [--encoding E] [--dry-run] FILE
                import places    [--kind KIND] OPTIONS FILE
                import tracks    [--unit UNIT] [--zone Z] OPTIONS FILE
                import units     [--map column=field …] [--dry-run] FILE
                  OPTIONS: [--map column=field …] [--crs EPSG:…] [--layer L …] [--encoding E] [--errors FILE]
                           [--skip-bad-rows] [--dry-run]

                FILE is GeoJSON (also one feature a line), CSV (comma, semicolon or tab; UTF-8 or GBK; also .gz) or an
                .xlsx workbook or a zipped Shapefile. Everything is stored, or nothing: bad rows go to an error CSV (row, field, value, reason, what to
                try) and end the import with status 1, unless --skip-bad-rows loads the good ones. --dry-run checks only.
                Orders of the 12345 hotline (CSV or .xlsx) are filed one by one with their own number; those that cannot be are
                held for a person (GET /intake/orders), and the same file again changes nothing. Fields: number category
                description occurred_at address lon lat reporter_name phone.
                Fields of incidents: number category description occurred_at (or occurred_date and occurred_hour) lon lat
                x y channel state closed_at; of places: code kind name name_zh name_en lon lat x y; of tracks: unit t lon
                lat x y accuracy_meters speed_mps; of units: code name_zh name_en grid_code kind;
                attr:NAME keeps a column as an attribute. x and y need --crs.

                Example: ./gridward import grids --layer beat --valid-from 2012-12-19 --zone America/Chicago \\
                           --code BEAT_NUM police_beats.zip
                Example: ./gridward import incidents --category other --zone America/Chicago --map Beat=attr:beat \\
                           --layer beat sub_all_crime.csv.gz""";
    }

    @Override
    public int run(List<String> words) throws Exception {
        String what = words.isEmpty() ? "" : words.get(0);
        if (what.equals("grids")) {
            return FileWork.run("import", () -> grids.run(words.subList(1, words.size())));
        }
        if (what.equals("hotline")) {
            return FileWork.run("import", () -> hotline.run(words.subList(1, words.size())));
        }
        if (ROWS.contains(what)) {
            return FileWork.run("import", () -> rows.run(what, words.subList(1, words.size())));
        }
        throw Arguments.usage("Say what to import: grids, incidents, hotline, places, tracks or units.");
    }
}
