package org.gridward.mapdata;

import org.gridward.mapdata.files.Fault;

/** Takes what is wrong with rows, one after another. */
@FunctionalInterface
public interface FaultSink {
    void accept(Fault fault);
}
