package org.gridward.mapdata.join;

/** What is done with each block of rows, on any thread. */
interface BlockWork {

    JoinedBlock run(CsvBlock block);
}
