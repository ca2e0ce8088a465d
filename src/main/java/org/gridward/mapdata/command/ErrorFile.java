package org.gridward.mapdata.command;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridward.mapdata.FaultSink;
import org.gridward.mapdata.files.CsvCells;
import org.gridward.mapdata.files.Fault;

/** The error CSV (row, field, value, reason, what to try): made when the first fault comes, with a mark so that Excel reads it. */
final class ErrorFile implements FaultSink, Closeable {

    private final Path path;
    private BufferedWriter out;
    private long count;
    private Fault first;

    ErrorFile(Path path) {
        this.path = path;
    }

    /** Beside the working directory, named after the input. */
    static Path beside(Path input) {
        return Path.of(input.getFileName() + ".errors.csv");
    }

    @Override
    public void accept(Fault fault) {
        try {
            if (out == null) {
                out = Files.newBufferedWriter(path);
                out.write("\uFEFFrow,field,value,reason,what_to_try\r\n");
                first = fault;
            }
            count++;
            out.write(fault.row() + "," + CsvCells.safe(fault.field()) + "," + CsvCells.safe(fault.value()) + ","
                    + CsvCells.safe(fault.reason()) + "," + CsvCells.safe(fault.remedy()) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The error file " + path + " cannot be written", e);
        }
    }

    /** Lines for people: how many, where, and the first. */
    String summary() {
        return count == 0
                ? ""
                : count + " fault(s), all in " + path.toAbsolutePath().normalize() + "\n  first: row " + first.row()
                        + (first.field().isEmpty() ? "" : ", field " + first.field()) + ": " + first.reason() + "; "
                        + first.remedy();
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
