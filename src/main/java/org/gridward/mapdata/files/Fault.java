package org.gridward.mapdata.files;

/**
 * What is wrong with one row of a file, as one line of the error CSV.
 *
 * @param row number of the row, counted from 1 without the header
 * @param field the field at fault, empty when it is the whole row
 * @param value the value found, shortened
 * @param reason why it cannot be taken
 * @param remedy what to try
 */
public record Fault(int row, String field, String value, String reason, String remedy) {

    private static final int LONGEST_VALUE = 200;

    public Fault {
        value = value == null ? "" : value;
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }
}
