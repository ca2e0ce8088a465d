package org.gridward.mapdata;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.AuditTrail;
import org.gridward.geodesy.Crs;
import org.gridward.geometry.Fault;
import org.gridward.geometry.FaultKind;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Edition;
import org.gridward.grid.Editions;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.mapdata.files.FeatureSource;
import org.gridward.mapdata.files.ReadLimits;
import org.gridward.mapdata.files.Row;
import org.gridward.mapdata.files.SourceFiles;
import org.gridward.mapdata.rows.BadRow;
import org.gridward.mapdata.rows.GridRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a file of polygons, asks the topology gate, and adopts the edition: all of it or nothing. */
@Component
class GridImporter {

    private final Layers layers;
    private final Editions editions;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    GridImporter(Layers layers, Editions editions, AuditTrail audit, TransactionTemplate transaction) {
        this.layers = layers;
        this.editions = editions;
        this.audit = audit;
        this.transaction = transaction;
    }

    GridsImported run(ImportGrids wanted, FaultSink sink, Progress progress) throws IOException {
        int read = 0;
        int bad = 0;
        GridRows rows;
        try (FeatureSource source = SourceFiles.open(wanted.file(), ReadLimits.GRIDS, wanted.encoding())) {
            Optional<Crs> crs = wanted.crs().isPresent() ? wanted.crs().map(Crs::of) : source.crs();
            rows = new GridRows(wanted.columns(), crs);
            while (source.hasNext()) {
                read++;
                bad += take(source.next(), rows, sink) ? 0 : 1;
                progress.at("reading", source.progress(), read);
            }
        }
        List<org.gridward.grid.NewGrid> grids = rows.grids();
        if (bad > 0) {
            return new GridsImported(read, grids.size(), bad, Map.of(), Optional.empty());
        }
        progress.at("checking", 0, grids.size());
        AdoptEdition edition = new AdoptEdition(
                wanted.layer(),
                wanted.validFrom(),
                grids,
                wanted.corrects(),
                wanted.file().getFileName().toString());
        int records = read;
        GridsImported done = transaction.execute(status -> {
            GridsImported imported = adopt(wanted, edition, rows, records, sink);
            if (imported.edition().isEmpty()) {
                status.setRollbackOnly();
            }
            return imported;
        });
        progress.at("done", 1, grids.size());
        return done;
    }

    private static boolean take(Row row, GridRows rows, FaultSink sink) {
        if (row.fault() != null) {
            sink.accept(row.fault());
            return false;
        }
        try {
            rows.add(row);
            return true;
        } catch (BadRow bad) {
            sink.accept(bad.at(row.number()));
            return false;
        }
    }

    private GridsImported adopt(ImportGrids wanted, AdoptEdition edition, GridRows rows, int read, FaultSink sink) {
        layers.ensure(layer(wanted));
        List<Fault> faults = editions.check(edition);
        if (!faults.isEmpty() || wanted.dryRun()) {
            return new GridsImported(read, edition.grids().size(), 0, counted(faults, rows, sink), Optional.empty());
        }
        Edition adopted = editions.adopt(edition, wanted.actor());
        audit.append(
                wanted.actor(),
                "GRIDS_IMPORTED",
                wanted.layer(),
                Map.of("edition", adopted.id().toString(), "grids", adopted.gridCount(), "file", edition.source()));
        return new GridsImported(read, edition.grids().size(), 0, Map.of(), Optional.of(adopted));
    }

    private Layer layer(ImportGrids wanted) {
        Optional<Layer> known = layers.find(wanted.layer());
        LayerKind kind = wanted.kind().or(() -> known.map(Layer::kind)).orElse(LayerKind.PARTITION);
        Optional<String> parent = wanted.parent().or(() -> known.flatMap(Layer::parent));
        return new Layer(
                wanted.layer(),
                kind,
                parent,
                known.map(Layer::nameZh).orElse(wanted.layer()),
                known.map(Layer::nameEn).orElse(wanted.layer()));
    }

    private static Map<FaultKind, Integer> counted(List<Fault> faults, GridRows rows, FaultSink sink) {
        Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
        for (Fault fault : faults) {
            counts.merge(fault.kind(), 1, Integer::sum);
            int row = fault.codes().stream()
                    .flatMap(code -> rows.rows(code).stream())
                    .findFirst()
                    .orElse(0);
            sink.accept(new org.gridward.mapdata.files.Fault(
                    row,
                    "geometry",
                    String.join(" ", fault.codes()),
                    fault.kind() + ": " + fault.message(),
                    "correct the shapes in the drawing and import again"));
        }
        return counts;
    }
}
