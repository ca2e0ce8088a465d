package org.gridward.bench.console;

import java.util.List;
import org.gridward.bench.BenchLine;

/** One measurement of the console; the lines it gives are judged by {@link BenchLine#met()}. */
@FunctionalInterface
interface ConsoleCase {

    List<BenchLine> run(ConsoleSetup setup) throws Exception;
}
