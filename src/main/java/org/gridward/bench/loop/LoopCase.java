package org.gridward.bench.loop;

import java.util.List;
import org.gridward.bench.BenchLine;

/** One measurement of the loop; the lines it gives are judged by {@link BenchLine#met()}. */
@FunctionalInterface
interface LoopCase {

    List<BenchLine> run(LoopSetup setup) throws Exception;
}
