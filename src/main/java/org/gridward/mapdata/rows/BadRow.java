package org.gridward.mapdata.rows;

import org.gridward.mapdata.files.Fault;

/** Thrown while a row is read when a value cannot be taken; becomes one line of the error file. Carries no stack trace. */
public final class BadRow extends RuntimeException {

    private final String field;
    private final String value;
    private final String remedy;

    /** The field at fault, the value found, why it cannot be taken, and what to try. */
    public BadRow(String field, String value, String reason, String remedy) {
        super(reason, null, false, false);
        this.field = field;
        this.value = value;
        this.remedy = remedy;
    }

    public Fault at(int row) {
        return new Fault(row, field, value, getMessage(), remedy);
    }
}
