package org.gridward.bench.locate;

import java.util.List;
import org.gridward.bench.BenchLine;

/** One measurement with its peer on the same data; the lines it gives are judged by {@link BenchLine#met()}. */
@FunctionalInterface
interface BenchCase {

    List<BenchLine> run(Setup setup) throws Exception;
}
