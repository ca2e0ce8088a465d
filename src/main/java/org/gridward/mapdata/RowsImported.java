package org.gridward.mapdata;

import java.util.List;
import org.gridward.grid.Receipt;

/**
 * What became of an import of rows.
 *
 * @param read rows in the file
 * @param bad rows that cannot be taken
 * @param stored rows stored; 0 when there were bad rows and they were not to be skipped, or on a dry run
 * @param repeated rows that were there already (fixes of the same unit and instant)
 * @param receipts one a layer, over every row of the file, bad ones as invalid
 */
public record RowsImported(long read, long bad, long stored, long repeated, List<Receipt> receipts) {}
